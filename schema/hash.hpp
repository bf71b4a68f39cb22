// Hashes: SHA-256, by OpenSSL, and FNV-1a.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace broadsheet {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

std::string to_hex(const Sha256& hash);

// FNV-1a of 64 bits, by Fowler, Noll and Vo: for tables, not against those who mean harm.  Bytes
// after bytes: fnv1a(b, fnv1a(a)) is that of a and b together.
constexpr std::uint64_t fnv1a(std::string_view bytes,
                              std::uint64_t so_far = 0xcbf29ce484222325ULL) {
  for (const char byte : bytes) {
    so_far = (so_far ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
  }
  return so_far;
}

// Throws std::system_error if the file cannot be read.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace broadsheet

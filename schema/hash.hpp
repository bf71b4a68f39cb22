// SHA-256, by OpenSSL.
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

// Throws std::system_error if the file cannot be read.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace broadsheet

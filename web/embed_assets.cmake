# cmake -DOUTPUT=FILE.cpp -DFILES="A;B" -P embed_assets.cmake
# writes a source file that holds the files' bytes, for web/assets.cpp.
set(arrays "")
set(table "")
set(number 0)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" hex HEX)
  file(SHA256 "${file}" hash)
  string(SUBSTRING "${hash}" 0 12 version)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char bytes_${number}[] = {${bytes}};\n")
  string(APPEND table "    {\"${name}\", {bytes_${number}, ${size}}, \"${version}\"},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Written by web/embed_assets.cmake.
#include <span>

#include \"web/assets.hpp\"

namespace broadsheet::web {

namespace {

${arrays}
constexpr Asset assets[] = {
${table}};

}  // namespace

extern const std::span<const Asset> embedded_assets;
const std::span<const Asset> embedded_assets(assets);

}  // namespace broadsheet::web
")

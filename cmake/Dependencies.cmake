# Every third-party library, wrapped as an imported target.  Which module may use which is stated
# in tests/check_includes.py.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Catch2 2.13 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
find_package(ZLIB REQUIRED)

pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
add_library(Xapian::Xapian ALIAS PkgConfig::xapian)

# The archive, if there is one: its functions call each other for every character of a page, in the
# shared library through the table of symbols that another library might replace.
pkg_check_modules(gumbo REQUIRED gumbo>=0.10)
find_library(GUMBO_LIBRARY NAMES libgumbo.a gumbo HINTS ${gumbo_LIBRARY_DIRS} REQUIRED)
add_library(Gumbo::Gumbo UNKNOWN IMPORTED)
set_target_properties(Gumbo::Gumbo PROPERTIES
  IMPORTED_LOCATION "${GUMBO_LIBRARY}"
  INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${gumbo_INCLUDE_DIRS}")

# The flags matter: they change the layout of httplib's types (ODR).
pkg_check_modules(cpp_httplib REQUIRED IMPORTED_TARGET cpp-httplib)
add_library(httplib::httplib ALIAS PkgConfig::cpp_httplib)

find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(Cld2::Cld2 UNKNOWN IMPORTED)
set_target_properties(Cld2::Cld2 PROPERTIES
  IMPORTED_LOCATION "${CLD2_LIBRARY}"
  INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${CLD2_INCLUDE_DIR}")

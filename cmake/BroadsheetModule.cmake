# Flags hang on this target, never on CMAKE_CXX_FLAGS.
add_library(broadsheet_flags INTERFACE)
target_compile_options(broadsheet_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
  $<$<BOOL:${BROADSHEET_WERROR}>:-Werror>)

# broadsheet_module(name HEADERS ... SOURCES ... PUBLIC ... PRIVATE ...)
# makes the static library broadsheet_<name>, alias broadsheet::<name>.  Headers are a file set, so
# that all_verify_interface_header_sets compiles each of them alone.
function(broadsheet_module name)
  cmake_parse_arguments(arg "" "" "HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(broadsheet_${name} STATIC ${arg_SOURCES})
  add_library(broadsheet::${name} ALIAS broadsheet_${name})
  target_sources(broadsheet_${name} PUBLIC
    FILE_SET HEADERS BASE_DIRS "${CMAKE_SOURCE_DIR}" FILES ${arg_HEADERS})
  target_link_libraries(broadsheet_${name}
    PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} broadsheet_flags)
  set_target_properties(broadsheet_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# broadsheet_tests(name SOURCES ... LINK ...) makes <name>_tests, one ctest.
function(broadsheet_tests name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name}_tests ${CMAKE_SOURCE_DIR}/tests/main.cpp ${arg_SOURCES})
  target_link_libraries(${name}_tests PRIVATE ${arg_LINK} Catch2::Catch2 broadsheet_flags)
  target_include_directories(${name}_tests PRIVATE "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(${name}_tests PRIVATE
    BROADSHEET_SOURCE_DIR="${CMAKE_SOURCE_DIR}" BROADSHEET_PROGRAM="${CMAKE_BINARY_DIR}/broadsheet")
  add_test(NAME ${name} COMMAND ${name}_tests)
endfunction()

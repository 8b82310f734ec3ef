# SPDX-License-Identifier: Apache-2.0
# thalign_module(NAME SOURCES ... HEADERS ... PUBLIC ... PRIVATE ...)
#
# One folder is one static library `thalign_NAME`, alias `thalign::NAME`. HEADERS are its public headers, which users
# include as <thalign/align.h>; all others are of the library alone. In the tree headers are included from its root
# ("align/align.h"). What is installed is one library of all modules (cmake/install.cmake).
function(thalign_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
  set(target thalign_${name})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(thalign::${name} ALIAS ${target})
  # Symbols are hidden but for those of public headers, which say so.
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON
                        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set(public_headers)
  foreach(header IN LISTS arg_HEADERS)
    thalign_public_header(${name}/${header} public_header)
    list(APPEND public_headers ${public_header})
  endforeach()
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_BINARY_DIR}/include
                                         FILES ${public_headers})
  target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  if(THALIGN_DEVELOPER)
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  endif()
  thalign_warnings(${target})
  set_property(GLOBAL APPEND PROPERTY thalign_modules ${target})
  set_property(GLOBAL APPEND PROPERTY thalign_public_headers ${public_headers})
endfunction()

# Makes include/thalign/NAME.h in the build folder from the header PATH/NAME.h of the tree: the same text, but
# for its includes of other headers of the tree, which become <thalign/...>. Sets `result` to it.
function(thalign_public_header path result)
  get_filename_component(name ${path} NAME)
  set(public ${PROJECT_BINARY_DIR}/include/thalign/${name})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${path})
  file(READ ${PROJECT_SOURCE_DIR}/${path} text)
  string(REGEX REPLACE "#include \"([a-z0-9_]+/)+([a-z0-9_]+\\.h)\"" "#include <thalign/\\2>" text "${text}")
  file(WRITE ${public}.new "${text}")
  file(COPY_FILE ${public}.new ${public} ONLY_IF_DIFFERENT)
  file(REMOVE ${public}.new)
  set(${result} ${public} PARENT_SCOPE)
endfunction()

# Warnings of developer mode; private to the target, so that no consumer inherits them.
function(thalign_warnings target)
  if(THALIGN_DEVELOPER)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Werror)
    if(CMAKE_UNITY_BUILD)
      set_target_properties(${target} PROPERTIES
        UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
    else()  # What is local to one file shadows nothing in another.
      target_compile_options(${target} PRIVATE -Wshadow)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      # GCC 12 reports overlaps within std::string that can't happen (GCC bug 105651).
      target_compile_options(${target} PRIVATE -Wno-restrict)
    endif()
  endif()
endfunction()

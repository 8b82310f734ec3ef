# thalign_module(NAME SOURCES ... HEADERS ... PUBLIC ... PRIVATE ...)
#
# One folder is one static library `thalign_NAME`, alias and exported name `thalign::NAME`. Headers are
# included from the root of the tree ("align/bead.h"), in the tree and installed alike.
function(thalign_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
  set(target thalign_${name})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(thalign::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  if(THALIGN_DEVELOPER)
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  endif()
  thalign_warnings(${target})
  install(TARGETS ${target} EXPORT thalign
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
          FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/thalign)
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

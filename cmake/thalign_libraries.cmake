# SPDX-License-Identifier: Apache-2.0
# Libraries that have no CMake package, or one that needs more than the library. They are found by a header and a file,
# so that nobody who builds or uses thalign needs pkg-config. Used by the build and by the installed package.
#
# thalign_find_library(NAME HEADER): imported target thalign_external::NAME for lib<NAME>.
function(thalign_find_library name header)
  set(target thalign_external::${name})
  if(TARGET ${target})
    return()
  endif()
  string(MAKE_C_IDENTIFIER thalign_${name} variable)
  find_path(${variable}_include ${header})
  find_library(${variable}_library ${name})
  mark_as_advanced(${variable}_include ${variable}_library)
  if(NOT ${variable}_include OR NOT ${variable}_library)
    message(FATAL_ERROR "thalign needs lib${name} and its header ${header}; packages.txt names the Debian package")
  endif()
  add_library(${target} UNKNOWN IMPORTED)
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${${variable}_library}
                                             INTERFACE_INCLUDE_DIRECTORIES ${${variable}_include})
endfunction()

thalign_find_library(cmark-gfm cmark-gfm.h)
thalign_find_library(cmark-gfm-extensions cmark-gfm-core-extensions.h)
thalign_find_library(stemmer libstemmer.h)
thalign_find_library(uchardet uchardet/uchardet.h)
thalign_find_library(zip zip.h)
thalign_find_library(zstd zstd.h)

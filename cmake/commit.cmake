# SPDX-License-Identifier: Apache-2.0
# cmake -DSOURCE=FOLDER -DOUTPUT=HEADER -P commit.cmake
# Writes a header with the commit that FOLDER is at, empty where it is not a clone, if that has changed.
set(commit "")
if(EXISTS ${SOURCE}/.git)
  execute_process(COMMAND git -C ${SOURCE} describe --always --dirty --exclude=* OUTPUT_VARIABLE commit
                  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "#pragma once\n\n#define THALIGN_COMMIT \"${commit}\"\n")

# SPDX-License-Identifier: Apache-2.0
# Run by CPack over what it is about to pack: what Debian wants otherwise than `cmake --install` lays it.
file(GLOB packages ${CPACK_TEMPORARY_DIRECTORY}/*)
foreach(package IN LISTS packages)
  set(documents ${package}/usr/share/doc/thalign)
  if(EXISTS ${documents}/CHANGELOG.md)
    file(RENAME ${documents}/CHANGELOG.md ${documents}/changelog)
  endif()
  file(GLOB pages ${package}/usr/share/man/man*/*.[1-9])
  file(GLOB changes ${package}/usr/share/doc/*/changelog.Debian ${documents}/changelog)
  foreach(file IN LISTS pages changes)
    execute_process(COMMAND gzip -9n ${file} COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  file(REMOVE ${documents}/LICENSE)  # Debian has one copy of it for all packages
  set(zsh ${package}/usr/share/zsh)
  if(EXISTS ${zsh}/site-functions)
    file(RENAME ${zsh}/site-functions ${zsh}/vendor-completions)
  endif()
endforeach()

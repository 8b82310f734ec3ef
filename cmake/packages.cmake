# SPDX-License-Identifier: Apache-2.0
# Debian packages: cpack -G DEB in a build folder configured with -DCMAKE_INSTALL_PREFIX=/usr (tests/deb does it all).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME thalign)
set(CPACK_PACKAGE_CONTACT "thalign authors <thalign@packages.invalid>" CACHE STRING "Maintainer of the packages")
set(CPACK_PACKAGE_HOMEPAGE_URL "")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program library development)
if(THALIGN_BUILD_PYTHON)
  list(APPEND CPACK_COMPONENTS_ALL python)
endif()
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/deb/finish.cmake)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(soversion ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(version ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
set(pairs "It pairs the sentences of a Thai text with those of its English translation: two raw documents
 go in, a translation memory (TMX) comes out. Thai writes no mark at the end of a sentence; boundaries and
 pairs are searched for at once.")

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME thalign)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Thai-English parallel text aligner\n${pairs}")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libthalign${soversion})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
    "Thai-English parallel text alignment, shared library\n${pairs}\n This package has the shared library.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libthalign-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libthalign${soversion} (= ${version})")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS
    "libicu-dev, libfmt-dev, libexpat1-dev, zlib1g-dev, libxml2-dev, libsqlite3-dev, libcmark-gfm-dev, libcmark-gfm-extensions-dev, libstemmer-dev, libuchardet-dev, libzip-dev, libzstd-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
    "Thai-English parallel text alignment, development files\n${pairs}\n This package has headers, the static library, and what CMake and pkg-config need to find them.")
set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-thalign)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA
    "${PROJECT_SOURCE_DIR}/cmake/deb/postinst;${PROJECT_SOURCE_DIR}/cmake/deb/prerm")
set(CPACK_COMPONENT_PYTHON_DESCRIPTION
    "Thai-English parallel text alignment, Python module\n${pairs}\n This package has the module for Python 3.")
if(THALIGN_BUILD_PYTHON)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  math(EXPR next_python "${Python3_VERSION_MINOR} + 1")
  set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS
      "python3 (>= 3.${Python3_VERSION_MINOR}~), python3 (<< 3.${next_python})")
  set(CPACK_DEBIAN_PYTHON_PACKAGE_SUGGESTS python3-pandas)
endif()

# Each package has its licence and its changes.
configure_file(cmake/deb/changelog ${PROJECT_BINARY_DIR}/deb/changelog.Debian @ONLY)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} name)
  install(FILES cmake/deb/copyright ${PROJECT_BINARY_DIR}/deb/changelog.Debian
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${name}_PACKAGE_NAME} COMPONENT ${component})
endforeach()
include(CPack)

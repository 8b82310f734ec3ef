# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: program and manual (cli/CMakeLists.txt), the library, its headers and its
# descriptions for CMake and pkg-config, documents. The library is one of all modules: libthalign.a and, unless
# THALIGN_BUILD_SHARED is off, libthalign.so, of which only the symbols of public headers can be seen.
include(CMakePackageConfigHelpers)
get_property(modules GLOBAL PROPERTY thalign_modules)
get_property(public_headers GLOBAL PROPERTY thalign_public_headers)
list(TRANSFORM modules REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE objects)

function(thalign_library kind)
  string(TOLOWER ${kind} name)
  set(target thalign_${name})
  add_library(${target} ${kind} ${objects})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME thalign EXPORT_NAME ${name} LINKER_LANGUAGE CXX
    VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
  target_compile_features(${target} INTERFACE cxx_std_20)
  target_sources(${target} INTERFACE FILE_SET HEADERS BASE_DIRS ${PROJECT_BINARY_DIR}/include FILES ${public_headers})
  target_link_libraries(${target} PRIVATE
    ICU::i18n ICU::uc ICU::data fmt::fmt EXPAT::EXPAT ZLIB::ZLIB LibXml2::LibXml2 SQLite::SQLite3
    thalign_external::cmark-gfm thalign_external::cmark-gfm-extensions thalign_external::stemmer
    thalign_external::uchardet thalign_external::zip thalign_external::zstd)
  install(TARGETS ${target} EXPORT thalign_${name}
          LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
          FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
  install(EXPORT thalign_${name} NAMESPACE thalign:: FILE thalign_${name}.cmake DESTINATION ${package_dir}
          COMPONENT development)
endfunction()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/thalign)
thalign_library(STATIC)
if(THALIGN_BUILD_SHARED)
  thalign_library(SHARED)
  target_link_options(thalign_shared PRIVATE LINKER:--as-needed)
endif()

configure_package_config_file(cmake/thalignConfig.cmake.in ${PROJECT_BINARY_DIR}/thalignConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/thalignConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/thalignConfig.cmake ${PROJECT_BINARY_DIR}/thalignConfigVersion.cmake
              cmake/thalign_libraries.cmake
        DESTINATION ${package_dir} COMPONENT development)
# The description of pkg-config finds its library from where it lies itself, so that an installation can be moved.
file(RELATIVE_PATH from_description "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file(cmake/thalign.pc.in ${PROJECT_BINARY_DIR}/thalign.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/thalign.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

install(FILES LICENSE NOTICE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT program
        FILES_MATCHING PATTERN "*.md" PATTERN "*.svg" PATTERN log EXCLUDE)
install(FILES examples/press-release.en.txt examples/press-release.th.txt
        DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program)

# Installs the package description, so that find_package(thalign) works.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/thalign)
configure_package_config_file(cmake/thalignConfig.cmake.in ${PROJECT_BINARY_DIR}/thalignConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/thalignConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/thalignConfig.cmake
              ${PROJECT_BINARY_DIR}/thalignConfigVersion.cmake
        DESTINATION ${package_dir})
install(EXPORT thalign NAMESPACE thalign:: FILE thalignTargets.cmake DESTINATION ${package_dir})
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

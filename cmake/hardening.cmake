# SPDX-License-Identifier: Apache-2.0
# What Debian builds with, for builds without sanitizers: checked calls, stack protection, addresses that can't be
# overwritten after start, programs at any address.
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
add_compile_options($<$<NOT:$<CONFIG:Debug>>:-fstack-protector-strong>)
# Debian's own builds give this too; -U keeps the compiler from calling it a redefinition.
add_compile_options("$<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>")
add_link_options($<$<NOT:$<CONFIG:Debug>>:LINKER:-z,relro,-z,now>)

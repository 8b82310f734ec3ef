# SPDX-License-Identifier: Apache-2.0
# cmake -DNAME=... -DINPUT=FILE -DOUTPUT=SOURCE -P embed.cmake
# Writes a C++ source that defines thalign::models::NAME() as the bytes of FILE. A string literal compiles in a tenth of
# the time that an array of numbers takes, and needs nothing of the assembler or the linker.
file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
string(REPLACE "\n" "\"\n\"" bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include \"models/models.h\"

std::string_view thalign::models::${NAME}() {
  alignas(16) static const char kBytes[] =
\"${bytes}\";
  return {kBytes, sizeof kBytes - 1};
}
")

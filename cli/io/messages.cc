#include "cli/io/messages.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace thalign::cli {

void print_message(std::string_view message) {
  std::string line = std::string("thalign: ").append(message);
  std::replace_if(
      line.begin(), line.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  line += '\n';
  // There is nowhere left to report a failure to.
  (void)std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace thalign::cli

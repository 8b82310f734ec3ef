#include "cli/io/input_bytes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "cli/io/input.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 31;
constexpr std::size_t kPart = std::size_t{1} << 20;

[[noreturn]] void fail(const std::string& name, std::string_view action, int error) {
  throw Error(ErrorCode::io, name,
              fmt::format("can't {}: {}; {}", action, std::generic_category().message(error),
                          error == ENOENT || error == ENOTDIR ? "check its name"
                                                              : "check that it may be read"));
}

int open_input(const std::string& path) {
  if (path == "-") return STDIN_FILENO;
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path, "open", errno);
  return descriptor;
}

}  // namespace

InputBytes::InputBytes(const std::string& path)
    : name_(input_name(path)), descriptor_(open_input(path)) {
  struct stat status {};
  if (fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode)) {
    if (descriptor_ != STDIN_FILENO) close(descriptor_);
    throw Error(ErrorCode::io, name_, "is a directory; give a file");
  }
}

InputBytes::~InputBytes() {
  if (descriptor_ != STDIN_FILENO) close(descriptor_);
}

std::size_t InputBytes::append_to(std::string& bytes, std::size_t most) {
  const std::size_t before = bytes.size();
  bytes.resize(before + most);
  std::size_t used = 0;
  while (used < most) {
    const ssize_t got = read(descriptor_, bytes.data() + before + used, most - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(name_, "read", errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(before + used);
  return used;
}

void InputBytes::append_rest_to(std::string& bytes) {
  for (std::size_t part = kPart; append_to(bytes, part) == part; part = bytes.size()) {
    if (bytes.size() > kMostBytes)
      throw Error(ErrorCode::limit, name_, "larger than 2 GiB; split it into smaller files");
  }
}

}  // namespace thalign::cli

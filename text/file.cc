#include "text/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <memory>
#include <system_error>

#include "text/error.h"

namespace thalign {
namespace {

constexpr std::size_t largest_file = std::numeric_limits<std::int32_t>::max();

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

[[noreturn]] void fail(const std::filesystem::path& path, const char* action, int error) {
  throw Error(ErrorCode::io, path.string(),
              fmt::format("can't {}: {}; {}", action, std::generic_category().message(error),
                          error == ENOENT || error == ENOTDIR ? "check its name"
                                                              : "check that it may be read"));
}

[[noreturn]] void fail_limit(const std::filesystem::path& path) {
  throw Error(ErrorCode::limit, path.string(), "larger than 2 GiB; split it into smaller files");
}

/// What to reserve: a byte more than the file claims, so that its end is seen without a second
/// buffer.
std::size_t first_capacity(const std::filesystem::path& path) {
  std::error_code error;
  const std::uintmax_t claimed = std::filesystem::file_size(path, error);
  constexpr std::size_t smallest = std::size_t{64} * 1024;  // some files, as of /proc, claim none
  if (error) return smallest;
  if (claimed > largest_file) fail_limit(path);
  return std::max<std::size_t>(claimed + 1, smallest);
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw Error(ErrorCode::io, path.string(), "is a directory; give a file");
  }
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) fail(path, "open", errno);
  std::string bytes(first_capacity(path), '\0');
  for (std::size_t filled = 0;;) {
    errno = 0;
    filled += std::fread(bytes.data() + filled, 1, bytes.size() - filled, file.get());
    if (filled < bytes.size()) {
      if (std::ferror(file.get()) != 0) fail(path, "read", errno);
      bytes.resize(filled);
      return bytes;
    }
    if (filled > largest_file) fail_limit(path);
    bytes.resize(std::min(2 * bytes.size(), largest_file + 1));
  }
}

}  // namespace thalign

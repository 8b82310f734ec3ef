// SPDX-License-Identifier: Apache-2.0
#include "text/files/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

#include "text/error.h"
#include "text/files/io_error.h"

namespace thalign {
namespace {

constexpr std::size_t kLargestFile = std::numeric_limits<std::int32_t>::max();

[[noreturn]] void fail(const std::string& name, std::string_view action, int error) {
  const bool is_missing = error == ENOENT || error == ENOTDIR;
  throw io_error(name, action, error, is_missing ? "check its name" : "check that it may be read");
}

[[noreturn]] void refuse_size(const std::string& name) {
  throw Error(ErrorCode::limit, name, "larger than 2 GiB; split it into smaller files");
}

/// How much to read at first: a byte more than the file claims, so that its end is seen without a
/// second buffer.
std::size_t first_part(int descriptor, const std::string& name) {
  constexpr std::size_t kSmallest = std::size_t{64} * 1024;  // some files, as of /proc, claim none
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || status.st_size < 0) return kSmallest;
  const auto claimed = static_cast<std::uintmax_t>(status.st_size);
  if (S_ISREG(status.st_mode) && claimed > kLargestFile) refuse_size(name);
  return std::max(static_cast<std::size_t>(claimed) + 1, kSmallest);
}

}  // namespace

ByteReader::ByteReader(const std::filesystem::path& path)
    : name_(path.string()), descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)), owned_(true) {
  if (descriptor_ < 0) fail(name_, "open", errno);
  refuse_folder();
}

ByteReader::ByteReader(int descriptor, std::string name)
    : name_(std::move(name)), descriptor_(descriptor), owned_(false) {
  refuse_folder();
}

ByteReader::ByteReader(ByteReader&& other) noexcept
    : name_(std::move(other.name_)),
      descriptor_(other.descriptor_),
      owned_(std::exchange(other.owned_, false)) {}

ByteReader& ByteReader::operator=(ByteReader&& other) noexcept {
  std::swap(name_, other.name_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  return *this;
}

ByteReader::~ByteReader() {
  if (owned_) close(descriptor_);
}

void ByteReader::refuse_folder() const {
  struct stat status {};
  if (fstat(descriptor_, &status) != 0 || !S_ISDIR(status.st_mode)) return;
  if (owned_) close(descriptor_);
  throw Error(ErrorCode::io, name_, "is a folder; give a file");
}

std::size_t ByteReader::read(char* out, std::size_t size) {
  std::size_t used = 0;
  while (used < size) {
    const ssize_t got = ::read(descriptor_, out + used, size - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(name_, "read", errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  return used;
}

std::size_t ByteReader::append_to(std::string& bytes, std::size_t size) {
  const std::size_t before = bytes.size();
  bytes.resize(before + size);
  const std::size_t used = read(bytes.data() + before, size);
  bytes.resize(before + used);
  return used;
}

void ByteReader::append_rest_to(std::string& bytes) {
  for (std::size_t part = first_part(descriptor_, name_); append_to(bytes, part) == part;) {
    if (bytes.size() > kLargestFile) refuse_size(name_);
    part = std::min(bytes.size(), kLargestFile + 1 - bytes.size());
  }
}

std::string read_file(const std::filesystem::path& path) {
  std::string bytes;
  ByteReader(path).append_rest_to(bytes);
  return bytes;
}

}  // namespace thalign

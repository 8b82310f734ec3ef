// SPDX-License-Identifier: Apache-2.0
#include "cli/output/file_identity.h"

#include <sys/stat.h>

#include <cerrno>
#include <charconv>
#include <system_error>

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLinks = 40;  // as the kernel follows

fs::path parent_folder(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}  // namespace

std::filesystem::path follow_links(std::filesystem::path path) {
  std::error_code error;
  for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(path, error)); ++i) {
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  return path;
}

std::optional<FileIdentity> identify(const std::string& path, int standard) {
  struct stat status = {};
  if ((path == "-" ? fstat(standard, &status) : stat(path.c_str(), &status)) == 0) {
    if (!S_ISREG(status.st_mode)) return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino, {}};
  }
  if (path == "-" || path.empty() || errno != ENOENT) return std::nullopt;
  const fs::path target = follow_links(path);
  if (stat(parent_folder(target).c_str(), &status) != 0) return std::nullopt;
  return FileIdentity{status.st_dev, status.st_ino, target.filename().string()};
}

std::optional<int> named_descriptor(const std::string& path) {
  std::error_code error;
  const fs::path descriptors = fs::canonical("/proc/self/fd", error);
  if (error) return std::nullopt;
  fs::path at = path;
  for (int i = 0; i < kMostLinks; ++i) {
    const std::string name = at.filename().string();
    int number = 0;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (failure == std::errc() && end == name.data() + name.size() &&
        fs::equivalent(parent_folder(at), descriptors, error)) {
      return number;
    }
    if (!fs::is_symlink(fs::symlink_status(at, error))) return std::nullopt;
    at = at.parent_path() / fs::read_symlink(at, error);
  }
  return std::nullopt;
}

}  // namespace thalign::cli

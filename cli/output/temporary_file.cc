// SPDX-License-Identifier: Apache-2.0
#include "cli/output/temporary_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <system_error>
#include <thread>
#include <utility>

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNames = 1000;  // of files for one target at once

[[noreturn]] void fail(int error) { throw std::system_error(error, std::generic_category()); }

[[noreturn]] void fail(const fs::path& target, int error) {
  throw fs::filesystem_error("", target, std::error_code(error, std::generic_category()));
}

fs::path folder_for(const fs::path& target) {
  return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// FNV-1a: names of any length become names of one length.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

/// Takes away the file at `path` if the process that made it is dead: nobody holds its lock.
/// Returns whether the name is free.
bool remove_left_behind(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return errno == ENOENT;
  struct stat locked = {};
  struct stat named = {};
  const bool is_free = flock(descriptor, LOCK_EX | LOCK_NB) == 0 &&
                       fstat(descriptor, &locked) == 0 && lstat(path.c_str(), &named) == 0 &&
                       locked.st_ino == named.st_ino && unlink(path.c_str()) == 0;
  close(descriptor);
  return is_free;
}

/// Keeps other runs of thalign from swapping files of a folder meanwhile; gives up soon if somebody
/// else holds its lock.
class FolderLock {
 public:
  explicit FolderLock(const fs::path& folder)
      : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    constexpr int kTries = 100;
    constexpr std::chrono::milliseconds kPause(10);
    for (int i = 0; descriptor_ >= 0 && i < kTries; ++i) {
      if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
      std::this_thread::sleep_for(kPause);
    }
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() {
    if (descriptor_ >= 0) close(descriptor_);
  }

 private:
  int descriptor_;
};

bool is_there(const fs::path& path) {
  struct stat status = {};
  return lstat(path.c_str(), &status) == 0;
}

}  // namespace

TemporaryFile::TemporaryFile(fs::path target)
    : target_(std::move(target)),
      old_(target_.parent_path() /
           fmt::format(".thalign-{:016x}.old", hash_of(target_.filename().native()))) {
  (void)remove_left_behind(hidden_name(0));
  if (!create_nameless()) create_named();
}

fs::path TemporaryFile::hidden_name(std::size_t number) const {
  return target_.parent_path() /
         fmt::format(".thalign-{:016x}-{}.tmp", hash_of(target_.filename().native()), number);
}

bool TemporaryFile::create_nameless() {
  // A file gets its name through /proc.
  if (access("/proc/self/fd", X_OK) != 0) return false;
  descriptor_ = ::open(folder_for(target_).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  if (descriptor_ >= 0) return true;
  // File systems that can't, and old kernels, which take it for opening a folder.
  if (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL) return false;
  fail(errno);
}

void TemporaryFile::create_named() {
  const SignalHold hold;
  for (std::size_t number = 0; number < kMostNames;) {
    const fs::path path = hidden_name(number);
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0 && errno != EEXIST) fail(errno);
    if (descriptor_ < 0) {
      if (!remove_left_behind(path)) ++number;
      continue;
    }
    // Another run may take it for left behind before it is locked.
    struct stat status = {};
    const bool is_ours = (flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) &&
                         fstat(descriptor_, &status) == 0 && status.st_nlink > 0;
    if (is_ours) {
      path_ = path;
      recorded_.emplace(path_);
      return;
    }
    close(descriptor_);
    ++number;
  }
  descriptor_ = -1;
  fail(EEXIST);
}

void TemporaryFile::give_name() {
  if (!path_.empty()) return;
  (void)flock(descriptor_, LOCK_EX | LOCK_NB);
  const std::string source = fmt::format("/proc/self/fd/{}", descriptor_);
  for (std::size_t number = 0; number < kMostNames;) {
    fs::path path = hidden_name(number);
    if (linkat(AT_FDCWD, source.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0) {
      path_ = std::move(path);
      recorded_.emplace(path_);
      return;
    }
    if (errno != EEXIST) fail(target_, errno);
    if (!remove_left_behind(path)) ++number;
  }
  fail(target_, EEXIST);
}

TemporaryFile::~TemporaryFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!path_.empty()) unlink(path_.c_str());
}

void TemporaryFile::put_in_place(std::span<TemporaryFile* const> files) {
  const SignalHold hold;
  for (TemporaryFile* const file : files) file->give_name();
  if (files.size() == 1) {
    TemporaryFile& file = *files.front();
    if (std::rename(file.path_.c_str(), file.target_.c_str()) != 0) fail(file.target_, errno);
  } else {
    const FolderLock lock(folder_for(files.front()->target_));
    restore_interrupted(files);
    swap(files);
  }
  for (TemporaryFile* const file : files) {
    file->path_.clear();
    file->recorded_.reset();
  }
}

fs::path TemporaryFile::folder() const { return folder_for(target_); }

void TemporaryFile::sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;  // it may be written to, but not read
  const int error = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  // Some file systems have nothing to do here, and say so.
  if (error != 0 && error != EINVAL && error != ENOTSUP && error != EROFS) fail(folder, error);
}

void TemporaryFile::restore_interrupted(std::span<TemporaryFile* const> files) {
  bool is_incomplete = false;
  for (const TemporaryFile* const file : files) is_incomplete |= !is_there(file->target_);
  for (const TemporaryFile* const file : files) {
    if (is_incomplete) {
      (void)std::rename(file->old_.c_str(), file->target_.c_str());
    } else {
      (void)unlink(file->old_.c_str());
    }
  }
}

void TemporaryFile::swap(std::span<TemporaryFile* const> files) {
  // Nothing here asks for memory before all is done or undone.
  std::size_t set_aside = 0, placed = 0;
  int error = 0;
  const auto rename = [&](const fs::path& from, const fs::path& to) {
    if (std::rename(from.c_str(), to.c_str()) == 0) return true;
    error = errno;
    return false;
  };
  while (set_aside < files.size() &&
         (rename(files[set_aside]->target_, files[set_aside]->old_) || error == ENOENT)) {
    ++set_aside;
  }
  if (set_aside == files.size()) {
    while (placed < files.size() && rename(files[placed]->path_, files[placed]->target_)) ++placed;
  }
  if (placed == files.size()) {
    for (const TemporaryFile* const file : files) (void)unlink(file->old_.c_str());
    return;
  }
  const fs::path& failed = files[set_aside < files.size() ? set_aside : placed]->target_;
  const int reason = error;
  for (std::size_t i = 0; i < placed; ++i) rename(files[i]->target_, files[i]->path_);
  for (std::size_t i = 0; i < set_aside; ++i) rename(files[i]->old_, files[i]->target_);
  fail(failed, reason);
}

}  // namespace thalign::cli

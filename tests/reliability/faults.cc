// SPDX-License-Identifier: Apache-2.0
// Preloaded into a program (LD_PRELOAD), makes one call of the system fail, or ends the process
// there.
//
//   THALIGN_FAULT=CALL:N:HOW    the Nth CALL (from 1): open, read, write, fsync, rename, link,
//                               malloc, thread. HOW: the number of an error, or `12-on` (all
//                               calls from there fail), `kill` (SIGKILL before the call) or
//                               `kill-after`
//   THALIGN_FAULT_COUNTS=FILE   at the end, how often each was called: lines CALL N
//   THALIGN_NO_TMPFILE=1        files without names can't be made, as on some file systems
//
// pread and pwrite count as read and write, fdatasync and syncfs as fsync, calloc and realloc as
// malloc.
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>

namespace {

enum Call {
  open_call,
  read_call,
  write_call,
  fsync_call,
  rename_call,
  link_call,
  malloc_call,
  thread_call
};
constexpr std::array<const char*, 8> kNames{"open",   "read", "write",  "fsync",
                                            "rename", "link", "malloc", "thread"};

// All of it is zero before any constructor runs: malloc is called that early.
std::array<std::atomic<long>, kNames.size()> counts;
bool is_ready;
int failing_call;
long failing_number;
int error_number;
bool fails_on, kill_before, kill_after, no_tmpfile;

__attribute__((constructor)) void read_environment() {
  failing_call = -1;
  no_tmpfile = getenv("THALIGN_NO_TMPFILE") != nullptr;
  if (const char* const fault = getenv("THALIGN_FAULT")) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      const std::size_t size = strlen(kNames[i]);
      if (strncmp(fault, kNames[i], size) != 0 || fault[size] != ':') continue;
      char* end = nullptr;
      failing_number = strtol(fault + size + 1, &end, 10);
      kill_after = strcmp(end, ":kill-after") == 0;
      kill_before = strcmp(end, ":kill") == 0;
      fails_on = strstr(end, "-on") != nullptr;
      error_number = static_cast<int>(strtol(end + 1, nullptr, 10));
      failing_call = static_cast<int>(i);
    }
  }
  is_ready = true;
}

__attribute__((destructor)) void write_counts() {
  const char* const path = getenv("THALIGN_FAULT_COUNTS");
  if (path == nullptr) return;
  const long file =
      syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    std::array<char, 64> line{};
    const int size = snprintf(line.data(), line.size(), "%s %ld\n", kNames[i], counts[i].load());
    (void)syscall(SYS_write, file, line.data(), size);
  }
}

void die() { syscall(SYS_kill, getpid(), SIGKILL); }

/// Whether this call is to fail; `errno` is set.
bool fails(Call call) {
  if (!is_ready) return false;
  const long number = ++counts[call];
  if (call != failing_call || number < failing_number || kill_after) return false;
  if (number > failing_number && !fails_on) return false;
  if (kill_before) die();
  errno = error_number;
  return true;
}

/// `result`, unless the process is to die after this call.
template <typename Result>
Result done(Call call, Result result) {
  if (kill_after && call == failing_call && counts[call] == failing_number) die();
  return result;
}

template <typename Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

// NOLINTBEGIN: the names and types are those of the C library
extern "C" {

void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* memory, size_t size);

void* malloc(size_t size) { return fails(malloc_call) ? nullptr : __libc_malloc(size); }
void* calloc(size_t count, size_t size) {
  return fails(malloc_call) ? nullptr : __libc_calloc(count, size);
}
void* realloc(void* memory, size_t size) {
  return fails(malloc_call) ? nullptr : __libc_realloc(memory, size);
}

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = va_arg(arguments, mode_t);
  va_end(arguments);
  if (fails(open_call)) return -1;
  if (no_tmpfile && (flags & O_TMPFILE) == O_TMPFILE) {
    errno = EOPNOTSUPP;
    return -1;
  }
  return done(open_call, static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode)));
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = va_arg(arguments, mode_t);
  va_end(arguments);
  return open(path, flags, mode);
}

FILE* fopen(const char* path, const char* mode) {
  if (fails(open_call)) return nullptr;
  return done(open_call, real<FILE*(const char*, const char*)>("fopen")(path, mode));
}
FILE* fopen64(const char* path, const char* mode) { return fopen(path, mode); }

ssize_t read(int file, void* bytes, size_t size) {
  if (fails(read_call)) return -1;
  return done(read_call, syscall(SYS_read, file, bytes, size));
}
ssize_t pread(int file, void* bytes, size_t size, off_t at) {
  if (fails(read_call)) return -1;
  return done(read_call, syscall(SYS_pread64, file, bytes, size, at));
}
ssize_t pread64(int file, void* bytes, size_t size, off_t at) {
  return pread(file, bytes, size, at);
}
ssize_t write(int file, const void* bytes, size_t size) {
  // What is said about a failure may not fail, too: it would not be seen.
  if (file != STDERR_FILENO && fails(write_call)) return -1;
  const ssize_t written = syscall(SYS_write, file, bytes, size);
  return file == STDERR_FILENO ? written : done(write_call, written);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  if (fails(write_call)) return -1;
  return done(write_call, syscall(SYS_pwrite64, file, bytes, size, at));
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off_t at) {
  return pwrite(file, bytes, size, at);
}
int fsync(int file) {
  if (fails(fsync_call)) return -1;
  return done(fsync_call, static_cast<int>(syscall(SYS_fsync, file)));
}
int fdatasync(int file) {
  if (fails(fsync_call)) return -1;
  return done(fsync_call, static_cast<int>(syscall(SYS_fdatasync, file)));
}
int syncfs(int file) {
  if (fails(fsync_call)) return -1;
  return done(fsync_call, static_cast<int>(syscall(SYS_syncfs, file)));
}
int rename(const char* from, const char* to) {
  if (fails(rename_call)) return -1;
  return done(rename_call, static_cast<int>(syscall(SYS_rename, from, to)));
}
int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*),
                   void* argument) {
  if (fails(thread_call)) return errno;
  return real<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>("pthread_create")(
      thread, attributes, start, argument);
}
int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) {
  if (fails(link_call)) return -1;
  return done(link_call,
              static_cast<int>(syscall(SYS_linkat, from_folder, from, to_folder, to, flags)));
}
}
// NOLINTEND

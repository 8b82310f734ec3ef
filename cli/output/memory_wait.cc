// SPDX-License-Identifier: Apache-2.0
#include "cli/output/memory_wait.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <fstream>
#include <set>
#include <sstream>

namespace thalign::cli {
namespace {

/// A file as /proc/locks names it; empty: it is not there.
std::string lock_name(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  return fmt::format("{:02x}:{:02x}:{}", major(status.st_dev), minor(status.st_dev), status.st_ino);
}

std::string program_name(int program) {
  std::ifstream file(fmt::format("/proc/{}/comm", program));
  std::string name;
  std::getline(file, name);
  return name;
}

}  // namespace

std::optional<int> program_that_locks(const std::string& memory) {
  const std::set<std::string> files{lock_name(memory), lock_name(memory + "-shm")};
  std::ifstream locks("/proc/locks");  // opening the files would end locks of our own
  for (std::string line; std::getline(locks, line);) {
    // "1: POSIX  ADVISORY  WRITE 1234 fd:00:5678 120 120"; of one that waits, "->" behind "1:"
    std::istringstream words(line);
    std::string number, type, advisory, access, file;
    int program = 0;
    words >> number >> type >> advisory >> access >> program >> file;
    if (words && access == "WRITE" && program > 0 && program != getpid() && files.contains(file))
      return program;
  }
  return std::nullopt;
}

LockWait memory_wait(const std::string& memory, const Notes& notes,
                     std::chrono::milliseconds longest) {
  return {.longest = longest, .on_wait = [=] {
            const std::optional<int> program = program_that_locks(memory);
            const std::string name = program ? program_name(*program) : std::string();
            notes.report(
                fmt::format("{}: waiting for {}, which is writing to it; at most {:g} s", memory,
                            !program       ? "another program"
                            : name.empty() ? fmt::format("process {}", *program)
                                           : fmt::format("{} (process {})", name, *program),
                            std::chrono::duration<double>(longest).count()));
          }};
}

}  // namespace thalign::cli

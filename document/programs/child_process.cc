// SPDX-License-Identifier: Apache-2.0
#include "document/programs/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "text/error.h"

namespace thalign {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxMessageBytes = 4096;
constexpr int kNotStarted = 127;  // exit code, as of a shell

[[noreturn]] void refuse_start(const std::string& program) {
  throw Error(ErrorCode::io, program,
              std::string("can't be started: ") + std::strerror(errno) + "; try again");
}

/// An open descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

struct Pipe {
  Descriptor reading, writing;

  explicit Pipe(const std::string& program) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) refuse_start(program);
    reading = Descriptor(ends[0]);
    writing = Descriptor(ends[1]);
  }
};

/// A file in memory with these bytes, at its beginning.
Descriptor file_of(std::string_view bytes, const std::string& program) {
  Descriptor file(::memfd_create("document", MFD_CLOEXEC));
  if (file.number() < 0) refuse_start(program);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) refuse_start(program);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  result.reserve(strings.size() + 1);
  for (std::string& string : strings) result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

void set_limit(__rlimit_resource resource, std::uint64_t value) {
  const rlimit limit{value, value};
  ::setrlimit(resource, &limit);
}

/// All that the new process needs, made before it is: it may only make system calls.
struct Start {
  const char* program;
  char* const* arguments;
  char* const* environment;
  int input, output, messages;
  pid_t parent;
};

[[noreturn]] void become(const Start& start, const ChildLimits& limits) {
  ::setsid();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != start.parent) ::_exit(kNotStarted);
  ::dup2(start.input, STDIN_FILENO);
  ::dup2(start.output, STDOUT_FILENO);
  ::dup2(start.messages, STDERR_FILENO);
  ::close_range(3, ~0U, 0);
  const auto seconds = static_cast<std::uint64_t>(limits.processor_time.count());
  set_limit(RLIMIT_CPU, seconds);
  set_limit(RLIMIT_AS, limits.memory_bytes);
  set_limit(RLIMIT_FSIZE, limits.output_bytes);
  set_limit(RLIMIT_CORE, 0);
  for (const int signal : {SIGPIPE, SIGXFSZ, SIGXCPU}) ::signal(signal, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::execve(start.program, start.arguments, start.environment);
  ::_exit(kNotStarted);
}

/// A process that is killed and waited for where its end was not awaited.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (id_ > 0) {
      kill();
      wait();
    }
  }

  void kill() const {
    ::kill(-id_, SIGKILL);
    ::kill(id_, SIGKILL);
  }
  /// Its status. What it has started and left is killed.
  int wait() {
    siginfo_t ended{};
    while (::waitid(P_PID, static_cast<id_t>(id_), &ended, WEXITED | WNOWAIT) < 0 &&
           errno == EINTR) {
    }
    ::kill(-id_, SIGKILL);  // before the number of the group is free for others
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
    return status;
  }

 private:
  pid_t id_;
};

/// Takes what is there; false at the end.
bool take(int from, std::string& to, std::size_t most) {
  std::array<char, 1U << 16U> buffer{};
  const ssize_t size = ::read(from, buffer.data(), buffer.size());
  if (size < 0) return errno == EINTR;
  to.append(buffer.data(),
            std::min(static_cast<std::size_t>(size), most - std::min(most, to.size())));
  return size > 0;
}

/// Reads output and messages to their end, or until a limit is used up.
ChildEnding read_all(Pipe& output, Pipe& messages, const ChildLimits& limits, ChildResult& result) {
  const Clock::time_point end = Clock::now() + limits.time;
  std::array<pollfd, 2> waits{pollfd{output.reading.number(), POLLIN, 0},
                              pollfd{messages.reading.number(), POLLIN, 0}};
  while (waits[0].fd >= 0 || waits[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (left.count() <= 0) return ChildEnding::out_of_time;
    if (::poll(waits.data(), waits.size(), static_cast<int>(left.count())) <= 0) continue;
    if (waits[0].revents != 0 && !take(waits[0].fd, result.output, limits.output_bytes + 1))
      waits[0].fd = -1;
    if (waits[1].revents != 0 && !take(waits[1].fd, result.messages, kMaxMessageBytes))
      waits[1].fd = -1;
    if (result.output.size() > limits.output_bytes) return ChildEnding::too_much_output;
  }
  return ChildEnding::exited;
}

}  // namespace

std::optional<std::string> find_program(std::string_view name, std::string_view folders) {
  while (!folders.empty()) {
    const auto end = std::min(folders.find(':'), folders.size());
    const std::string_view folder = folders.substr(0, end);
    folders.remove_prefix(std::min(end + 1, folders.size()));
    if (!folder.starts_with('/')) continue;
    std::string path(folder);
    path.append("/").append(name);
    if (::access(path.c_str(), X_OK) == 0) return path;
  }
  return std::nullopt;
}

ChildResult run_child(const ChildCommand& command, const ChildLimits& limits) {
  const Descriptor input = file_of(command.input, command.program);
  Pipe output(command.program);
  Pipe messages(command.program);
  std::vector<std::string> arguments{command.program};
  arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
  std::vector<std::string> environment = command.environment;
  const std::vector<char*> argument_list = pointers(arguments);
  const std::vector<char*> environment_list = pointers(environment);
  const Start start{.program = command.program.c_str(),
                    .arguments = argument_list.data(),
                    .environment = environment_list.data(),
                    .input = input.number(),
                    .output = output.writing.number(),
                    .messages = messages.writing.number(),
                    .parent = ::getpid()};
  const pid_t id = ::fork();
  if (id < 0) refuse_start(command.program);
  if (id == 0) become(start, limits);
  Child child(id);
  output.writing.close();
  messages.writing.close();
  ChildResult result;
  result.ending = read_all(output, messages, limits, result);
  if (result.ending != ChildEnding::exited) child.kill();
  const int status = child.wait();
  if (result.ending != ChildEnding::exited) return result;
  if (WIFEXITED(status)) {
    result.exit_code = WEXITSTATUS(status);
  } else {
    result.ending = ChildEnding::killed;
  }
  return result;
}

}  // namespace thalign

#include "cli/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/exit_code.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array fatal_signals{SIGINT, SIGTERM, SIGHUP};
constexpr std::size_t buffer_size = 1 << 16;

// A signal handler can reach nothing but globals: the temporary file to remove, empty if there is
// none.
std::array<char, PATH_MAX> path_to_remove{};

/// Holds back the fatal signals while `path_to_remove` and the file it names are out of step.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : fatal_signals) sigaddset(&set, signal);
    pthread_sigmask(SIG_BLOCK, &set, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

extern "C" void remove_and_die(int signal) {
  if (path_to_remove[0] != '\0') unlink(path_to_remove.data());
  // SA_RESETHAND has restored the default action: it ends the process when this handler returns.
  raise(signal);
}

void install_handlers() {
  struct sigaction action = {};
  action.sa_handler = remove_and_die;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : fatal_signals) {
    struct sigaction before = {};
    // A signal that is ignored, as under nohup, stays so.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(signal, &action, nullptr);
  }
}

std::string reason(int error) { return std::generic_category().message(error); }

[[noreturn]] void fail(const std::string& path, int error, std::string_view advice) {
  throw Error(ErrorCode::io, path, fmt::format("can't write: {}; {}", reason(error), advice));
}

bool is_standard_output(const std::string& path) { return path == "-" || path == "/dev/stdout"; }

std::optional<struct stat> status(const std::string& path, int standard_descriptor) {
  struct stat result = {};
  const int failed =
      path == "-" || (standard_descriptor == STDOUT_FILENO && is_standard_output(path))
          ? fstat(standard_descriptor, &result)
          : stat(path.c_str(), &result);
  if (failed != 0) return std::nullopt;
  return result;
}

/// Where the links at `path` lead, whether or not a file is there.
fs::path follow_links(fs::path path) {
  constexpr int most_links = 40;
  std::error_code error;
  for (int i = 0; i < most_links && fs::is_symlink(fs::symlink_status(path, error)); ++i) {
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  return path;
}

/// Creates a file beside `target` under a name nobody has, registered for removal by a signal.
std::pair<int, fs::path> create_temporary(const fs::path& target, const std::string& path) {
  const SignalsHeld held;
  for (int attempt = 0;; ++attempt) {
    fs::path temporary =
        target.parent_path() / fmt::format(".thalign-{}-{}.tmp", getpid(), attempt);
    if (temporary.native().size() >= path_to_remove.size()) {
      fail(path, ENAMETOOLONG, "choose a shorter path");
    }
    const int descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0 && errno == EEXIST) continue;
    if (descriptor < 0) fail(path, errno, "check that its folder exists and may be written to");
    std::memcpy(path_to_remove.data(), temporary.c_str(), temporary.native().size() + 1);
    return {descriptor, std::move(temporary)};
  }
}

}  // namespace

DescriptorBuffer::DescriptorBuffer(int descriptor) : descriptor_(descriptor), buffer_(buffer_size) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

bool DescriptorBuffer::flush_buffer() {
  const char* next = pbase();
  while (error_ == 0 && next != pptr()) {
    const ssize_t written = ::write(descriptor_, next, static_cast<std::size_t>(pptr() - next));
    if (written > 0) next += written;
    if (written < 0 && errno != EINTR) error_ = errno;
  }
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  return error_ == 0;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type character) {
  if (!flush_buffer()) return traits_type::eof();
  if (!traits_type::eq_int_type(character, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(character);
    pbump(1);
  }
  return traits_type::not_eof(character);
}

int DescriptorBuffer::sync() { return flush_buffer() ? 0 : -1; }

OutputFile::Destination OutputFile::open(const std::string& path) {
  if (is_standard_output(path)) return {STDOUT_FILENO, {}, {}};
  if (path.empty()) fail(path, ENOENT, "give the output a name");
  const std::optional<struct stat> existing = status(path, STDOUT_FILENO);
  if (existing && S_ISDIR(existing->st_mode)) {
    fail(path, EISDIR, "give the name of a file");
  }
  if (existing && !S_ISREG(existing->st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) fail(path, errno, "choose another output");
    return {descriptor, {}, {}};
  }
  if (existing && access(path.c_str(), W_OK) != 0) {
    fail(path, errno, "make the file writable or choose another output");
  }
  fs::path target = follow_links(path);
  install_handlers();
  auto [descriptor, temporary] = create_temporary(target, path);
  if (existing && fchmod(descriptor, existing->st_mode & 07777) != 0) {
    // The mode of the old file is a courtesy: file systems without modes have none to keep.
  }
  return {descriptor, std::move(temporary), std::move(target)};
}

OutputFile::OutputFile(const std::string& path) : OutputFile(path, open(path)) {}

OutputFile::OutputFile(const std::string& path, Destination destination)
    : name_(path == "-" ? "standard output" : path),
      destination_(std::move(destination)),
      buffer_(destination_.descriptor),
      stream_(&buffer_) {}

OutputFile::~OutputFile() { discard(); }

void OutputFile::discard() noexcept {
  if (destination_.descriptor > STDERR_FILENO) close(destination_.descriptor);
  destination_.descriptor = -1;
  if (destination_.temporary.empty()) return;
  unlink(destination_.temporary.c_str());
  destination_.temporary.clear();
  path_to_remove[0] = '\0';
}

void OutputFile::commit() {
  constexpr std::string_view advice = "check that there is room, and run again";
  stream_.flush();
  if (buffer_.error() != 0) fail(name_, buffer_.error(), advice);
  if (destination_.temporary.empty()) return;
  if (fsync(destination_.descriptor) != 0) fail(name_, errno, advice);
  const SignalsHeld held;
  if (std::rename(destination_.temporary.c_str(), destination_.target.c_str()) != 0) {
    fail(name_, errno, advice);
  }
  destination_.temporary.clear();
  path_to_remove[0] = '\0';
}

void refuse_output_over_input(const std::string& output, std::span<const std::string> inputs) {
  const std::optional<struct stat> out = status(output, STDOUT_FILENO);
  // Reading from and writing to one terminal or device loses nothing.
  if (!out || !S_ISREG(out->st_mode)) return;
  for (const std::string& input : inputs) {
    const std::optional<struct stat> in = status(input, STDIN_FILENO);
    if (in && in->st_dev == out->st_dev && in->st_ino == out->st_ino) {
      throw UsageError(fmt::format("{}: is an input and the output; choose another output",
                                   output == "-" ? "standard output" : output));
    }
  }
}

}  // namespace thalign::cli

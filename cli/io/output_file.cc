#include "cli/io/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/io/exit_code.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_size = 1 << 16;

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

/// A temporary file beside `target`. Throws `Error` naming `path`.
std::unique_ptr<TemporaryFile> create_temporary(fs::path target, const std::string& path) {
  try {
    return std::make_unique<TemporaryFile>(std::move(target));
  } catch (const std::system_error& error) {
    fail(path, error.code().value(), "check that its folder exists and may be written to");
  }
}

}  // namespace

std::string output_name(const std::string& path) { return path == "-" ? "standard output" : path; }

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
  if (is_standard_output(path)) return {STDOUT_FILENO, nullptr};
  if (path.empty()) fail(path, ENOENT, "give the output a name");
  const std::optional<struct stat> existing = status(path, STDOUT_FILENO);
  if (existing && S_ISDIR(existing->st_mode)) {
    fail(path, EISDIR, "give the name of a file");
  }
  if (existing && !S_ISREG(existing->st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) fail(path, errno, "choose another output");
    return {descriptor, nullptr};
  }
  if (existing && access(path.c_str(), W_OK) != 0) {
    fail(path, errno, "make the file writable or choose another output");
  }
  std::unique_ptr<TemporaryFile> temporary = create_temporary(follow_links(path), path);
  const int descriptor = temporary->descriptor();
  if (existing && fchmod(descriptor, existing->st_mode & 07777) != 0) {
    // The mode of the old file is a courtesy: file systems without modes have none to keep.
  }
  return {descriptor, std::move(temporary)};
}

OutputFile::OutputFile(const std::string& path) : OutputFile(path, open(path)) {}

OutputFile::OutputFile(const std::string& path, Destination destination)
    : name_(output_name(path)),
      destination_(std::move(destination)),
      buffer_(destination_.descriptor),
      stream_(&buffer_) {}

OutputFile::~OutputFile() {
  if (!destination_.temporary && destination_.descriptor > STDERR_FILENO) {
    close(destination_.descriptor);
  }
}

void OutputFile::commit() {
  constexpr std::string_view advice = "check that there is room, and run again";
  stream_.flush();
  if (buffer_.error() != 0) fail(name_, buffer_.error(), advice);
  if (!destination_.temporary) return;
  if (fsync(destination_.descriptor) != 0) fail(name_, errno, advice);
  try {
    destination_.temporary->rename();
  } catch (const std::system_error& error) {
    fail(name_, error.code().value(), advice);
  }
  destination_ = {-1, nullptr};
}

void refuse_output_over_input(const std::string& output, std::span<const std::string> inputs) {
  const std::optional<struct stat> out = status(output, STDOUT_FILENO);
  // Reading from and writing to one terminal or device loses nothing.
  if (!out || !S_ISREG(out->st_mode)) return;
  for (const std::string& input : inputs) {
    const std::optional<struct stat> in = status(input, STDIN_FILENO);
    if (in && in->st_dev == out->st_dev && in->st_ino == out->st_ino) {
      throw UsageError(fmt::format("{}: is an input and the output; choose another output",
                                   output_name(output)));
    }
  }
}

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/output/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "cli/base/exit_code.h"
#include "cli/output/file_identity.h"
#include "text/files/io_error.h"
#include "tm/memory/memory.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kOutputBufferBytes = 1 << 16;

[[noreturn]] void fail(const std::string& path, int error, std::string_view advice) {
  throw io_error(path, "write", error, advice);
}

constexpr std::string_view kFolderAdvice = "check that its folder exists and may be written to";
constexpr std::string_view kWriteAdvice = "check that there is room, and run again";

Error write_error(const std::string& path, int error) {
  return io_error(path, "write", error, kWriteAdvice);
}

/// Puts the files of an output on the disk. Throws `Error` (io).
void sync_files(const WrittenFiles& files) {
  for (const WrittenFile& file : files) {
    if (file.temporary && fsync(file.temporary->descriptor()) != 0)
      throw write_error(file.name, errno);
  }
}

/// Puts all that was written to the file systems of outputs on the disk. Returns false if that
/// can't be done.
bool sync_file_systems(const std::vector<WrittenFiles>& outputs) {
  std::set<dev_t> synced;
  for (const WrittenFiles& files : outputs) {
    for (const WrittenFile& file : files) {
      struct stat status = {};
      if (!file.temporary) continue;
      const int descriptor = file.temporary->descriptor();
      if (fstat(descriptor, &status) != 0) return false;
      if (synced.insert(status.st_dev).second && syncfs(descriptor) != 0) return false;
    }
  }
  return true;
}

/// For a pipe that another program has made return at once when it is full.
void wait_for_room(int descriptor) {
  pollfd one{.fd = descriptor, .events = POLLOUT, .revents = 0};
  (void)poll(&one, 1, -1);
  errno = EAGAIN;
}

/// A temporary file in the folder of `target`. Throws `Error` naming `path`.
std::unique_ptr<TemporaryFile> create_temporary(fs::path target, const std::string& path) {
  try {
    return std::make_unique<TemporaryFile>(std::move(target));
  } catch (const std::system_error& error) {
    fail(path, error.code().value(), kFolderAdvice);
  }
}

}  // namespace

std::string output_name(const std::string& path) { return path == "-" ? "standard output" : path; }

DescriptorBuffer::DescriptorBuffer(int descriptor)
    : descriptor_(descriptor), buffer_(kOutputBufferBytes) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

bool DescriptorBuffer::flush_buffer() {
  const char* next = pbase();
  while (error_ == 0 && next != pptr()) {
    const ssize_t written = ::write(descriptor_, next, static_cast<std::size_t>(pptr() - next));
    if (written > 0) next += written;
    if (written < 0 && errno == EAGAIN) wait_for_room(descriptor_);
    if (written < 0 && errno != EINTR && errno != EAGAIN) error_ = errno;
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
  if (path == "-") return {STDOUT_FILENO, false, nullptr};
  if (path.empty()) fail(path, ENOENT, "give the output a name");
  if (const std::optional<int> descriptor = named_descriptor(path)) {
    if (fcntl(*descriptor, F_GETFD) < 0) fail(path, errno, "choose another output");
    return {*descriptor, false, nullptr};
  }
  struct stat existing = {};
  const bool exists = stat(path.c_str(), &existing) == 0;
  if (!exists && errno == ENOTDIR) fail(path, errno, kFolderAdvice);
  if (!exists && errno != ENOENT) fail(path, errno, "choose another output");
  if (exists && S_ISDIR(existing.st_mode)) fail(path, EISDIR, "give the name of a file");
  if (exists && !S_ISREG(existing.st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) fail(path, errno, "choose another output");
    return {descriptor, true, nullptr};
  }
  if (exists && is_memory_file(path)) {
    throw UsageError(fmt::format(
        "{}: is a translation memory, which would be lost; choose another output", path));
  }
  if (exists && access(path.c_str(), W_OK) != 0) {
    fail(path, errno, "make the file writable or choose another output");
  }
  std::unique_ptr<TemporaryFile> temporary = create_temporary(follow_links(path), path);
  const int descriptor = temporary->descriptor();
  // Both are courtesies: not all users may give files away, not all file systems have modes.
  if (exists && (fchown(descriptor, existing.st_uid, existing.st_gid) != 0 ||
                 fchmod(descriptor, existing.st_mode & 0777) != 0)) {
    (void)fchmod(descriptor, existing.st_mode & 0777);
  }
  return {descriptor, true, std::move(temporary)};
}

OutputFile::OutputFile(const std::string& path, const RunFiles& files)
    : OutputFile(path, (files.refuse_if_read(path), open(path))) {}

OutputFile::OutputFile(const std::string& path, Destination destination)
    : name_(output_name(path)),
      destination_(std::move(destination)),
      buffer_(destination_.descriptor),
      compressed_(compression_of_name(path) == Compression::none
                      ? nullptr
                      : std::make_unique<CompressedBuffer>(buffer_, compression_of_name(path))),
      stream_(compressed_ ? static_cast<std::streambuf*>(compressed_.get()) : &buffer_) {}

OutputFile::~OutputFile() {
  if (!destination_.temporary && destination_.owned) close(destination_.descriptor);
}

WrittenFile OutputFile::finish() {
  stream_.flush();
  if (compressed_) {
    compressed_->finish();
    (void)buffer_.pubsync();
  }
  if (buffer_.error() != 0) throw write_error(name_, buffer_.error());
  if (!destination_.temporary) return {name_, nullptr};
  return {name_, std::exchange(destination_, {-1, false, nullptr}).temporary};
}

void OutputFile::commit() {
  WrittenFiles output;
  output.push_back(finish());
  put_in_place(std::move(output));
}

void put_in_place(WrittenFiles output) {
  std::vector<WrittenFiles> outputs(1);
  outputs.front() = std::move(output);
  if (const std::optional<Error> error = put_in_place(outputs).front()) throw *error;
}

std::vector<std::optional<Error>> put_in_place(const std::vector<WrittenFiles>& outputs) {
  std::vector<std::optional<Error>> errors(outputs.size());
  const auto try_each = [&](auto&& work) {
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      if (errors[i]) continue;
      try {
        work(outputs[i]);
      } catch (const Error& error) {
        errors[i] = error;
      } catch (const fs::filesystem_error& error) {
        errors[i] = write_error(error.path1().string(), error.code().value());
      }
    }
  };
  if (outputs.size() == 1 || !sync_file_systems(outputs)) try_each(sync_files);
  try_each([&](const WrittenFiles& files) {
    std::vector<TemporaryFile*> temporaries;
    for (const WrittenFile& file : files) {
      if (file.temporary) temporaries.push_back(file.temporary.get());
    }
    if (temporaries.empty()) return;
    TemporaryFile::put_in_place(temporaries);
  });
  std::set<fs::path> synced;
  try_each([&](const WrittenFiles& files) {
    for (const WrittenFile& file : files) {
      if (file.temporary && synced.insert(file.temporary->folder()).second)
        TemporaryFile::sync_folder(file.temporary->folder());
    }
  });
  return errors;
}

}  // namespace thalign::cli

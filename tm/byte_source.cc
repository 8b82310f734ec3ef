// SPDX-License-Identifier: Apache-2.0
#include "tm/byte_source.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include "text/error.h"
#include "text/files/io_error.h"

namespace thalign {
namespace {

constexpr std::size_t kPieceBytes = 1U << 16U;

}  // namespace

struct ByteSource::State {
  std::string name;
  std::optional<ByteReader> file;
  std::istream* stream = nullptr;  ///< null: `file`
  std::array<char, kPieceBytes> piece{};
  std::size_t begin = 0, end = 0;  ///< what of `piece` is not used yet
  bool compressed = false;
  bool member_open = false;  ///< within a gzip member, of which a file may have several
  z_stream inflater{};

  explicit State(ByteReader reader) : name(reader.name()), file(std::move(reader)) {
    begin_reading();
  }
  State(std::istream& in, std::string name_of) : name(std::move(name_of)), stream(&in) {
    begin_reading();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (compressed) inflateEnd(&inflater);
  }

  void begin_reading() {
    fill();
    compressed = end >= 2 && piece[0] == '\x1F' && piece[1] == '\x8B';
    constexpr int kGzipOnly = 15 + 16;
    if (compressed && inflateInit2(&inflater, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }

  /// Makes `piece` hold new bytes, if there are any.
  void fill() {
    begin = 0;
    if (file) {
      end = file->read(piece.data(), piece.size());
      return;
    }
    stream->read(piece.data(), static_cast<std::streamsize>(piece.size()));
    if (stream->bad()) throw io_error(name, "read", EIO, "check the disk");
    end = static_cast<std::size_t>(stream->gcount());
  }

  std::size_t copy(char* out, std::size_t size) {
    const std::size_t count = std::min(size, end - begin);
    std::copy_n(piece.data() + begin, count, out);
    begin += count;
    return count;
  }

  std::size_t expand(char* out, std::size_t size) {
    inflater.next_in = reinterpret_cast<Bytef*>(piece.data() + begin);
    inflater.avail_in = static_cast<uInt>(end - begin);
    inflater.next_out = reinterpret_cast<Bytef*>(out);
    inflater.avail_out = static_cast<uInt>(size);
    member_open = true;
    const int result = inflate(&inflater, Z_NO_FLUSH);
    begin = end - inflater.avail_in;
    if (result == Z_STREAM_END) {
      member_open = false;
      inflateReset(&inflater);
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      throw Error(ErrorCode::format, name,
                  "the compressed data is broken; get the file again or expand it with gzip");
    }
    return size - inflater.avail_out;
  }

  /// At least one byte, except at the end.
  std::size_t read_some(char* out, std::size_t size) {
    for (;;) {
      if (begin == end) fill();
      if (begin == end) break;
      if (!compressed) return copy(out, size);
      if (const std::size_t count = expand(out, size); count > 0) return count;
    }
    if (member_open) {
      throw Error(ErrorCode::format, name,
                  "the compressed data ends too early; get the file again");
    }
    return 0;
  }
};

ByteSource::ByteSource(const std::filesystem::path& path) : ByteSource(ByteReader(path)) {}
ByteSource::ByteSource(ByteReader file) : state_(std::make_unique<State>(std::move(file))) {}
ByteSource::ByteSource(std::istream& in, std::string name)
    : state_(std::make_unique<State>(in, std::move(name))) {}
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;
ByteSource::~ByteSource() = default;

std::size_t ByteSource::read(char* out, std::size_t size) {
  std::size_t done = 0;
  while (done < size) {
    const std::size_t count = state_->read_some(out + done, size - done);
    if (count == 0) break;
    done += count;
  }
  return done;
}

const std::string& ByteSource::name() const& { return state_->name; }

}  // namespace thalign

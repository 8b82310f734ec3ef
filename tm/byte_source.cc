// SPDX-License-Identifier: Apache-2.0
#include "tm/byte_source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "text/error.h"
#include "text/files/compression.h"
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
  std::size_t begin = 0, end = 0;      ///< what of `piece` is not used yet
  std::unique_ptr<Expander> expander;  ///< null: the bytes are not compressed
  bool member_open = false;

  explicit State(ByteReader reader) : name(reader.name()), file(std::move(reader)) {
    begin_reading();
  }
  State(std::istream& in, std::string name_of) : name(std::move(name_of)), stream(&in) {
    begin_reading();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() = default;

  void begin_reading() {
    fill();
    const Compression compression = compression_of_content(std::string_view(piece.data(), end));
    if (compression != Compression::none) expander = make_expander(compression);
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
    const auto step = expander->expand(std::span(piece).subspan(begin, end - begin), {out, size});
    if (!step) {
      throw Error(ErrorCode::format, name,
                  "the compressed data is broken; get the file again or expand it yourself");
    }
    begin += step->taken;
    member_open = !step->ended;
    return step->made;
  }

  /// At least one byte, except at the end.
  std::size_t read_some(char* out, std::size_t size) {
    for (;;) {
      if (begin == end) fill();
      if (begin == end) break;
      if (!expander) return copy(out, size);
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

std::size_t ByteSource::append_to(std::string& bytes, std::size_t size) {
  const std::size_t before = bytes.size();
  bytes.resize(before + size);
  const std::size_t used = read(bytes.data() + before, size);
  bytes.resize(before + used);
  return used;
}

void ByteSource::append_rest_to(std::string& bytes) {
  if (!state_->expander && state_->file) {  // which knows how much is left
    bytes.append(state_->piece.data() + state_->begin, state_->end - state_->begin);
    state_->begin = state_->end;
    return state_->file->append_rest_to(bytes);
  }
  constexpr std::size_t kLargest = std::numeric_limits<std::int32_t>::max();
  for (std::size_t part = kPieceBytes; append_to(bytes, part) == part;) {
    if (bytes.size() > kLargest) {
      throw Error(ErrorCode::limit, state_->name,
                  "larger than 2 GiB when expanded; split it into smaller files");
    }
    part = std::min(bytes.size(), kLargest + 1 - bytes.size());
  }
}

const std::string& ByteSource::name() const& { return state_->name; }

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "cli/output/gzip_buffer.h"

#include <zlib.h>

#include <new>

namespace thalign::cli {

struct GzipBuffer::Compressor {
  z_stream stream = {};
};

GzipBuffer::GzipBuffer(std::streambuf& out)
    : out_(out),
      compressor_(std::make_unique<Compressor>()),
      plain_(std::size_t{1} << 16U),
      packed_(std::size_t{1} << 16U) {
  constexpr int kGzipWindow = 15 + 16, kMemory = 8;  // 16: with the header of gzip, without time
  if (deflateInit2(&compressor_->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  setp(plain_.data(), plain_.data() + plain_.size());
}

GzipBuffer::~GzipBuffer() { (void)deflateEnd(&compressor_->stream); }

bool GzipBuffer::compress(int mode) {
  z_stream& stream = compressor_->stream;
  stream.next_in = reinterpret_cast<Bytef*>(pbase());
  stream.avail_in = static_cast<uInt>(pptr() - pbase());
  do {
    stream.next_out = reinterpret_cast<Bytef*>(packed_.data());
    stream.avail_out = static_cast<uInt>(packed_.size());
    (void)deflate(&stream, mode);  // can't fail: there is room, and the state is sound
    const auto made = static_cast<std::streamsize>(packed_.size() - stream.avail_out);
    if (out_.sputn(packed_.data(), made) != made) return false;
  } while (stream.avail_out == 0);
  setp(plain_.data(), plain_.data() + plain_.size());
  return true;
}

void GzipBuffer::finish() { (void)compress(Z_FINISH); }

GzipBuffer::int_type GzipBuffer::overflow(int_type character) {
  if (!compress(Z_NO_FLUSH)) return traits_type::eof();
  if (!traits_type::eq_int_type(character, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(character);
    pbump(1);
  }
  return traits_type::not_eof(character);
}

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#include "text/files/compressed_buffer.h"

#include <span>

namespace thalign {

CompressedBuffer::CompressedBuffer(std::streambuf& out, Compression compression)
    : out_(out),
      compressor_(make_compressor(compression)),
      plain_(std::size_t{1} << 16U),
      packed_(std::size_t{1} << 16U) {
  setp(plain_.data(), plain_.data() + plain_.size());
}

bool CompressedBuffer::compress(bool last) {
  std::span<const char> rest(pbase(), pptr());
  for (bool done = false; !done;) {
    const CompressionStep step = compressor_->compress(rest, packed_, last);
    const auto made = static_cast<std::streamsize>(step.made);
    if (out_.sputn(packed_.data(), made) != made) return false;
    rest = rest.subspan(step.taken);
    done = last ? step.ended : rest.empty() && step.made < packed_.size();
  }
  setp(plain_.data(), plain_.data() + plain_.size());
  return true;
}

void CompressedBuffer::finish() { (void)compress(true); }

CompressedBuffer::int_type CompressedBuffer::overflow(int_type character) {
  if (!compress(false)) return traits_type::eof();
  if (!traits_type::eq_int_type(character, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(character);
    pbump(1);
  }
  return traits_type::not_eof(character);
}

}  // namespace thalign

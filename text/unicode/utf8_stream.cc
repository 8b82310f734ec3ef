// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/utf8_stream.h"

#include <utility>

#include "text/unicode/encoding.h"
#include "text/unicode/utf8.h"

namespace thalign {
namespace {

/// Bytes of the character that begins with `lead`; 1 if none does.
std::size_t length_by_lead(unsigned char lead) {
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC2 ? 2 : 1;
}

}  // namespace

std::size_t unfinished_utf8(std::string_view bytes) {
  for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if ((byte & 0xC0U) == 0x80U) continue;
    return byte <= 0xF4 && length_by_lead(byte) > back ? back : 0;
  }
  return 0;
}

Utf8Stream::Utf8Stream(std::string name, std::size_t offset, bool replace_invalid)
    : name_(std::move(name)), offset_(offset), replace_invalid_(replace_invalid) {}

std::string Utf8Stream::take(std::string_view bytes, bool last) {
  std::string text = std::exchange(waiting_, {});
  text.append(bytes);
  if (!last) {
    const std::size_t finished = text.size() - unfinished_utf8(text);
    waiting_ = text.substr(finished);
    text.resize(finished);
  }
  const std::size_t begin = std::exchange(offset_, offset_ + text.size());
  const std::size_t first_invalid = first_invalid_utf8(text);
  if (first_invalid == std::string::npos) return text;
  if (!replace_invalid_) throw invalid_bytes(name_, begin + first_invalid, "UTF-8");
  replaced_ += check_utf8(text).invalid;
  return replace_invalid_utf8(text);
}

}  // namespace thalign

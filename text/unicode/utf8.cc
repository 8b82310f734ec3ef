// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace thalign {
namespace {

/// From `at` on, the offset of the first byte outside ASCII, or the size of `bytes`.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  for (std::uint64_t word = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

/// From `at` on, the offset of the first byte that begins no character of the Thai block.
std::size_t skip_thai(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  while (at + 3 <= bytes.size() && byte(at) == 0xE0 && (byte(at + 1) & 0xFEU) == 0xB8 &&
         (byte(at + 2) & 0xC0U) == 0x80) {
    at += 3;
  }
  return at;
}

/// Calls `valid(begin, end)` for each run of valid bytes and `invalid(begin)` for each maximal
/// invalid subpart, in order; `invalid` returns whether to go on.
template <typename Valid, typename Invalid>
void scan(std::string_view bytes, Valid valid, Invalid invalid) {
  const auto* const units = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t run = 0;
  std::size_t at = skip_ascii(bytes, 0);
  while (at < bytes.size()) {
    at = skip_thai(bytes, at);
    if (at == bytes.size()) break;
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(units, at, bytes.size(), c);
    if (c < 0) {
      valid(run, begin);
      if (!invalid(begin)) return;
      run = at;
    }
    if (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
      at = skip_ascii(bytes, at);
  }
  valid(run, bytes.size());
}

std::size_t count_beyond_ascii(std::string_view valid) {
  std::size_t count = 0;
  for (const char byte : valid) count += static_cast<unsigned char>(byte) >= 0xC0 ? 1 : 0;
  return count;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view bytes) {
  std::size_t first = std::string_view::npos;
  scan(
      bytes, [](std::size_t, std::size_t) {},
      [&](std::size_t begin) {
        first = begin;
        return false;
      });
  return first;
}

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  scan(
      bytes,
      [&](std::size_t begin, std::size_t end) {
        check.characters += count_beyond_ascii(bytes.substr(begin, end - begin));
      },
      [&](std::size_t begin) {
        if (check.invalid == 0) check.first_invalid = begin;
        ++check.invalid;
        return true;
      });
  return check;
}

std::string replace_invalid_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  scan(
      bytes, [&](std::size_t begin, std::size_t end) { text.append(bytes, begin, end - begin); },
      [&](std::size_t) {
        text.append("\uFFFD");
        return true;
      });
  return text;
}

}  // namespace thalign

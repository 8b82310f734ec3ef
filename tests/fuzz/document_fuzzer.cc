// SPDX-License-Identifier: Apache-2.0
// Raw bytes through the door and into words: whatever comes in, either `Error` or a document that
// keeps what the headers promise. The first byte of the input chooses the options.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/document.h"
#include "text/error.h"
#include "text/unicode/code_points.h"
#include "text/unicode/encoding.h"
#include "text/unicode/utf8.h"
#include "text/unicode/white_space.h"
#include "text/words.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

thalign::DecodeOptions options_of(std::uint8_t choice) {
  constexpr std::array kEncodings = {
      "",      "",        "UTF-8",     "UTF-16LE",    "UTF-16BE", "windows-874",
      "UTF-7", "GB18030", "Shift_JIS", "ISO-2022-JP", "SCSU",     "no-such"};
  thalign::DecodeOptions options = {.name = "fuzz"};
  options.replace_invalid = (choice & 0x80U) != 0;
  if ((choice & 0x40U) != 0) options.language = thalign::Language::thai;
  options.encoding = kEncodings.at((choice & 0x3FU) % kEncodings.size());
  return options;
}

bool is_boundary(std::string_view text, std::uint32_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

/// What lies between words folds to nothing but white space.
void require_space(std::string_view between) {
  const thalign::FoldedText folded(between);
  for (std::size_t i = 0; i < folded.text().size();) {
    const auto byte = static_cast<unsigned char>(folded.text()[i]);
    if (byte < 0x80) {
      require(thalign::is_space(byte));
      ++i;
    } else if (byte == 0xC2) {
      require(folded.text().substr(i, 2) == "\u0085");
      i += 2;
    } else {
      const std::string_view character = folded.text().substr(i, 3);
      require(character == "\u2028" || character == "\u2029");
      i += 3;
    }
  }
}

void check_words(std::string_view text) {
  const thalign::Words words(text);
  const thalign::FoldedText folded(text);
  const thalign::CodePointIndex index(text);
  require(folded.text().size() <= text.size());
  require(thalign::check_utf8(folded.text()).valid());
  std::uint32_t original_end = 0;
  std::uint32_t folded_end = 0;
  for (const thalign::Word& word : words.all()) {
    require(original_end <= word.original.begin && word.original.begin < word.original.end);
    require(folded_end <= word.folded.begin && word.folded.begin < word.folded.end);
    require(word.original.end <= text.size() && word.folded.end <= folded.text().size());
    require(is_boundary(text, word.original.begin) && is_boundary(text, word.original.end));
    // Characters that no reader sees stay in the word they touch; folding drops them.
    require(word.original.contains(folded.original(word.folded)));
    require(index.bytes(index.code_points(word.original)) == word.original);
    require_space(text.substr(original_end, word.original.begin - original_end));
    original_end = word.original.end;
    folded_end = word.folded.end;
  }
  require_space(text.substr(original_end));
}

/// The place of the first invalid byte lies in the bytes, whatever the encoding.
void check_decoding(std::string_view bytes, const std::string& encoding) {
  const std::string canonical = thalign::canonical_encoding(encoding);
  if (canonical.empty()) return;
  const thalign::Decoded decoded = thalign::decode(bytes, canonical, 1U << 30U);
  require(thalign::check_utf8(decoded.text).valid());
  require(decoded.replaced == 0 ? decoded.first_invalid == std::string_view::npos
                                : decoded.first_invalid < bytes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const thalign::DecodeOptions options = options_of(data[0]);
  check_decoding(bytes, options.encoding);
  try {
    const thalign::Document document = thalign::Document::from_bytes(bytes, options);
    require(thalign::check_utf8(document.text()).valid());
    require(options.replace_invalid || document.replaced() == 0);
    require(!document.encoding().empty());
    check_words(document.text());
  } catch (const thalign::Error& error) {
    require(!std::string_view(error.what()).empty());
  }
  return 0;
}

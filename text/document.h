#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/language.h"

namespace thalign {

/// How raw bytes become a `Document`.
struct DecodeOptions {
  /// Name of the document in messages and outputs, usually the path.
  std::string name = {};
  /// Encoding to decode from, by any name ICU knows ("windows-874", "UTF-16LE"); empty: recognised.
  std::string encoding = {};
  /// Language of the text; nothing: recognised from the script.
  std::optional<Language> language = {};
  /// Replace invalid bytes by U+FFFD and count them, instead of refusing the document.
  bool replace_invalid = false;
};

/// A text as the library sees it: owned, valid UTF-8 of one language. The only door for raw bytes;
/// every offset anywhere in thalign points into `text()`.
///
/// Line ends and control characters stay as they came; only a byte order mark is dropped.
class Document {
 public:
  /// Decodes `bytes`. In order: a byte order mark (UTF-8, UTF-16LE/BE) decides; else
  /// `options.encoding`; else valid UTF-8 is UTF-8; else the bytes are recognised (8-bit Thai and
  /// Western encodings).
  ///
  /// The empty text, or white space only, is a valid document.
  /// Throws `Error`: encoding (unknown encoding name; invalid bytes, with the offset of the first;
  /// encoding not recognised; UTF-16 without a mark), language (`options.language` is Thai and the
  /// text has letters, none of them Thai), limit (more than 2 GiB of UTF-8).
  static Document from_bytes(std::string bytes, DecodeOptions options = {});

  std::string_view text() const& { return text_; }
  std::string_view text() const&& = delete;
  const std::string& name() const& { return name_; }
  const std::string& name() const&& = delete;
  Language language() const { return language_; }

  /// Canonical name of the encoding the bytes were decoded from, such as "UTF-8" or "windows-874".
  const std::string& encoding() const& { return encoding_; }
  const std::string& encoding() const&& = delete;
  /// Number of U+FFFD put in place of invalid bytes.
  std::size_t replaced() const { return replaced_; }

 private:
  Document() = default;

  std::string text_;
  std::string name_;
  std::string encoding_;
  Language language_ = Language::english;
  std::size_t replaced_ = 0;
};

}  // namespace thalign

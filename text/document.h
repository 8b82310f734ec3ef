// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/layout.h"
#include "text/ranges.h"

#pragma GCC visibility push(default)
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
  /// Line ends stand where the author of the text put them, so that none wraps a line.
  bool whole_lines = false;
  /// Of `bytes`, which are UTF-8 then.
  Layout layout = {};
};

/// A place where two lines of a wrapped text are joined: `removed` becomes a space, or nothing.
struct LineJoin {
  ByteRange removed;  ///< bytes; not empty
  bool space = true;  ///< whether a space takes its place
};

/// Where two lines were joined.
struct LineJoint {
  std::uint32_t at;  ///< in the joined text: where what followed the line end begins
  bool space;        ///< as in `LineJoin`
};

/// A text as the library sees it: owned, valid UTF-8 of one language. The only door for raw bytes;
/// every offset anywhere in thalign points into `text()`.
///
/// Line ends and control characters stay as they came; only a byte order mark is dropped. Wrapped
/// lines may be joined (`joined`): then `text()` is the joined text, and `original()` leads back to
/// the text as it came, into which all offsets that are written out or read point.
///
///     original   ... the | \n |district ... kom| \n |puter ...
///     text       ... the |space|district ... kom|     puter ...
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

  /// The document with lines joined. Requires: none are yet, and `joins` are ascending, disjoint
  /// ranges of `document.text()` at character boundaries.
  static Document joined(Document document, std::span<const LineJoin> joins);
  /// Where lines are joined; ascending.
  std::span<const LineJoint> joints() const& { return joints_; }
  std::span<const LineJoint> joints() const&& = delete;
  /// The text before lines were joined.
  std::string_view original_text() const& { return joints_.empty() ? text_ : original_; }
  std::string_view original_text() const&& = delete;
  /// The bytes of `original_text()` that a range of `text()` came from, without what was removed at
  /// its edges; an empty range for an empty one. Time logarithmic in the joins.
  ByteRange original(ByteRange range) const;
  /// Where the byte at `original` of `original_text()` stands in `text()`: where it would, if it
  /// was removed.
  std::uint32_t from_original(std::uint32_t original) const;

  /// Canonical name of the encoding the bytes were decoded from, such as "UTF-8" or "windows-874".
  const std::string& encoding() const& { return encoding_; }
  const std::string& encoding() const&& = delete;
  /// Number of U+FFFD put in place of invalid bytes.
  std::size_t replaced() const { return replaced_; }
  /// As in `DecodeOptions`.
  bool whole_lines() const { return whole_lines_; }
  /// As in `DecodeOptions`, of `original_text()`.
  const Layout& layout() const& { return layout_; }
  const Layout& layout() const&& = delete;

 private:
  Document() = default;

  std::string text_;
  std::string original_;  // empty if no lines are joined
  std::vector<LineJoint> joints_;
  std::vector<std::uint32_t> joint_originals_;  // where each stands in the original
  std::string name_;
  std::string encoding_;
  Language language_ = Language::english;
  std::size_t replaced_ = 0;
  bool whole_lines_ = false;
  Layout layout_;
};

}  // namespace thalign
#pragma GCC visibility pop

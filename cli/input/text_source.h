// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/input/input.h"
#include "text/document.h"
#include "text/unicode/utf8_stream.h"
#include "tm/byte_source.h"

namespace thalign::cli {

/// A text that is read in parts, so that it may be larger than memory.
///
/// Encoding and language are those of the first MiB, found as `decode_document` finds them. The
/// rest is read in parts if it is UTF-8; a text in another encoding, and that of a document that is
/// no plain text, is held whole.
class TextSource {
 public:
  /// Opens the text and reads its first part. Throws `Error`: io; as `decode_document` and
  /// `text_of_document`.
  TextSource(const InputOptions& options, std::optional<Language> language);

  Language language() const { return first_.language(); }
  /// As in `Document`.
  bool whole_lines() const { return first_.whole_lines(); }

  /// The next part: valid UTF-8 of whole characters, empty at the end. Throws `Error` (io,
  /// encoding).
  std::string next();

  /// As `report_decoding` of the whole text. Requires: all of it has been read.
  void report_decoding(const Notes& notes) const;

 private:
  Document read_first(std::optional<Language> language);

  InputOptions options_;
  ByteSource input_;
  std::optional<Utf8Stream> rest_;  // nothing: the first part is all
  std::vector<Notice> notes_;       // of reading a document
  Document first_;
  bool first_given_ = false;
};

}  // namespace thalign::cli

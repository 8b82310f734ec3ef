#pragma once

#include <optional>
#include <string>

#include "cli/input/input.h"
#include "text/document.h"
#include "text/files/file.h"
#include "text/unicode/utf8_stream.h"

namespace thalign::cli {

/// A text that is read in parts, so that it may be larger than memory.
///
/// Encoding and language are those of the first MiB, found as `read_document` finds them. The rest
/// is read in parts if it is UTF-8; a text in another encoding is held whole.
class TextSource {
 public:
  /// Opens the text and reads its first part. Throws `Error`: as `read_document`.
  TextSource(const InputOptions& options, std::optional<Language> language);

  Language language() const { return first_.language(); }

  /// The next part: valid UTF-8 of whole characters, empty at the end. Throws `Error` (io,
  /// encoding).
  std::string next();

  /// As `report_decoding` of the whole text. Requires: all of it has been read.
  void report_decoding(const Notes& notes) const;

 private:
  static Document read_first(ByteReader& input, const InputOptions& options,
                             std::optional<Language> language, std::optional<Utf8Stream>& rest);

  InputOptions options_;
  ByteReader input_;
  std::optional<Utf8Stream> rest_;  // nothing: the first part is all
  Document first_;
  bool first_given_ = false;
};

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/base/messages.h"
#include "cli/input/srx_rules.h"
#include "segment/wrapping/wrapping.h"
#include "text/document.h"
#include "text/language.h"
#include "tm/byte_source.h"

namespace thalign::cli {

/// Where a text comes from and how to read it.
struct InputOptions {
  std::string path;  ///< a file, or `-` for standard input
  /// The bytes, if they are not to be read: `path` is the name of the text only.
  std::optional<std::string> content = {};
  std::string format = {};       ///< of the document; empty: recognised
  bool whole_page = false;       ///< as in `DocumentReadOptions`
  std::string encoding;          ///< as in `DecodeOptions`; empty: recognised
  std::string tag;               ///< BCP 47 tag given by the user; empty: none
  bool replace_invalid = false;  ///< as in `DecodeOptions`
  SrxInput srx = {};             ///< SRX file for its sentence ends, read
  bool presegmented = false;     ///< each line is one sentence
  std::string wrapped = "auto";  ///< whether lines are wrapped: "auto", "yes" or "no"
};

/// What `wrapped` of `InputOptions` means: "auto" leaves lines alone that are known to be whole.
WrappedLines wrapped_lines(std::string_view wrapped, bool whole_lines);
/// The note about wrapped lines that were joined.
Notice wrapping_note(const std::string& name, std::uint32_t columns);

/// What `path` is called in messages and outputs.
std::string input_name(const std::string& path);

/// The bytes of a file or of standard input, expanded if they are compressed. Throws `Error` (io)
/// if it can't be opened or is a directory.
ByteSource open_input(const std::string& path);

/// All bytes of a file or of standard input, expanded if they are compressed. Throws `Error`: io,
/// limit; format, where compressed data is broken.
std::string read_input(const std::string& path);

/// The language of a tag given for `option` ("--lang"); nothing for the empty tag. Throws
/// `UsageError`: no well-formed BCP 47 tag, or one of another language.
std::optional<Language> parse_tag(std::string_view option, std::string_view tag);

/// The tag to write for a text: the user's, with `-` between subtags, else that of the language.
std::string output_tag(const std::string& tag, Language language);

/// The text of an input, to be decoded.
struct InputText {
  std::string bytes;
  /// It is that of a document of another format than plain text: UTF-8, its blocks on lines of
  /// their own.
  bool is_of_document = false;
  std::vector<Notice> notes = {};  ///< what the user might not expect of how it was read
  Layout layout = {};              ///< of a document
};

/// Decodes a text that has been read; `options.path` names it. `language`: what it is
/// declared to be; nothing: recognised from the script. Throws `Error`: encoding, limit; language,
/// if it is declared Thai and has no Thai, or declared English and most of its letters are Thai.
Document decode_document(InputText text, const InputOptions& options,
                         std::optional<Language> language);

/// Two texts that may be aligned: one Thai, one English, neither blank.
struct DocumentPair {
  Document source, target;
  std::vector<Notice> notes;  ///< what the user might not expect of how they were read
};

/// Reads two texts, of documents of any format. Where one language is declared the other follows;
/// where none is, both are recognised. Throws `Error`: io; as `decode_document` and
/// `text_of_document`; format, if one is blank; language, if both are of one language, or if they
/// seem swapped. Throws `UsageError`: one language declared for both,
/// or a bad tag.
DocumentPair read_pair(const InputOptions& source, const InputOptions& target);

/// Reports how the bytes of `document` were taken where the user might have expected something
/// replaced bytes (`more_replaced`: of parts that are not in `document`), an encoding that was a
/// guess, and Thai that a converter has damaged.
void report_decoding(const Notes& notes, const Document& document, const InputOptions& options,
                     std::size_t more_replaced = 0);

}  // namespace thalign::cli

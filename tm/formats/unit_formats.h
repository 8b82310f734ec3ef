// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tm/byte_source.h"
#include "tm/formats/read_options.h"
#include "tm/tmx/tmx_writer.h"
#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

/// The files that units are read from.
struct UnitSources {
  ByteSource units;
  std::optional<ByteSource> second = {};  ///< the target texts, of a format of two files
  /// One sentence a line, of a format of sentence numbers.
  std::optional<ByteSource> source_sentences = {}, target_sentences = {};
};

/// The streams that units are written to.
struct UnitStreams {
  std::ostream& units;
  std::ostream* second = nullptr;  ///< of a format of two files: for the target texts
};

/// What is written beside the units, as far as the format has a place for it.
struct UnitWriteOptions {
  /// Language of the target texts; that of the source texts is `tmx.source_language`.
  std::string target_language = {};
  /// The header of TMX. Of its properties `kRunProperty` goes into TSV and XLIFF, too.
  TmxOptions tmx = {};
};

/// The property of a file or unit that says which run of a program made it.
inline constexpr std::string_view kRunProperty = "x-run";

/// A file format of translation units. All there are stand in `unit_formats`, so that nothing else
/// has to know one by its name.
struct UnitFormat {
  std::string_view name;       ///< "tmx", as users write it
  std::string_view extension;  ///< of file names, lower case: ".tmx"
  /// Further extensions of files to read, with a space after each; of programs that have their own.
  std::string_view read_extensions = "";

  bool two_files = false;         ///< the texts of each language in a file of their own
  bool sentence_numbers = false;  ///< has no texts: reading needs the sentences of both sides
  bool has_header = false;  ///< says when and of what languages it is; units may differ from it
  bool names_languages = false;   ///< a file says its languages
  bool many_documents = false;    ///< keeps the documents of its units apart
  bool self_contained = false;    ///< each line can be read without the others
  bool needs_all_beads = false;   ///< none may be left out
  bool for_translations = false;  ///< only text that was translated, unless more is asked for

  /// Makes a reader; null: the format is not read. Requires: `sources` has what the format needs.
  /// Throws `Error` (io, format, encoding).
  std::unique_ptr<UnitReader> (*read)(UnitSources sources,
                                      const UnitReadOptions& options) = nullptr;
  /// Makes a writer; null: the format is not written. Requires: the streams outlive the writer, and
  /// there are two if the format has two files.
  std::unique_ptr<UnitWriter> (*write)(UnitStreams out, const UnitWriteOptions& options) = nullptr;
};

/// All formats; the first is the default.
std::span<const UnitFormat> unit_formats();

/// The format of that name; null if there is none.
const UnitFormat* format_of_name(std::string_view name);

/// The format of the extension of `path`, ASCII case ignored; null if there is none.
const UnitFormat* format_of_path(const std::filesystem::path& path);

/// Opens a file of one of the formats, also compressed. Throws `Error`: format, if the
/// extension is that of no format, or of one that is read from more than one file; and as the
/// reader does.
std::unique_ptr<UnitReader> open_units(const std::filesystem::path& path,
                                       const UnitReadOptions& options = {});

/// Writes all units of `reader` to a file, whose extension says the format, compressed where it
/// ends with ".gz" or ".zst". Throws `Error`: format, if the extension is that of no format that is
/// written to one file; io; and as reader and writer do.
WriteStatistics save_units(UnitReader& reader, const std::filesystem::path& path,
                           const UnitWriteOptions& options);

}  // namespace thalign
#pragma GCC visibility pop

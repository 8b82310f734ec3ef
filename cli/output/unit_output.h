// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/base/messages.h"
#include "cli/output/output_file.h"
#include "tm/formats/unit_formats.h"
#include "tm/translation_unit.h"
#include "tm/unit_filter.h"

namespace thalign::cli {

/// The formats that translation units are written in.
const std::vector<UnitFormat>& written_formats();

/// The names of the files that output in `format` to `path` makes: `path`, or, of a Moses pair,
/// `path` with each language tag as extension. Throws `Error` (format) if a tag is none, or both
/// are the same: the names of files come from nothing else.
std::vector<std::string> output_files(const UnitFormat& format, const std::string& path,
                                      const std::string& source_language,
                                      const std::string& target_language);

/// The file that translation units are written to, or the two files of a Moses pair.
class UnitOutput {
 public:
  /// Creates the file, but those of a Moses pair, whose names are not known yet. `format`: one of
  /// `written_formats`. `files`: of the run; must outlive the object. Throws `UsageError`:
  /// a Moses pair on standard output, an output that the run reads. Throws `Error` (io).
  UnitOutput(const UnitFormat& format, const std::string& path, const RunFiles& files);

  /// The writer of the format; to be called once. `tmx.source_language` and `target_language` name
  /// the files of a Moses pair. Throws `Error` (io, format), `UsageError`.
  std::unique_ptr<UnitWriter> writer(const TmxOptions& tmx, const std::string& target_language);

  /// The one file of the output, to be written to without a writer. Requires: `format` is of one
  /// file.
  std::ostream& stream() { return files_.front().stream(); }

  /// Hands on what writers have written.
  void flush();

  /// Ends the files, and gives them away. Throws `Error` (io).
  WrittenFiles finish();
  /// The same, and puts them in their places, both of a pair or none. Throws `Error` (io).
  void commit();

 private:
  const UnitFormat& format_;
  std::string path_;
  const RunFiles& run_files_;
  std::list<OutputFile> files_;
};

/// Reports how many characters the format could not carry, if any.
void report_dropped(const Notes& notes, const WriteStatistics& statistics,
                    const std::string& output, const UnitFormat& format);

/// Reports which units `sieve` left out of `name`, and how many English texts have Thai letters.
void report_filtered(const Notes& notes, const UnitSieve& sieve, const std::string& name);

}  // namespace thalign::cli

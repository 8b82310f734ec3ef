#pragma once

#include <list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/io/messages.h"
#include "cli/io/output_file.h"
#include "tm/tmx/tmx_writer.h"
#include "tm/translation_unit.h"

namespace thalign::cli {

/// The file that translation units are written to, or the two files of a Moses pair: `path` with
/// the language tags as extensions.
class UnitOutput {
 public:
  /// Creates the file, but those of a Moses pair, whose names are not known yet. `format`: the name
  /// of one of `bitext_formats`. Throws `UsageError`: a Moses pair on standard output, an output
  /// that is one of `inputs`. Throws `Error` (io).
  UnitOutput(std::string_view format, const std::string& path, std::span<const std::string> inputs);

  /// The writer of the format; to be called once. `tmx.source_language` and `target_language` name
  /// the files of a Moses pair. Throws `Error` (io), `UsageError`.
  std::unique_ptr<UnitWriter> writer(const TmxOptions& tmx, const std::string& target_language);

  /// Hands on what writers have written.
  void flush();

  /// Puts the files in their places. Throws `Error` (io).
  void commit();

 private:
  std::ostream& open(const std::string& path);

  std::string format_, path_;
  std::vector<std::string> inputs_;
  std::list<OutputFile> files_;
};

/// Tells how many characters the format could not carry, if any.
void tell_dropped(const Notes& notes, const WriteStatistics& statistics, const std::string& output,
                  std::string_view format);

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/output/unit_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "cli/base/exit_code.h"
#include "text/error.h"
#include "text/language.h"
#include "tm/language_tag.h"

namespace thalign::cli {

const std::vector<UnitFormat>& written_formats() {
  static const std::vector<UnitFormat> formats = [] {
    std::vector<UnitFormat> list;
    std::ranges::copy_if(unit_formats(), std::back_inserter(list), &UnitFormat::write);
    return list;
  }();
  return formats;
}

std::vector<std::string> output_files(const UnitFormat& format, const std::string& path,
                                      const std::string& source_language,
                                      const std::string& target_language) {
  if (!format.two_files) return {path};
  for (const std::string& tag : {source_language, target_language}) {
    if (is_language_tag(tag)) continue;
    throw Error(
        ErrorCode::format, output_name(path),
        fmt::format("'{}' is not a language tag and can't name a file; choose the languages "
                    "by --source-lang and --target-lang",
                    tag));
  }
  if (same_tag(source_language, target_language)) {
    throw Error(ErrorCode::format, output_name(path),
                fmt::format("both texts are '{}' and would be one file; choose the languages by "
                            "--source-lang and --target-lang",
                            source_language));
  }
  return {path + "." + source_language, path + "." + target_language};
}

UnitOutput::UnitOutput(const UnitFormat& format, const std::string& path, const RunFiles& files)
    : format_(format), path_(path), run_files_(files) {
  if (!format.two_files) {
    files_.emplace_back(path, run_files_);
  } else if (path == "-") {
    throw UsageError(
        fmt::format("{}: is two files; give the beginning of their names by -o", format.name));
  }
}

std::unique_ptr<UnitWriter> UnitOutput::writer(const TmxOptions& tmx,
                                               const std::string& target_language) {
  const UnitWriteOptions options{.target_language = target_language, .tmx = tmx};
  if (!format_.two_files) return format_.write({files_.front().stream()}, options);
  const std::vector<std::string> names =
      output_files(format_, path_, tmx.source_language, target_language);
  RunFiles pair;
  for (const std::string& name : names) {
    pair.writes(name);  // links may make them one file
    files_.emplace_back(name, run_files_);
  }
  return format_.write({files_.front().stream(), &files_.back().stream()}, options);
}

void UnitOutput::flush() {
  for (OutputFile& file : files_) file.stream().flush();
}

WrittenFiles UnitOutput::finish() {
  WrittenFiles written;
  for (OutputFile& file : files_) written.push_back(file.finish());
  return written;
}

void UnitOutput::commit() { put_in_place(finish()); }

void report_dropped(const Notes& notes, const WriteStatistics& statistics,
                    const std::string& output, const UnitFormat& format) {
  const std::size_t dropped = statistics.characters_dropped;
  if (dropped == 0) return;
  notes.report(
      {.where = output_name(output),
       .text = fmt::format("{} {} left out, which {} can't carry", dropped,
                           dropped == 1 ? "character" : "characters", format.name),
       .of_many = fmt::format("{{}} characters left out, which {} can't carry", format.name),
       .count = dropped});
}

void report_filtered(const Notes& notes, const UnitSieve& sieve, const std::string& name) {
  const auto report = [&](std::size_t count, const char* one, const char* more,
                          const std::string& what) {
    if (count == 0) return;
    notes.report({.where = name,
                  .text = fmt::format("{} {} {}", count, count == 1 ? one : more, what),
                  .of_many = fmt::format("{{}} {} {}", more, what),
                  .count = count});
  };
  const UnitFilterCounts& counts = sieve.counts();
  report(counts.unsure, "bead", "beads",
         fmt::format("of confidence below {} left out", sieve.options().min_confidence));
  report(counts.untranslated, "pair", "pairs",
         "in one language or without letters left out; --untranslated keeps them");
  report(counts.repeated, "repeat", "repeats", "left out");
  report(counts.thai_letters, "English text has", "English texts have", "Thai letters");
}

}  // namespace thalign::cli

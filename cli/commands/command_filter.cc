// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/align/progress.h"
#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/commands/commands.h"
#include "cli/input/unit_input.h"
#include "cli/output/creation_date.h"
#include "cli/output/unit_output.h"
#include "cli/parser/option_groups.h"
#include "corpus/filter/corpus_filter.h"
#include "text/ordered_work.h"
#include "tm/formats/pair_reader.h"

namespace thalign::cli {
namespace {

/// The property of a rejected unit that says why.
constexpr std::string_view kFilterProperty = "x-filter";

struct FilterSettings {
  UnitInputOptions input;
  OutputOptions output;
  std::string rejected;  ///< file; empty: none
  std::vector<std::string> ignored;
  FilterOptions filter;
  unsigned jobs = 1;
  bool progress = false;
  MessageOptions messages;
};

/// Units and what they look like, a few hundred at a time.
struct CheckedUnits {
  std::vector<TranslationUnit> units;
  std::vector<PairCheck> checks;
};

/// An output that begins with the first unit, which says its languages.
class UnitFile {
 public:
  UnitFile(const std::string& path, const std::string& format, const RunFiles& files)
      : format_(choose_format(format, path, written_formats())), output_(format_, path, files) {}

  void write(const TranslationUnit& unit) {
    if (!writer_) {
      TmxOptions tmx{.source_language = unit.variants[0].language, .null_beads = true};
      if (format_.has_header) tmx.date = creation_date();
      writer_ = output_.writer(tmx, unit.variants[1].language);
    }
    writer_->write(unit);
  }
  /// `languages`: of a file without units.
  void commit(const LanguagePair& languages) {
    if (!writer_) {
      TmxOptions tmx{.source_language = languages.source};
      if (format_.has_header) tmx.date = creation_date();
      writer_ = output_.writer(tmx, languages.target);
    }
    writer_->finish();
    output_.commit();
  }

 private:
  const UnitFormat& format_;
  UnitOutput output_;
  std::unique_ptr<UnitWriter> writer_;
};

std::optional<CheckedUnits> next_units(UnitReader& reader) {
  constexpr std::size_t kUnitsATime = 256;
  CheckedUnits result;
  while (result.units.size() < kUnitsATime) {
    const TranslationUnit* const unit = reader.next();
    if (unit == nullptr) break;
    result.units.push_back(*unit);
  }
  if (result.units.empty()) return std::nullopt;
  return result;
}

void report_reasons(const FilterSettings& settings, const CorpusFilter& filter) {
  const Notes notes(settings.messages);
  const std::string name = input_name(settings.input.path);
  std::size_t all = filter.passed();
  for (std::size_t i = 0; i < kFilterReasons; ++i)
    all += filter.count(static_cast<FilterReason>(i));
  notes.report(fmt::format("{}: {} of {} pairs passed", name, filter.passed(), all));
  for (std::size_t i = 0; i < kFilterReasons; ++i) {
    const auto reason = static_cast<FilterReason>(i);
    if (filter.count(reason) == 0) continue;
    notes.report(fmt::format("{}: {} left out: {} ({})", name, filter.count(reason),
                             filter_reason_text(reason), filter_reason_name(reason)));
  }
}

std::string reason_names() {
  std::string list;
  for (std::size_t i = 0; i < kFilterReasons; ++i) {
    list.append(list.empty() ? "" : ", ").append(filter_reason_name(static_cast<FilterReason>(i)));
  }
  return list;
}

FilterOptions filter_options(const FilterSettings& settings) {
  FilterOptions options = settings.filter;
  for (const std::string& name : settings.ignored) {
    const std::optional<FilterReason> reason = filter_reason_of_name(name);
    if (!reason) {
      throw UsageError(
          fmt::format("--ignore: unknown reason '{}'; use one of: {}", name, reason_names()));
    }
    options.ignored[static_cast<std::size_t>(*reason)] = true;
  }
  return options;
}

/// Where what does not fit into memory is kept: beside the output, if that is a file.
std::filesystem::path folder_for_keys(const std::string& output) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (output == "-" || (fs::exists(output, error) && !fs::is_regular_file(output, error))) {
    const fs::path folder = fs::temp_directory_path(error);
    return error ? fs::path(".") : folder;
  }
  const fs::path folder = fs::path(output).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

void run(const FilterSettings& settings) {
  const FilterOptions options = filter_options(settings);
  RunFiles files;
  files.reads(settings.input.path);
  files.reads(settings.input.second_path);
  files.writes(settings.output.path);
  if (!settings.rejected.empty()) files.writes(settings.rejected);
  UnitFile output(settings.output.path, settings.output.format, files);
  std::optional<UnitFile> rejected;
  if (!settings.rejected.empty()) rejected.emplace(settings.rejected, "", files);
  UnitInput input(settings.input);
  PairReader pairs(input.units(), input.languages(), input_name(settings.input.path));
  Progress progress("pairs", 0,
                    settings.progress         ? ShowProgress::always
                    : settings.messages.quiet ? ShowProgress::never
                                              : ShowProgress::on_terminal);
  CorpusFilter filter(options, folder_for_keys(settings.output.path));
  LanguagePair languages = input.languages();
  std::size_t done = 0;
  OrderedWork<CheckedUnits, CheckedUnits>(
      settings.jobs, [&] { return next_units(pairs); },
      [&](CheckedUnits batch) {
        for (const TranslationUnit& unit : batch.units) {
          batch.checks.push_back(check_pair(unit, options));
        }
        return batch;
      },
      [&](CheckedUnits batch) {
        for (std::size_t i = 0; i < batch.units.size(); ++i) {
          TranslationUnit& unit = batch.units[i];
          languages = {unit.variants[0].language, unit.variants[1].language};
          const std::optional<FilterReason> reason = filter.judge(batch.checks[i]);
          if (!reason) {
            output.write(unit);
          } else if (rejected) {
            unit.about.properties.push_back({.type = std::string(kFilterProperty),
                                             .text = std::string(filter_reason_name(*reason))});
            rejected->write(unit);
          }
        }
        progress.update(done += batch.units.size());
      })
      .run();
  output.commit(languages);
  if (rejected) rejected->commit(languages);
  progress.clear();
  input.report_repairs(Notes(settings.messages));
  report_reasons(settings, filter);
}

constexpr const char* kFilterDescription =
    R"(Leaves out what is not good to learn from, so that a clean corpus is left.

A pair of texts is left out if one text is missing (one-sided), its confidence is low (confidence), a text
is too long (length) or too long for the other (length-ratio), copied from the other (copied) or not in its
language (language), if they name different numbers (numbers), or if a pair before was equal (duplicate) or
nearly so (near-duplicate). The first of these is the reason; how often each was is printed.

Examples:
  thalign filter corpus.jsonl -o clean.jsonl --rejected rejected.jsonl
  thalign filter corpus.tmx --ignore numbers,near-duplicate -o clean.tmx
  thalign filter corpus.th corpus.en --from moses -o clean.tsv)";

void add_filter_limits(CLI::App& parser, FilterSettings& settings) {
  parser
      .add_option("--min-confidence", settings.filter.min_confidence,
                  "leave out pairs of lower confidence; those without one pass")
      ->type_name("NUMBER")
      ->capture_default_str()
      ->check(in_range(0.0, 1.0));
  parser
      .add_option("--max-ratio", settings.filter.max_length_ratio,
                  "how many times as many characters one text may have as the other")
      ->type_name("NUMBER")
      ->capture_default_str()
      ->check(in_range(1.0, 1000.0));
  parser
      .add_option("--max-characters", settings.filter.max_characters,
                  "how many characters a text may have, white space left out")
      ->type_name("N")
      ->capture_default_str()
      ->check(in_range(1, 1e9));
  parser.add_option("--ignore", settings.ignored, "reasons not to look at: " + reason_names())
      ->type_name("REASON")
      ->delimiter(',');
}

}  // namespace

void add_filter_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<FilterSettings>();
  CLI::App& parser = add_parser(program, "filter", kFilterDescription);
  UnitInputOptions& input = settings->input;
  add_unit_file_options(parser, input);
  add_unit_language_options(parser, input.languages, "language to take as the source",
                            "language to take as the target");
  add_unit_reading_options(parser, input);
  add_output_option(parser, settings->output.path);
  add_format_option(parser, settings->output.format, format_list(written_formats()), "--to",
                    "format to write; without it the extension decides, else tmx");
  parser
      .add_option("--rejected", settings->rejected,
                  "write what is left out to this file, each pair with the property x-filter")
      ->type_name("FILE");
  add_filter_limits(parser, *settings);
  parser.add_option("-j,--jobs", settings->jobs, "threads")
      ->type_name("N")
      ->capture_default_str()
      ->check(in_range(1, 256));
  parser.add_flag("--progress", settings->progress, "show progress even if not on a terminal");
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli

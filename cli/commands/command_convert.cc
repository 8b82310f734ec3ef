// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/commands/commands.h"
#include "cli/input/unit_input.h"
#include "cli/output/creation_date.h"
#include "cli/output/unit_output.h"
#include "cli/parser/option_groups.h"
#include "tm/formats/pair_reader.h"
#include "tm/unit_filter.h"

namespace thalign::cli {
namespace {

struct ConvertSettings {
  UnitInputOptions input;
  OutputOptions output;
  bool untranslated = false;
  bool unique = false;
  MessageOptions messages;
};

RunFiles files_of(const UnitInputOptions& input) {
  RunFiles files;
  for (const std::string* const path :
       {&input.path, &input.second_path, &input.source_sentences, &input.target_sentences}) {
    files.reads(*path);
  }
  return files;
}

/// The header to write: that of the input, where it has one, but for what is new.
TmxOptions header(const UnitInput& input, const TranslationUnit& first) {
  TmxOptions tmx{.source_language = first.variants.front().language, .null_beads = true};
  if (input.tmx() == nullptr) return tmx;
  const TmxHeader& given = input.tmx()->header();
  if (!given.source_language.empty()) tmx.source_language = given.source_language;
  tmx.datatype = given.datatype;
  tmx.segtype = given.segtype;
  tmx.properties = given.properties;
  tmx.notes = given.notes;
  return tmx;
}

void run(const ConvertSettings& settings) {
  const UnitFormat& format =
      choose_format(settings.output.format, settings.output.path, written_formats(), "--to");
  const RunFiles files = files_of(settings.input);
  if (settings.unique && format.needs_all_beads) {
    throw UsageError(
        fmt::format("--unique: a {} has all beads; choose another format", format.name));
  }
  UnitOutput output(format, settings.output.path, files);
  UnitInput input(settings.input);
  LanguagePair wanted = settings.input.languages;
  const bool keep_all =
      format.has_header && input.tmx() != nullptr && wanted.source.empty() && wanted.target.empty();
  if (wanted.source.empty() && input.tmx() != nullptr &&
      input.tmx()->header().source_language != "*all*") {
    wanted.source = input.tmx()->header().source_language;
  }
  PairReader pairs(input.units(), wanted, input_name(settings.input.path));
  UnitReader& units = keep_all ? input.units() : pairs;

  const TranslationUnit* unit = units.next();  // there is one, or both readers throw
  TmxOptions tmx = header(input, *unit);
  if (format.has_header) tmx.date = creation_date();
  if (!keep_all) tmx.source_language = unit->variants[0].language;
  const auto writer = output.writer(tmx, unit->variants.back().language);
  SeenUnits seen;
  UnitSieve sieve({.untranslated = settings.untranslated || !format.for_translations ||
                                   input.for_translations(),
                   .seen = settings.unique ? &seen : nullptr});
  for (; unit != nullptr; unit = units.next()) {
    if (sieve.passes(*unit)) writer->write(*unit);
  }
  const WriteStatistics statistics = writer->finish();
  output.commit();

  const Notes notes(settings.messages);
  input.report_repairs(notes);
  const auto report = [&](std::size_t count, std::string_view message) {
    if (count > 0)
      notes.report(fmt::format("{}: {} {}", input_name(settings.input.path), count, message));
  };
  report(keep_all ? 0 : pairs.left_out_units(), "units without a text in both languages left out");
  if (const std::string others = pairs.left_out_languages(); !keep_all && !others.empty()) {
    notes.report(
        fmt::format("{}: taken: {} and {}; left out: {}; --source-lang and --target-lang "
                    "choose others",
                    input_name(settings.input.path), pairs.languages().source,
                    pairs.languages().target, others));
  }
  report(statistics.null_beads_left_out, "units with an empty side left out");
  report_dropped(notes, statistics, settings.output.path, format);
  report_filtered(notes, sieve, output_name(settings.output.path));
  notes.detail(
      fmt::format("{}: {} units written", output_name(settings.output.path), statistics.written));
}

constexpr const char* kConvertDescription =
    R"(Converts translation memories and aligned texts from one format to another.

Examples:
  thalign convert memory.tmx -o memory.csv
  thalign convert corpus.th corpus.en -o corpus.tmx
  thalign convert out.ladder --source-sentences a.th --target-sentences a.en -o out.tmx)";

void add_file_option(CLI::App& parser, const std::string& name, std::string& path,
                     const std::string& text) {
  parser.add_option(name, path, text)->type_name("FILE");
}

}  // namespace

void add_convert_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<ConvertSettings>();
  CLI::App& parser = add_parser(program, "convert", kConvertDescription);
  UnitInputOptions& input = settings->input;
  add_unit_file_options(parser, input);
  add_file_option(parser, "--source-sentences", input.source_sentences,
                  "sentences a ladder or vecalign's output is about, one a line");
  add_file_option(parser, "--target-sentences", input.target_sentences, "their translations");
  add_unit_language_options(parser, input.languages, "language to take as the source",
                            "language to take as the target");
  add_unit_reading_options(parser, input);
  add_output_option(parser, settings->output.path);
  add_format_option(parser, settings->output.format, format_list(written_formats()), "--to",
                    "format to write; without it the extension decides, else tmx");
  add_untranslated_option(parser, settings->untranslated);
  add_unique_option(parser, settings->unique);
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/input/unit_input.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "corpus/report/corpus_report.h"
#include "tm/formats/pair_reader.h"

namespace thalign::cli {
namespace {

struct ReportSettings {
  UnitInputOptions input;
  std::string refused;  ///< file of pairs; empty: none
  std::string title;
  std::string output = "-";
  MessageOptions messages;
};

template <typename Add>
void read_pairs(const UnitInputOptions& options, Add add) {
  UnitInput input(options);
  PairReader pairs(input.units(), input.languages(), input_name(options.path));
  while (const TranslationUnit* const unit = pairs.next()) add(*unit);
}

void run(const ReportSettings& settings) {
  RunFiles files;
  files.reads(settings.input.path);
  files.reads(settings.input.second_path);
  files.reads(settings.refused);
  files.writes(settings.output);
  OutputFile output(settings.output, files);
  CorpusReport report;
  read_pairs(settings.input, [&](const TranslationUnit& unit) { report.add(unit); });
  if (!settings.refused.empty()) {
    UnitInputOptions refused;
    refused.path = settings.refused;
    read_pairs(refused, [&](const TranslationUnit& unit) { report.add_refused(unit); });
  }
  report.write(output.stream(),
               settings.title.empty() ? input_name(settings.input.path) : settings.title);
  output.commit();
}

constexpr const char* kReportDescription =
    R"(Describes a corpus of pairs on a page of HTML: lengths, confidence, shapes, sources, refused pairs.

The page needs no other file; plots are SVG.

Examples:
  thalign report clean.jsonl --refused rejected.jsonl -o report.html)";

}  // namespace

void add_report_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<ReportSettings>();
  CLI::App& parser = add_parser(program, "report", kReportDescription);
  UnitInputOptions& input = settings->input;
  add_unit_file_options(parser, input);
  add_unit_reading_options(parser, input);
  parser
      .add_option("--refused", settings->refused,
                  "pairs that thalign filter left out, with the reasons")
      ->type_name("FILE");
  parser.add_option("--title", settings->title, "title of the page")->type_name("TEXT");
  add_output_option(parser, settings->output);
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli

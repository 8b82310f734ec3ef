// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

#include "cli/align/align_options.h"
#include "cli/base/exit_code.h"
#include "cli/commands/align_command.h"
#include "cli/commands/commands.h"

namespace thalign::cli {
namespace {

void review(AlignSettings settings, const CLI::App& parser) {
  settings.output.format = "html";
  if (!settings.batch.empty() || settings.folders) {
    if (settings.output.path == "-") {
      throw UsageError(std::string(settings.folders ? "--dir" : "--batch") +
                       ": the pages need a folder; give it by -o");
    }
    settings.pages = std::exchange(settings.output.path, "-");
  }
  run_align(settings, parser);
}

constexpr const char* kReviewDescription =
    R"(Writes a page on which to check an alignment and correct it.

The page is one HTML file for any browser and needs no network. It shows beads side by side, doubtful
ones first if you like; boundaries are moved, beads split, merged and marked as right there, by mouse or
keys. It saves TMX, TSV, and the corrections for `thalign align --corrections`.

Examples:
  thalign review report.th.txt report.en.txt -o report.html
  thalign review --batch pairs.tsv -o pages
  thalign align report.th.txt report.en.txt --corrections report.corrections.jsonl -o report.tmx)";

}  // namespace

void add_review_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<AlignSettings>();
  CLI::App& parser = add_parser(program, "review", kReviewDescription);
  add_review_options(parser, *settings);
  commands.push_back({&parser, [settings, &parser] { review(*settings, parser); }});
}

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/parser/option_headings.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>

namespace thalign::cli {
namespace {

struct Placed {
  std::string_view option;  ///< its long name
  std::string_view heading;
};

/// An option has the same heading in all commands that have it, unless the command gives it one.
constexpr std::array kPlacedOptions = std::to_array<Placed>({
    {"columns", "Input"},
    {"document", "Input"},
    {"encoding", "Input"},
    {"from", "Input"},
    {"input-format", "Input"},
    {"lang", "Input"},
    {"memory", "Input"},
    {"mode", "Input"},
    {"next", "Input"},
    {"parts", "Input"},
    {"presegmented", "Input"},
    {"previous", "Input"},
    {"refused", "Input"},
    {"regex", "Input"},
    {"replace-invalid", "Input"},
    {"since", "Input"},
    {"source", "Input"},
    {"source-encoding", "Input"},
    {"source-lang", "Input"},
    {"source-sentences", "Input"},
    {"split", "Input"},
    {"srx", "Input"},
    {"system", "Input"},
    {"target-encoding", "Input"},
    {"target-lang", "Input"},
    {"target-sentences", "Input"},
    {"unfinished", "Input"},
    {"until", "Input"},
    {"whole-page", "Input"},
    {"wrapped", "Input"},
    {"folder", "Output"},
    {"format", "Output"},
    {"missing", "Output"},
    {"null-beads", "Output"},
    {"output", "Output"},
    {"print-srx", "Output"},
    {"rejected", "Output"},
    {"rows", "Output"},
    {"segtype", "Output"},
    {"sentence", "Output"},
    {"shards", "Output"},
    {"title", "Output"},
    {"to", "Output"},
    {"unique", "Output"},
    {"unit", "Output"},
    {"untranslated", "Output"},
    {"anchors", "Quality"},
    {"corrections", "Quality"},
    {"folded", "Quality"},
    {"ignore", "Quality"},
    {"keep-edited", "Quality"},
    {"lexicon", "Quality"},
    {"limit", "Quality"},
    {"max-characters", "Quality"},
    {"max-confidence", "Quality"},
    {"max-ratio", "Quality"},
    {"min-certain", "Quality"},
    {"min-confidence", "Quality"},
    {"min-document-score", "Quality"},
    {"min-score", "Quality"},
    {"only-lexicon", "Quality"},
    {"rounds", "Quality"},
    {"threshold", "Quality"},
    {"adapt", "Many pairs"},
    {"batch", "Many pairs"},
    {"dir", "Many pairs"},
    {"index", "Many pairs"},
    {"jobs", "Many pairs"},
    {"jsonl", "Many pairs"},
    {"per-document", "Many pairs"},
    {"resume", "Many pairs"},
    {"save-terms", "Many pairs"},
    {"shard", "Many pairs"},
    {"color", "Display"},
    {"explain", "Display"},
    {"pretty", "Display"},
    {"progress", "Display"},
    {"quiet", "Display"},
    {"stats", "Display"},
    {"verbose", "Display"},
});

bool is_heading(const std::string& group) {
  return std::ranges::find(kOptionHeadings, group) != kOptionHeadings.end();
}

void place(CLI::Option& option) {
  const std::string& group = option.get_group();
  if (group.empty() || is_heading(group) || !option.nonpositional()) return;
  const auto names = option.get_lnames();
  const auto* const placed = std::ranges::find_if(kPlacedOptions, [&](const Placed& entry) {
    return std::ranges::find(names, entry.option) != names.end();
  });
  option.group(
      std::string(placed == kPlacedOptions.end() ? kOptionHeadings.back() : placed->heading));
}

}  // namespace

void put_under_headings(CLI::App& program) {
  for (CLI::Option* const option : program.get_options({})) place(*option);
  for (CLI::App* const command : program.get_subcommands({})) put_under_headings(*command);
}

}  // namespace thalign::cli

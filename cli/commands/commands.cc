// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/commands.h"

#include <algorithm>
#include <array>

namespace thalign::cli {
namespace {

struct Entry {
  std::string_view name;
  void (*add)(CLI::App& program, Commands& commands);
  bool needs_others;  ///< looks at the options of all commands
};

constexpr std::array<Entry, 17> kCommandEntries{{
    {"align", add_align_command, false},
    {"review", add_review_command, false},
    {"segment", add_segment_command, false},
    {"text", add_text_command, false},
    {"convert", add_convert_command, false},
    {"evaluate", add_evaluate_command, false},
    {"pair", add_pair_command, false},
    {"filter", add_filter_command, false},
    {"shard", add_shard_command, false},
    {"merge", add_merge_command, false},
    {"report", add_report_command, false},
    {"lexicon", add_lexicon_commands, false},
    {"bench", add_bench_command, false},
    {"tm", add_tm_commands, false},
    {"config", add_config_commands, true},
    {"manual", add_manual_command, true},
    {"complete", add_complete_command, true},
}};

}  // namespace

void add_commands(CLI::App& program, Commands& commands, std::string_view called) {
  const auto* const one = std::ranges::find(kCommandEntries, called, &Entry::name);
  if (one != kCommandEntries.end() && !one->needs_others) return one->add(program, commands);
  for (const Entry& entry : kCommandEntries) entry.add(program, commands);
}

}  // namespace thalign::cli

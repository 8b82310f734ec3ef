// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/align/aligned_pair.h"
#include "cli/align/judgement.h"
#include "cli/base/exit_code.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/commands/tm/import_report.h"
#include "cli/commands/tm/memory_options.h"
#include "cli/input/lexicon_input.h"
#include "cli/input/pair_list.h"
#include "cli/input/srx_rules.h"
#include "cli/output/creation_date.h"
#include "cli/output/memory_output.h"
#include "cli/output/output_file.h"
#include "cli/output/unit_output.h"
#include "cli/parser/option_groups.h"
#include "text/error.h"
#include "text/ordered_work.h"
#include "tm/bitext.h"
#include "tm/memory/memory.h"
#include "tm/unit_filter.h"

namespace thalign::cli {
namespace {

/// Units committed at once: an interrupted build keeps what is done.
constexpr std::size_t kUnitsPerCommit = 2000;

struct BuildSettings {
  MemoryOptions memory;
  std::string input;
  std::string source = "th";
  InputOptions sides;  ///< how to read, the same for all documents
  LexiconOptions lexicon;
  UnitFilterOptions filter = {.untranslated = false};
  std::optional<double> min_document_score = {};
  unsigned jobs = 1;
  bool progress = false;
  MessageOptions messages;
};

/// What became of a pair: its units, or why there are none.
struct Outcome {
  std::vector<TranslationUnit> units;
  std::vector<Notice> notices;
  std::string error;
};

InputOptions side(const BuildSettings& settings, const std::string& path) {
  InputOptions options = settings.sides;
  options.path = path;
  return options;
}

Outcome align_documents(const BuildSettings& settings, const PathPair& paths,
                        const Lexicon& lexicon) {
  Outcome outcome;
  KeptMessages kept;
  const Notes notes(settings.messages, &kept);
  try {
    const InputOptions source = side(settings, paths.source);
    const InputOptions target = side(settings, paths.target);
    const AlignedPair pair = align_pair(source, target, {.lexicon = lexicon});
    judge(pair, settings.min_document_score, notes);
    for (const Notice& note : pair.notes()) notes.report(note);
    report_decoding(notes, pair.source().document(), source);
    report_decoding(notes, pair.target().document(), target);
    const Bitext bitext = pair.bitext();
    BitextReader reader(bitext);
    while (const TranslationUnit* const unit = reader.next()) outcome.units.push_back(*unit);
  } catch (const Error& error) {
    outcome.error = error.what();
  }
  outcome.notices = std::move(kept.notices);
  return outcome;
}

std::vector<PathPair> find_pairs(const BuildSettings& settings) {
  std::vector<PathPair> pairs = list_pairs(settings.input);
  if (settings.source == "en" && std::filesystem::is_directory(settings.input)) {
    for (PathPair& pair : pairs) std::swap(pair.source, pair.target);
  }
  return pairs;
}

/// What is left out is not stored, but its texts are neighbours of others.
void add_units(MemoryWriter& writer, const Outcome& outcome, UnitSieve& sieve) {
  for (const TranslationUnit& unit : outcome.units) {
    sieve.passes(unit) ? writer.add(unit) : add_neighbours(writer, unit);
  }
}

RunFiles files_of(const BuildSettings& settings, const std::vector<PathPair>& pairs) {
  RunFiles files;
  files.reads(settings.input);
  files.reads(settings.sides.srx.path);
  for (const std::string& file : settings.lexicon.files) files.reads(file);
  for (const PathPair& paths : pairs) {
    files.reads(paths.source);
    files.reads(paths.target);
  }
  files.writes_memory(settings.memory.path);
  return files;
}

std::string build_summary(const BuildSettings& settings, std::size_t aligned,
                          const ImportCounts& counts) {
  return fmt::format(
      "{}: {} {} aligned, {} {} stored{}\n", shown(settings.memory.path), aligned,
      aligned == 1 ? "pair" : "pairs", counts.stored, counts.stored == 1 ? "unit" : "units",
      counts.present > 0 ? fmt::format(", {} there already", counts.present) : std::string());
}

void run(BuildSettings settings) {
  settings.sides.srx = read_srx(settings.sides.srx.path);
  const std::vector<PathPair> pairs = find_pairs(settings);
  const Notes notes(settings.messages);
  const LexiconInput lexicon(settings.lexicon, notes);
  const RunFiles files = files_of(settings, pairs);
  OutputFile output("-", files);
  Memory memory = open_memory(settings.memory, Memory::Access::create, settings.messages);
  MemoryWriter writer(memory, creation_date(), kUnitsPerCommit);
  writer.set_name("build");
  if (settings.progress) report_progress(writer, output.stream(), settings.memory.path);

  UnitSieve sieve(settings.filter);
  NoticeSums notices;
  std::size_t next = 0;
  std::size_t done = 0;
  std::size_t failed = 0;
  OrderedWork<const PathPair*, Outcome>(
      settings.jobs,
      [&]() -> std::optional<const PathPair*> {
        if (next == pairs.size()) return std::nullopt;
        return &pairs[next++];
      },
      [&](const PathPair* paths) { return align_documents(settings, *paths, lexicon.lexicon()); },
      [&](const Outcome& outcome) {
        const PathPair& paths = pairs[done++];
        if (!outcome.error.empty()) {
          print_message(outcome.error);
          ++failed;
          return;
        }
        notes.detail(
            fmt::format("{}, {}: {} beads", paths.source, paths.target, outcome.units.size()));
        add_units(writer, outcome, sieve);
        notices.add(outcome.notices);
      })
      .run();
  const ImportCounts counts = writer.finish();
  output.stream() << build_summary(settings, pairs.size() - failed, counts);
  output.commit();
  report_filtered(notes, sieve, settings.memory.path);
  notices.report(notes);
  if (failed == 0) return;
  throw PartialFailure(fmt::format("{}: {} of {} pairs could not be aligned; all others are stored",
                                   settings.input, failed, pairs.size()));
}

constexpr const char* kTmBuildDescription =
    R"(Aligns many documents and stores the units in a translation memory.

The documents are those named NAME.th.txt and NAME.en.txt in a folder, or the pairs of a list: a line
for each, source and target with a tab between. A pair that can't be aligned, or whose texts don't
translate each other, is reported and left out; the exit code is then 5.

Examples:
  thalign tm build news/ -m news.memory
  thalign tm build pairs.tsv -m news.memory --jobs 4 --min-confidence 0.5)";

}  // namespace

void add_tm_build_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<BuildSettings>();
  CLI::App& parser = add_parser(group, "build", kTmBuildDescription);
  parser.add_option("INPUT", settings->input, "folder of documents, or list of pairs")
      ->type_name("DIR|LIST")
      ->required();
  add_memory_options(parser, settings->memory);
  add_choice_option(parser, "--source", settings->source, {"th", "en"},
                    "language of the source texts in a folder");
  add_encoding_option(parser, settings->sides.encoding);
  add_replace_invalid_option(parser, settings->sides.replace_invalid);
  add_srx_option(parser, settings->sides.srx);
  add_lexicon_options(parser, settings->lexicon);
  parser
      .add_option("--min-confidence", settings->filter.min_confidence,
                  "leave out units with less confidence")
      ->type_name("P")
      ->capture_default_str()
      ->check(in_range(0, 1));
  add_document_score_option(parser, settings->min_document_score);
  add_untranslated_option(parser, settings->filter.untranslated);
  parser.add_option("-j,--jobs", settings->jobs, "documents aligned at once")
      ->type_name("N")
      ->capture_default_str()
      ->check(in_range(1, 1024));
  parser.add_flag("--progress", settings->progress,
                  "print how many units are stored, after each transaction");
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli

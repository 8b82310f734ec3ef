#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/align/aligned_pair.h"
#include "cli/base/exit_code.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/commands/tm/import_report.h"
#include "cli/commands/tm/memory_options.h"
#include "cli/input/lexicon_input.h"
#include "cli/input/pair_list.h"
#include "cli/input/srx_rules.h"
#include "cli/output/creation_date.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "text/error.h"
#include "text/ordered_work.h"
#include "tm/bitext.h"
#include "tm/memory/memory.h"

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
  double least_confidence = 0.0;
  unsigned jobs = 1;
  bool progress = false;
  MessageOptions messages;
};

/// What became of a pair: its units, or why there are none.
struct Outcome {
  std::vector<TranslationUnit> units;
  std::vector<std::string> notes;
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
  try {
    const AlignedPair pair = align_pair(side(settings, paths.source), side(settings, paths.target),
                                        {.lexicon = lexicon});
    outcome.notes = pair.notes();
    const Bitext bitext = pair.bitext();
    BitextReader reader(bitext);
    while (const TranslationUnit* const unit = reader.next()) outcome.units.push_back(*unit);
  } catch (const Error& error) {
    outcome.error = error.what();
  }
  return outcome;
}

std::vector<PathPair> find_pairs(const BuildSettings& settings) {
  std::vector<PathPair> pairs = list_pairs(settings.input);
  if (settings.source == "en" && std::filesystem::is_directory(settings.input)) {
    for (PathPair& pair : pairs) std::swap(pair.source, pair.target);
  }
  return pairs;
}

/// Null beads and beads of low confidence are given without text on one side: they are not stored,
/// but are neighbours of others.
void add_units(MemoryWriter& writer, const BuildSettings& settings, Outcome outcome) {
  for (TranslationUnit& unit : outcome.units) {
    if (unit.confidence.value_or(1.0) >= settings.least_confidence) {
      writer.add(unit);
      continue;
    }
    for (std::size_t i = 0; i < unit.variants.size(); ++i) {
      TranslationUnit alone = unit;
      alone.variants = {unit.variants[i]};
      writer.add(alone);
    }
  }
}

void run(BuildSettings settings) {
  settings.sides.srx = read_srx(settings.sides.srx.path);
  const std::vector<PathPair> pairs = find_pairs(settings);
  const Notes notes(settings.messages);
  const LexiconInput lexicon(settings.lexicon, notes);
  RunFiles files;
  files.reads(settings.input);
  files.reads(settings.sides.srx.path);
  for (const std::string& file : settings.lexicon.files) files.reads(file);
  for (const PathPair& paths : pairs) {
    files.reads(paths.source);
    files.reads(paths.target);
  }
  files.writes_memory(settings.memory.path);
  OutputFile output("-", files);
  Memory memory = open_memory(settings.memory, Memory::Access::create);
  MemoryWriter writer(memory, creation_date(), kUnitsPerCommit);
  if (settings.progress) report_progress(writer, output.stream(), settings.memory.path);

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
      [&](Outcome outcome) {
        const PathPair& paths = pairs[done++];
        if (!outcome.error.empty()) {
          print_message(outcome.error);
          ++failed;
          return;
        }
        for (const std::string& note : outcome.notes) notes.report(note);
        notes.detail(
            fmt::format("{}, {}: {} beads", paths.source, paths.target, outcome.units.size()));
        add_units(writer, settings, std::move(outcome));
      })
      .run();
  const ImportCounts counts = writer.finish();
  output.stream() << fmt::format(
      "{}: {} {} aligned, {} {} stored{}\n", shown(settings.memory.path), pairs.size() - failed,
      pairs.size() - failed == 1 ? "pair" : "pairs", counts.stored,
      counts.stored == 1 ? "unit" : "units",
      counts.present > 0 ? fmt::format(", {} there already", counts.present) : std::string());
  output.commit();
  if (failed == 0) return;
  throw PartialFailure(fmt::format("{}: {} of {} pairs could not be aligned; all others are stored",
                                   settings.input, failed, pairs.size()));
}

constexpr const char* kTmBuildDescription =
    R"(Aligns many documents and stores the units in a translation memory.

The documents are those named NAME.th.txt and NAME.en.txt in a folder, or the pairs of a list: a line
for each, source and target with a tab between. A pair that can't be aligned is reported and left out; the
exit code is then 5.

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
      .add_option("--min-confidence", settings->least_confidence,
                  "leave out units with less confidence")
      ->type_name("P")
      ->capture_default_str()
      ->check(in_range(0, 1));
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

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "cli/align/align_many.h"
#include "cli/align/align_options.h"
#include "cli/align/aligned_pair.h"
#include "cli/align/bead_statistics.h"
#include "cli/align/pair_output.h"
#include "cli/align/pair_work.h"
#include "cli/align/pretty.h"
#include "cli/align/progress.h"
#include "cli/align/run_signature.h"
#include "cli/commands/commands.h"
#include "cli/io/exit_code.h"
#include "cli/io/input.h"
#include "cli/io/output_file.h"

namespace thalign::cli {
namespace {

void check(const AlignSettings& settings) {
  (void)parse_tag("--source-lang", settings.source.tag);
  (void)parse_tag("--target-lang", settings.target.tag);
  const bool many = !settings.batch.empty() || settings.jsonl;
  if (many && !settings.source.path.empty()) {
    throw UsageError("SOURCE: is given beside " +
                     std::string(settings.jsonl ? "--jsonl" : "--batch") +
                     "; leave out one of the two");
  }
  if (!many && settings.target.path.empty()) {
    throw UsageError("TARGET: is missing; give two texts, or --batch or --jsonl");
  }
  if (settings.source.path == "-" && settings.target.path == "-") {
    throw UsageError("standard input: can't be both texts; give at least one file");
  }
  const std::array paths{settings.source.path, settings.target.path, settings.anchors};
  if (std::ranges::count(paths, "-") > 1) {
    throw UsageError("standard input: can't be a text and the anchors; give a file");
  }
  if (many && !settings.anchors.empty()) {
    throw UsageError("--anchors: belong to one pair of texts; align that pair alone");
  }
}

std::optional<FixedBeadTable> fixed_beads(const AlignSettings& settings) {
  if (settings.anchors.empty()) return std::nullopt;
  return FixedBeadTable{read_input(settings.anchors), input_name(settings.anchors)};
}

void show(const AlignedPair& pair, const AlignSettings& settings,
          std::span<const std::string> inputs) {
  refuse_output_over_input(settings.output.path, inputs);
  OutputFile output(settings.output.path);
  write_pretty(output.stream(), pair.bitext(), pretty_options(settings.color));
  output.commit();
}

void align_two(const AlignRun& run) {
  const AlignSettings& settings = run.settings;
  const auto begin = std::chrono::steady_clock::now();
  const Notes notes(settings.messages);
  const InputOptions source = side_input(settings, settings.source);
  const InputOptions target = side_input(settings, settings.target);
  const std::array inputs{source.path, target.path, settings.anchors};
  std::optional<PairOutput> output;
  if (!settings.pretty) output.emplace(run, settings.output.path, inputs);
  std::optional<Waiting> waiting;
  waiting.emplace(
      fmt::format("aligning {} and {}", input_name(source.path), input_name(target.path)),
      show_progress(settings));
  const AlignedPair pair = align_pair(source, target, run.align, fixed_beads(settings));
  waiting.reset();
  judge(pair, settings, notes);
  for (const std::string& note : pair.notes()) notes.tell(note);
  if (settings.pretty) show(pair, settings, inputs);
  if (output) output->write(pair);
  tell_decoding(notes, pair.source().document(), source);
  tell_decoding(notes, pair.target().document(), target);
  if (output) output->commit(notes);

  BeadStatistics statistics;
  statistics.add(pair.source(), pair.target(), pair.alignment());
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  tell_statistics(settings, statistics, seconds.count());
}

void run(const AlignSettings& settings, const CLI::App& parser) {
  check(settings);
  const LexiconInput lexicon(settings.lexicon, Notes(settings.messages));
  AlignRun run{.settings = settings,
               .signature = run_signature(parser),
               .align = {.lexicon = lexicon.lexicon()}};
  run.settings.srx = read_srx(settings.srx.path);
  if (!settings.batch.empty()) {
    align_batch(run);
  } else if (settings.jsonl) {
    align_stream(run);
  } else {
    align_two(run);
  }
}

constexpr const char* align_description =
    R"(Aligns a Thai and an English text that translate each other.

Examples:
  thalign align report.th.txt report.en.txt -o report.tmx
  thalign align report.en.txt report.th.txt --pretty
  thalign align --source-lang th-TH --target-lang en-GB a.txt b.txt -o ab.tmx
  thalign align --batch pairs.tsv -j 4 --resume
  zcat corpus.jsonl.gz | thalign align --jsonl -j 4 | gzip > beads.jsonl.gz)";

}  // namespace

void add_align_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<AlignSettings>();
  CLI::App& parser = add_parser(program, "align", align_description);
  add_align_options(parser, *settings);
  commands.push_back({&parser, [settings, &parser] { run(*settings, parser); }});
}

}  // namespace thalign::cli

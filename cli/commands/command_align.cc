// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/align/align_many.h"
#include "cli/align/align_options.h"
#include "cli/align/align_shard.h"
#include "cli/align/aligned_pair.h"
#include "cli/align/bead_statistics.h"
#include "cli/align/corrections_file.h"
#include "cli/align/judgement.h"
#include "cli/align/pair_output.h"
#include "cli/align/pair_work.h"
#include "cli/align/progress.h"
#include "cli/align/run_signature.h"
#include "cli/base/exit_code.h"
#include "cli/commands/align_command.h"
#include "cli/commands/commands.h"
#include "cli/input/input.h"
#include "cli/input/unit_input.h"
#include "cli/output/output_file.h"
#include "cli/view/explanation.h"
#include "cli/view/pretty.h"

namespace thalign::cli {
namespace {

/// What `--explain` writes. Throws `UsageError`: another format.
const ExplanationFormat& explanation_format(const AlignSettings& settings) {
  const std::string& given = settings.output.format;
  const auto formats = explanation_formats();
  if (!given.empty() && std::ranges::count(formats, given, &ExplanationFormat::name) == 0) {
    throw UsageError(fmt::format(
        "--format {}: --explain has no such format; use tsv, or leave it out for text", given));
  }
  return choose_format(given, settings.output.path, formats);
}

void check(const AlignSettings& settings) {
  (void)parse_tag("--source-lang", settings.source.tag);
  (void)parse_tag("--target-lang", settings.target.tag);
  const bool listed = !settings.batch.empty() || settings.folders;
  const bool many = listed || settings.jsonl || !settings.shard.empty();
  if (many && !settings.folders && !settings.source.path.empty()) {
    throw UsageError("SOURCE: is given beside " +
                     std::string(settings.jsonl            ? "--jsonl"
                                 : !settings.shard.empty() ? "--shard"
                                                           : "--batch") +
                     "; leave out one of the two");
  }
  for (const auto& [given, option] :
       {std::pair(settings.resume, "--resume"), std::pair(settings.adapt, "--adapt")}) {
    if (given && !listed) {
      throw UsageError(fmt::format("{} requires --batch or --dir; add one of the two", option));
    }
  }
  if ((!many || settings.folders) && settings.target.path.empty()) {
    throw UsageError("TARGET: is missing; give two texts, or a list of pairs with --batch");
  }
  if (settings.source.path == "-" && settings.target.path == "-") {
    throw UsageError("standard input: can't be both texts; give at least one file");
  }
  const std::array paths{settings.source.path, settings.target.path, settings.anchors,
                         settings.corrections};
  if (std::ranges::count(paths, "-") > 1) {
    throw UsageError(fmt::format("standard input: can't be a text and the {}; give a file",
                                 settings.corrections.empty() ? "anchors" : "corrections"));
  }
  if (many && !settings.corrections.empty()) {
    throw UsageError("--corrections: belong to one pair of texts; align that pair alone");
  }
  if (many && !settings.anchors.empty()) {
    throw UsageError("--anchors: belong to one pair of texts; align that pair alone");
  }
  if (settings.adapt && settings.resume) {
    throw UsageError(
        "--adapt: what is learnt depends on all pairs, so --resume can't know which outputs are "
        "up to date; leave out one of the two");
  }
  if (settings.adapt && settings.batch == "-") {
    throw UsageError("--adapt: reads the list twice; give --batch a file");
  }
  if (!settings.shard.empty() && settings.unique) {
    throw UsageError(
        "--unique: a shard does not know the others; use thalign filter after thalign merge");
  }
  if (settings.explain) (void)explanation_format(settings);
}

FixedBeads fixed_beads(const AlignSettings& settings) {
  FixedBeads fixed;
  if (!settings.anchors.empty()) {
    fixed.anchors = read_input(settings.anchors);
    fixed.anchors_name = input_name(settings.anchors);
  }
  if (!settings.corrections.empty()) {
    fixed.corrections = read_corrections_file(
        settings.corrections, settings.keep_edited ? EditedTexts::keep : EditedTexts::refuse,
        settings.columns);
    report_repairs(Notes(settings.messages), input_name(settings.corrections),
                   fixed.corrections->repairs);
  }
  return fixed;
}

/// Whether what is written is for people, or about the beads, not the beads in one of the formats.
bool is_shown(const AlignSettings& settings) { return settings.pretty || settings.explain; }

void show(const AlignedPair& pair, const AlignRun& run) {
  OutputFile output(run.settings.output.path, run.files);
  const PrettyOptions options = pretty_options(run.settings.color);
  if (run.settings.explain) {
    const std::vector<Contributions> contributions =
        explain(pair.source(), pair.target(), pair.alignment().beads(), run.align.lexicon);
    explanation_format(run.settings)
        .write(output.stream(), pair.bitext(), contributions, options.columns);
  } else {
    write_pretty(output.stream(), pair.bitext(), options);
  }
  output.commit();
}

/// Declares what the pair that `settings` name reads and writes.
void declare_pair(RunFiles& files, const AlignSettings& settings) {
  for (const std::string* const input :
       {&settings.source.path, &settings.target.path, &settings.anchors, &settings.corrections}) {
    files.reads(*input);
  }
  const std::string& path = settings.output.path;
  if (is_shown(settings)) {
    files.writes(path);
  } else {
    declare_pair_output(files, settings, path);
  }
  files.writes(statistics_file(settings));
}

void align_two(AlignRun run) {
  const AlignSettings& settings = run.settings;
  const auto begin = std::chrono::steady_clock::now();
  const Notes notes(settings.messages);
  const InputOptions source = side_input(settings, settings.source);
  const InputOptions target = side_input(settings, settings.target);
  declare_pair(run.files, settings);
  std::optional<PairOutput> output;
  if (!is_shown(settings)) output.emplace(run, settings.output.path);
  const FixedBeads fixed = fixed_beads(settings);
  if (output && fixed.corrections && fixed.corrections->head)
    output->set_origin(*fixed.corrections->head);
  std::optional<Waiting> waiting;
  waiting.emplace(
      fmt::format("aligning {} and {}", input_name(source.path), input_name(target.path)),
      show_progress(settings));
  const AlignedPair pair = align_pair(source, target, run.align, fixed);
  waiting.reset();
  judge(pair, settings.min_document_score, notes);
  for (const Notice& note : pair.notes()) notes.report(note);
  if (is_shown(settings)) show(pair, run);
  if (output) output->write(pair);
  report_decoding(notes, pair.source().document(), source);
  report_decoding(notes, pair.target().document(), target);
  if (output) output->commit(notes);

  BeadStatistics statistics;
  statistics.add(pair.source(), pair.target(), pair.alignment());
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  tell_statistics(run, statistics, seconds.count());
}

}  // namespace

void run_align(const AlignSettings& settings, const CLI::App& parser) {
  check(settings);
  const LexiconInput lexicon(settings.lexicon, Notes(settings.messages));
  const Adapted adapted = settings.adapt ? adapt(settings, lexicon.lexicon()) : Adapted();
  std::optional<Lexicon> own;
  if (settings.adapt) own.emplace(adapted.lexicon, "the lexicon of --adapt");
  AlignRun run{
      .settings = settings,
      .signature = run_signature(parser),
      .align = {.lexicon = own ? *own : lexicon.lexicon(), .collection = adapted.collection}};
  run.settings.srx = read_srx(settings.srx.path);
  for (const std::string& file : settings.lexicon.files) run.files.reads(file);
  run.files.reads(settings.srx.path);
  run.files.reads(settings.batch);
  if (!settings.shard.empty()) {
    align_shard(std::move(run));
  } else if (!settings.batch.empty() || settings.folders) {
    align_batch(std::move(run));
  } else if (settings.jsonl) {
    align_stream(std::move(run));
  } else {
    align_two(std::move(run));
  }
}

namespace {

constexpr const char* kAlignDescription =
    R"(Aligns a Thai and an English text that translate each other.

Examples:
  thalign align report.th.txt report.en.txt -o report.tmx
  thalign align report.en.txt report.th.txt --pretty
  thalign align report.en.txt report.th.txt --explain
  thalign align --source-lang th-TH --target-lang en-GB a.txt b.txt -o ab.tmx
  thalign align --batch pairs.tsv -j 4 --resume
  thalign align --dir thai/ english/ -o aligned/ -j 4 --resume
  zcat corpus.jsonl.gz | thalign align --jsonl -j 4 | gzip > beads.jsonl.gz)";

}  // namespace

void add_align_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<AlignSettings>();
  CLI::App& parser = add_parser(program, "align", kAlignDescription);
  add_align_options(parser, *settings);
  commands.push_back({&parser, [settings, &parser] { run_align(*settings, parser); }});
}

}  // namespace thalign::cli

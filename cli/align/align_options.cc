// SPDX-License-Identifier: Apache-2.0
#include "cli/align/align_options.h"

#include <CLI/CLI.hpp>

#include "cli/align/pair_output.h"
#include "cli/input/srx_rules.h"

namespace thalign::cli {
namespace {

void add_inputs(CLI::App& parser, AlignSettings& settings) {
  parser
      .add_option("SOURCE", settings.source.path,
                  "text of the source language; - is standard input")
      ->type_name("FILE");
  parser
      .add_option("TARGET", settings.target.path,
                  "text of the target language; - is standard input")
      ->type_name("FILE");
  add_tag_option(parser, "--source-lang", settings.source.tag);
  add_tag_option(parser, "--target-lang", settings.target.tag);
  add_encoding_option(parser, settings.encoding);
  parser.add_option("--source-encoding", settings.source.encoding, "encoding of SOURCE")
      ->type_name("NAME");
  parser.add_option("--target-encoding", settings.target.encoding, "encoding of TARGET")
      ->type_name("NAME");
  add_replace_invalid_option(parser, settings.replace_invalid);
  CLI::Option& srx = add_srx_option(parser, settings.srx);
  add_wrapped_option(parser, settings.wrapped);
  add_document_options(parser, settings.documents);
  parser
      .add_flag("--presegmented", settings.presegmented,
                "each line of both texts is one sentence; lines without text are left out")
      ->excludes(&srx);
}

void add_outputs(CLI::App& parser, AlignSettings& settings) {
  add_output_option(parser, settings.output.path);
  add_format_option(parser, settings.output.format, format_list(align_formats()));
  parser.add_flag("--null-beads", settings.null_beads,
                  "write null beads to TMX, too; formats of beads always have them");
  add_untranslated_option(parser, settings.untranslated);
  add_unique_option(parser, settings.unique);
  parser
      .add_option("--min-confidence", settings.min_confidence,
                  "leave out beads less confident than that")
      ->type_name("P")
      ->check(in_range(0, 1))
      ->capture_default_str();
}

void add_guidance(CLI::App& parser, AlignSettings& settings) {
  add_lexicon_options(parser, settings.lexicon);
  parser
      .add_option("--anchors", settings.anchors,
                  "beads that must be in the result: offsets as in the TSV output")
      ->type_name("FILE")
      ->configurable(false);
  CLI::Option* const corrections =
      parser
          .add_option(
              "--corrections", settings.corrections,
              "beads that people corrected: a file of the page of review, or TSV, CSV, XLSX and "
              "other formats with texts moved or changed; - is JSON lines on standard input")
          ->type_name("FILE")
          ->excludes("--anchors")
          ->configurable(false);
  add_columns_option(parser, settings.columns).needs(corrections)->configurable(false);
  parser
      .add_flag("--keep-edited", settings.keep_edited,
                "keep texts of --corrections that no document has, as edited translations")
      ->needs(corrections)
      ->configurable(false);
  add_document_score_option(parser, settings.min_document_score);
}

void add_many(CLI::App& parser, AlignSettings& settings) {
  constexpr unsigned kMaxJobs = 256;
  parser
      .add_option("--batch", settings.batch,
                  "list of pairs: source, target and output with tabs between, one pair a line; "
                  "- is standard input")
      ->type_name("FILE")
      ->configurable(false);
  parser
      .add_flag("--dir", settings.folders,
                "SOURCE and TARGET are folders; their files are paired by name")
      ->configurable(false)
      ->excludes("--batch");
  parser.add_option("-j,--jobs", settings.jobs, "threads that work on different pairs")
      ->type_name("N")
      ->capture_default_str()
      ->check(in_range(1, kMaxJobs));
  parser
      .add_flag(
          "--resume", settings.resume,
          "skip pairs of --batch or --dir whose output is up to date: newer than the texts and "
          "made by the same program with the same options")
      ->configurable(false);
  parser.add_flag(
      "--adapt", settings.adapt,
      "align the pairs of --batch or --dir twice: learn a lexicon from them first, so that words "
      "of their field are known");
  parser.add_flag("--progress", settings.progress,
                  "show progress even if standard error is not a terminal");
}

/// Pairs of a stream or a shard, which have no outputs of their own. Requires: `add_many`.
void add_streams(CLI::App& parser, AlignSettings& settings) {
  parser
      .add_flag("--jsonl", settings.jsonl,
                "pairs come as JSON lines on standard input: \"source\", \"target\", \"id\"")
      ->configurable(false)
      ->excludes("--batch", "--dir", "--resume", "--adapt");
  CLI::Option* const shard =
      parser
          .add_option("--shard", settings.shard,
                      "manifest of thalign shard; its shard --index is aligned, unless that is "
                      "done; --output is a folder")
          ->type_name("FILE")
          ->configurable(false)
          ->excludes("--batch", "--jsonl", "--dir");
  CLI::Option* const index =
      parser.add_option("--index", settings.index, "number of the shard, from 0")
          ->type_name("N")
          ->configurable(false)
          ->needs(shard);
  shard->needs(index);
}

}  // namespace

void add_align_options(CLI::App& parser, AlignSettings& settings) {
  add_inputs(parser, settings);
  add_guidance(parser, settings);
  add_outputs(parser, settings);
  add_many(parser, settings);
  add_streams(parser, settings);
  add_choice_option(
      parser, "--segtype", settings.segtype, {"sentence", "paragraph", "both"},
      "units to write: beads as they are aligned, those of whole paragraphs, or both; "
      "CAT tools that cut no Thai paragraphs find paragraphs only");
  parser
      .add_flag("--pretty", settings.pretty,
                "show beads side by side for people, as wide as the terminal")
      ->excludes("--format", "--batch", "--jsonl", "--dir", "--shard");
  parser
      .add_flag("--explain", settings.explain,
                "write what makes up the score of each bead, for people, or as columns with "
                "--format tsv")
      ->configurable(false)
      ->excludes("--pretty", "--batch", "--jsonl", "--dir", "--shard");
  add_choice_option(parser, "--color", settings.color, {"auto", "always", "never"},
                    "colours of --pretty; auto: on a terminal, unless NO_COLOR is set");
  parser.add_flag(
      "--stats", settings.stats,
      "print shapes of beads, confidence and speed to standard error, or write them to the file of "
      "--stats=FILE, as JSON if it ends in .json");
  add_message_options(parser, settings.messages);
}

void add_review_options(CLI::App& parser, AlignSettings& settings) {
  add_inputs(parser, settings);
  add_guidance(parser, settings);
  add_output_option(parser, settings.output.path)
      .description("the page to write; with --batch the folder of the pages");
  add_many(parser, settings);
  add_message_options(parser, settings.messages);
}

ShowProgress show_progress(const AlignSettings& settings) {
  if (settings.progress) return ShowProgress::always;
  return settings.messages.quiet ? ShowProgress::never : ShowProgress::on_terminal;
}

InputOptions side_input(const AlignSettings& settings, const InputOptions& side) {
  InputOptions input = side;
  if (input.encoding.empty()) input.encoding = settings.encoding;
  input.replace_invalid = settings.replace_invalid;
  input.srx = settings.srx;
  input.presegmented = settings.presegmented;
  input.wrapped = settings.wrapped;
  input.format = settings.documents.format;
  input.whole_page = settings.documents.whole_page;
  return input;
}

}  // namespace thalign::cli

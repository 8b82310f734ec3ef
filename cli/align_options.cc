#include "cli/align_options.h"

#include <CLI/CLI.hpp>

#include "cli/bitext_formats.h"
#include "cli/srx_rules.h"

namespace thalign::cli {
namespace {

void add_inputs(CLI::App& parser, AlignSettings& settings) {
  parser
      .add_option("SOURCE", settings.source.path,
                  "text of the source language; - is standard input")
      ->type_name("FILE")
      ->required();
  parser
      .add_option("TARGET", settings.target.path,
                  "text of the target language; - is standard input")
      ->type_name("FILE")
      ->required();
  add_tag_option(parser, "--source-lang", settings.source.tag);
  add_tag_option(parser, "--target-lang", settings.target.tag);
  add_encoding_option(parser, settings.encoding);
  parser.add_option("--source-encoding", settings.source.encoding, "encoding of SOURCE")
      ->type_name("NAME");
  parser.add_option("--target-encoding", settings.target.encoding, "encoding of TARGET")
      ->type_name("NAME");
  add_replace_invalid_option(parser, settings.replace_invalid);
  CLI::Option& srx = add_srx_option(parser, settings.srx);
  parser
      .add_flag("--presegmented", settings.presegmented,
                "each line of both texts is one sentence; lines without text count for nothing")
      ->excludes(&srx);
}

void add_outputs(CLI::App& parser, AlignSettings& settings) {
  add_output_option(parser, settings.output.path);
  add_format_option(parser, settings.output.format, bitext_formats);
  parser.add_flag("--null-beads", settings.null_beads,
                  "write what has no counterpart to TMX too; formats of beads always have it");
  parser.add_flag("--same-language", settings.same_language,
                  "write lines copied without translation to TMX and Moses pairs too");
  parser
      .add_option("--min-confidence", settings.min_confidence,
                  "leave out beads less confident than that")
      ->type_name("P")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
}

void add_guidance(CLI::App& parser, AlignSettings& settings) {
  add_lexicon_options(parser, settings.lexicon);
  parser
      .add_option("--anchors", settings.anchors,
                  "beads that must hold: offsets as in the TSV output")
      ->type_name("FILE")
      ->configurable(false);
  parser
      .add_option("--min-document-score", settings.min_document_score,
                  "refuse texts that are less likely translations of each other")
      ->type_name("P")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
}

}  // namespace

void add_align_options(CLI::App& parser, AlignSettings& settings) {
  add_inputs(parser, settings);
  add_guidance(parser, settings);
  add_outputs(parser, settings);
  add_message_options(parser, settings.messages);
}

InputOptions side_input(const AlignSettings& settings, const InputOptions& side) {
  InputOptions input = side;
  if (input.encoding.empty()) input.encoding = settings.encoding;
  input.replace_invalid = settings.replace_invalid;
  input.srx = settings.srx;
  input.presegmented = settings.presegmented;
  return input;
}

}  // namespace thalign::cli

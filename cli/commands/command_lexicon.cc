// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/lexicon_file.h"
#include "cli/align/lexicon_learning.h"
#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/commands/lexicon_show.h"
#include "cli/input/input.h"
#include "cli/input/lexicon_input.h"
#include "cli/input/pair_list.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"

namespace thalign::cli {
namespace {

struct LexiconFormat {
  std::string_view name, extension;
  std::string (*bytes)(const std::string& packed);
};

std::string as_it_is(const std::string& packed) { return packed; }
std::string as_table(const std::string& packed) {
  return lexicon_tsv(Lexicon(packed, "the lexicon to be written"));
}

constexpr std::array<LexiconFormat, 2> kLexiconFormats{
    {{"thlx", ".thlx", as_it_is}, {"tsv", ".tsv", as_table}}};

struct LearnOptions {
  std::string pairs;
  std::vector<std::string> corrections;
  std::string columns;  ///< of the texts in these, if they are tables
  LexiconOptions lexicon;
  int rounds = 2;
  OutputOptions output;
  MessageOptions messages;
};

struct ApplyOptions {
  LexiconOptions lexicon;
  OutputOptions output;
  MessageOptions messages;
};

struct ShowOptions {
  std::string word;
  LexiconOptions lexicon;
  std::size_t limit = 10;
};

void write(OutputFile& output, const LexiconFormat& format, const std::string& packed) {
  output.stream() << format.bytes(packed);
  output.commit();
}

RunFiles files_of(const LexiconOptions& lexicon) {
  RunFiles files;
  for (const std::string& file : lexicon.files) files.reads(file);
  return files;
}

void learn(const LearnOptions& options) {
  const LexiconFormat& format =
      choose_format(options.output.format, options.output.path, kLexiconFormats);
  const Notes notes(options.messages);
  if (options.pairs.empty() && options.corrections.empty())
    throw UsageError("PAIRS: is missing; give pairs of documents, or --corrections");
  std::vector<PathPair> pairs;
  if (!options.pairs.empty()) pairs = list_pairs(options.pairs);
  RunFiles files = files_of(options.lexicon);
  files.reads(options.pairs);
  for (const std::string& path : options.corrections) files.reads(path);
  for (const PathPair& pair : pairs) {
    files.reads(pair.source);
    files.reads(pair.target);
  }
  OutputFile output(options.output.path, files);
  const LexiconInput lexicon(options.lexicon, notes);
  std::vector<InputPair> inputs(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    inputs[i].source.path = pairs[i].source;
    inputs[i].target.path = pairs[i].target;
  }
  std::vector<AlignedTexts> aligned;
  for (const std::string& path : options.corrections)
    aligned.push_back(read_aligned_texts(path, options.columns));
  write(output, format,
        learn_lexicon(inputs, lexicon.lexicon(), options.rounds, notes,
                      UnreadablePairs::end_learning, aligned)
            .packed);
}

void apply(const ApplyOptions& options) {
  const LexiconFormat& format =
      choose_format(options.output.format, options.output.path, kLexiconFormats);
  OutputFile output(options.output.path, files_of(options.lexicon));
  const LexiconInput lexicon(options.lexicon, Notes(options.messages));
  write(output, format, lexicon.packed());
}

void show(const ShowOptions& options) {
  const LexiconInput lexicon(options.lexicon, Notes({}));
  OutputFile output("-", files_of(options.lexicon));
  show_word(output.stream(), lexicon.lexicon(), options.word, options.limit);
  output.commit();
}

void add_outputs(CLI::App& parser, OutputOptions& output, MessageOptions& messages) {
  add_output_option(parser, output.path);
  add_format_option(parser, output.format, format_list(kLexiconFormats));
  add_message_options(parser, messages);
}

constexpr const char* kLexiconDescription =
    R"(Learns, extends and shows lexicons: which words translate which.

Examples:
  thalign lexicon learn my-pairs/ -o mine.thlx
  thalign lexicon apply terms.tsv old.dic -o terms.thlx
  thalign lexicon show ประชาชน
  thalign align report.th.txt report.en.txt --lexicon mine.thlx -o report.tmx)";

constexpr const char* kLearnDescription =
    R"(Learns a lexicon from documents and their translations.

Examples:
  thalign lexicon learn my-pairs/ -o mine.thlx
  thalign lexicon learn list.tsv --rounds 3 -o mine.tsv
  thalign lexicon learn --corrections report.corrections.jsonl -o mine.thlx)";

constexpr const char* kApplyDescription =
    R"(Adds dictionaries and lexicons to the shipped lexicon and writes the result.

Examples:
  thalign lexicon apply terms.tsv -o terms.thlx
  thalign lexicon apply --only mine.thlx old.dic -o both.thlx)";

constexpr const char* kLexiconShowDescription =
    R"(Shows what translates a word, in both directions.

Examples:
  thalign lexicon show ประชาชน
  thalign lexicon show road --lexicon mine.thlx)";

Command add_learn(CLI::App& lexicon) {
  const auto options = std::make_shared<LearnOptions>();
  CLI::App& parser = add_parser(lexicon, "learn", kLearnDescription);
  parser
      .add_option("PAIRS", options->pairs,
                  "folder of NAME.th.txt and NAME.en.txt, or list of two paths a line")
      ->type_name("PATH");
  parser
      .add_option("--corrections", options->corrections,
                  "file of beads that people corrected (thalign review), or another file of units; "
                  "may be repeated")
      ->type_name("FILE")
      ->configurable(false);
  add_columns_option(parser, options->columns).configurable(false);
  add_lexicon_options(parser, options->lexicon);
  parser.add_option("--rounds", options->rounds, "how often to align and learn")
      ->type_name("N")
      ->check(in_range(1, 10))
      ->capture_default_str();
  add_outputs(parser, options->output, options->messages);
  return {&parser, [options] { learn(*options); }};
}

Command add_apply(CLI::App& lexicon) {
  const auto options = std::make_shared<ApplyOptions>();
  CLI::App& parser = add_parser(lexicon, "apply", kApplyDescription);
  parser
      .add_option("FILE", options->lexicon.files,
                  "tables of terms, hunalign dictionaries (.dic), lexicons")
      ->type_name("FILE")
      ->required();
  parser.add_flag("--only", options->lexicon.replace_shipped, "leave the shipped lexicon out");
  add_outputs(parser, options->output, options->messages);
  return {&parser, [options] { apply(*options); }};
}

Command add_show(CLI::App& lexicon) {
  const auto options = std::make_shared<ShowOptions>();
  CLI::App& parser = add_parser(lexicon, "show", kLexiconShowDescription);
  parser.add_option("WORD", options->word, "Thai or English word")->type_name("TEXT")->required();
  add_lexicon_options(parser, options->lexicon);
  parser.add_option("--limit", options->limit, "translations to show; 0 is all")
      ->type_name("N")
      ->capture_default_str();
  return {&parser, [options] { show(*options); }};
}

}  // namespace

void add_lexicon_commands(CLI::App& program, Commands& commands) {
  CLI::App& parser = add_parser(program, "lexicon", kLexiconDescription);
  parser.require_subcommand(1);
  commands.push_back(add_learn(parser));
  commands.push_back(add_apply(parser));
  commands.push_back(add_show(parser));
}

}  // namespace thalign::cli

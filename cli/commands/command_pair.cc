// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/align/progress.h"
#include "cli/base/exit_code.h"
#include "cli/commands/commands.h"
#include "cli/corpus/collection.h"
#include "cli/corpus/collection_terms.h"
#include "cli/corpus/pair_check.h"
#include "cli/input/lexicon_input.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "corpus/pairing/pairing.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

/// Pairs of lower scores are aligned to see whether they are right. Chosen where it made no
/// difference any more on texts that docs/corpora.md does not report on.
constexpr double kCertainScore = 0.15;
/// Least score of pairs that are too short for alignment to tell.
constexpr double kLeastShortScore = -0.02;

struct PairSettings {
  std::string thai, english;
  InputOptions documents;
  OutputOptions output;
  std::string saved_terms;  ///< file; empty: none
  double min_score = PairingOptions{}.least_score;
  double min_certain = kCertainScore;
  unsigned jobs = 1;
  bool progress = false;
  LexiconOptions lexicon;
  MessageOptions messages;
};

/// What `thalign align --batch` reads: source, target, no output, score.
void write_pair_row(std::ostream& out, const CollectionSide& thai, const CollectionSide& english,
                    const DocumentPairing& pair) {
  out << fmt::format("{}\t{}\t\t{:.3f}\n", thai.terms.names[pair.thai],
                     english.terms.names[pair.english], pair.score);
}

/// What `thalign align --jsonl` reads.
void write_pair_object(std::ostream& out, const CollectionSide& thai, const CollectionSide& english,
                       const DocumentPairing& pair) {
  nlohmann::ordered_json object;
  object["source_document"] = thai.terms.names[pair.thai];
  object["target_document"] = english.terms.names[pair.english];
  object["source_language"] = language_tag(Language::thai);
  object["target_language"] = language_tag(Language::english);
  object["score"] = pair.score;
  object["source"] = thai.collection.text_at(thai.place(pair.thai), thai.offset(pair.thai));
  object["target"] =
      english.collection.text_at(english.place(pair.english), english.offset(pair.english));
  out << object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

struct PairListFormat {
  std::string_view name, extension;
  void (*write)(std::ostream& out, const CollectionSide& thai, const CollectionSide& english,
                const DocumentPairing& pair);
};

constexpr std::array<PairListFormat, 2> kPairListFormats{
    {{"tsv", ".tsv", write_pair_row}, {"jsonl", ".jsonl", write_pair_object}}};

/// A name that would break a line of the list.
void refuse_tabs(const CollectionSide& side) {
  for (const std::string& name : side.terms.names) {
    if (name.find_first_of("\t\n\r") == std::string::npos) continue;
    throw Error(ErrorCode::format, name,
                "the name has a tab or a line end; rename it, or use --format jsonl");
  }
}

SavedTerms saved_terms(const PairSettings& settings, const Lexicon& lexicon) {
  SavedTerms saved(lexicon);
  if (!settings.saved_terms.empty() && std::filesystem::exists(settings.saved_terms)) {
    saved.read(read_input(settings.saved_terms), settings.saved_terms);
  }
  return saved;
}

CollectionSide open_side(const PairSettings& settings, const std::string& path, Language language) {
  InputOptions options = settings.documents;
  options.path = path;
  return {Collection(options, language), {}, language};
}

void report_pairs(const PairSettings& settings, const CollectionSide& thai,
                  const CollectionSide& english, std::size_t pairs) {
  const Notes notes(settings.messages);
  for (const CollectionSide* const side : {&thai, &english}) {
    notes.report(fmt::format("{}: {} of {} {} documents paired",
                             input_name(side == &thai ? settings.thai : settings.english), pairs,
                             side->terms.names.size(), language_name(side->language)));
    if (side->terms.known > 0) {
      notes.detail(fmt::format("{}: terms of {} documents read from {}",
                               side == &thai ? settings.thai : settings.english, side->terms.known,
                               settings.saved_terms));
    }
  }
  const std::size_t failed = thai.terms.failed + english.terms.failed;
  if (failed > 0) {
    throw PartialFailure(fmt::format("{} {} could not be read and {} left out", failed,
                                     failed == 1 ? "document" : "documents",
                                     failed == 1 ? "was" : "were"));
  }
}

void run(const PairSettings& settings) {
  const PairListFormat& format =
      choose_format(settings.output.format, settings.output.path, kPairListFormats);
  const LexiconInput lexicon(settings.lexicon, Notes(settings.messages));
  const ShowProgress show = settings.progress         ? ShowProgress::always
                            : settings.messages.quiet ? ShowProgress::never
                                                      : ShowProgress::on_terminal;
  RunFiles files;
  for (const std::string* const path : {&settings.thai, &settings.english}) files.reads(*path);
  for (const std::string& file : settings.lexicon.files) files.reads(file);
  files.writes(settings.output.path);
  const SavedTerms saved = saved_terms(settings, lexicon.lexicon());
  OutputFile output(settings.output.path, files);
  std::optional<OutputFile> terms;
  if (!settings.saved_terms.empty()) {
    files.writes(settings.saved_terms);
    terms.emplace(settings.saved_terms, files);
    terms->stream() << saved.head();
  }
  CollectionSide thai = open_side(settings, settings.thai, Language::thai);
  CollectionSide english = open_side(settings, settings.english, Language::english);
  const TermReading reading{.lexicon = lexicon.lexicon(),
                            .saved = saved,
                            .save = terms ? &terms->stream() : nullptr,
                            .threads = settings.jobs,
                            .show = show};
  for (CollectionSide* const side : {&thai, &english}) {
    side->terms = read_terms(side->collection, reading);
    if (format.extension == ".tsv") refuse_tabs(*side);
  }
  if (terms) terms->commit();
  std::optional<Progress> progress(std::in_place, "documents searched", thai.terms.names.size(),
                                   show);
  std::vector<DocumentPairing> candidates =
      pair_candidates(thai.terms.terms, english.terms.terms, lexicon.lexicon(),
                      {.least_score = settings.min_score,
                       .threads = settings.jobs,
                       .on_progress = [&](std::size_t done) { progress->update(done); }});
  progress.reset();
  AlignmentCheck check(thai, english, lexicon.lexicon(), kLeastShortScore, settings.jobs, show);
  const std::vector<DocumentPairing> pairs =
      assign_checked(std::move(candidates), {settings.min_score, settings.min_certain},
                     [&](std::span<const DocumentPairing> doubtful) { return check(doubtful); });
  for (const DocumentPairing& pair : pairs) format.write(output.stream(), thai, english, pair);
  output.commit();
  if (check.checked() > 0) {
    Notes(settings.messages)
        .detail(fmt::format("{} of {} pairs in doubt look right when aligned", check.passed(),
                            check.checked()));
  }
  report_pairs(settings, thai, english, pairs.size());
}

constexpr const char* kPairDescription =
    R"(Finds which documents of two collections translate each other.

A collection is a folder with documents of any format, in folders below it, too, or a file of JSON lines,
each an object with "text" and, as a name, "id". The output has the pairs, best first, each document in one
pair at most: a list for `thalign align --batch`, with the score in the fourth column, or JSON lines for
`thalign align --jsonl`, with the texts.

Pairs in doubt, of scores below --min-certain, are aligned to see whether they are right.

With --save-terms, what was read is kept in a file, and a second run reads only what is new or
has changed; the result is the same.

Examples:
  thalign pair thai/ english/ -o pairs.tsv
  thalign pair thai/ english/ --save-terms terms.bin -o pairs.tsv
  thalign pair crawl.th.jsonl crawl.en.jsonl -o pairs.jsonl
  thalign align --batch pairs.tsv -o corpus.tmx)";

}  // namespace

void add_pair_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<PairSettings>();
  CLI::App& parser = add_parser(program, "pair", kPairDescription);
  parser.add_option("THAI", settings->thai, "folder or JSON lines of the Thai documents")
      ->type_name("FOLDER")
      ->required();
  parser.add_option("ENGLISH", settings->english, "folder or JSON lines of the English documents")
      ->type_name("FOLDER")
      ->required();
  add_output_option(parser, settings->output.path);
  add_format_option(parser, settings->output.format, format_list(kPairListFormats));
  parser
      .add_option("--min-score", settings->min_score,
                  "leave out pairs of lower scores; 1 is the highest, unrelated texts are below 0")
      ->type_name("NUMBER")
      ->check(in_range(-10.0, 1.0));
  parser
      .add_option("--min-certain", settings->min_certain,
                  "align pairs of lower scores, and leave out those that don't look right then")
      ->type_name("NUMBER")
      ->capture_default_str()
      ->check(in_range(-10.0, 1.0));
  parser
      .add_option("--save-terms", settings->saved_terms,
                  "keep what was read of each document in this file, and read only what is not "
                  "there")
      ->type_name("FILE");
  parser.add_option("-j,--jobs", settings->jobs, "threads")
      ->type_name("NUMBER")
      ->check(in_range(1, 256));
  parser.add_flag("--progress", settings->progress, "show progress even if not on a terminal");
  add_document_options(parser, settings->documents);
  add_encoding_option(parser, settings->documents.encoding);
  add_replace_invalid_option(parser, settings->documents.replace_invalid);
  add_lexicon_options(parser, settings->lexicon);
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "cli/align/progress.h"
#include "cli/base/messages.h"
#include "cli/input/input.h"
#include "cli/input/lexicon_input.h"
#include "cli/parser/option_groups.h"

namespace CLI {
class App;
}  // namespace CLI

namespace thalign::cli {

/// What the user asks of `thalign align`.
struct AlignSettings {
  InputOptions source, target;
  std::string encoding;  ///< of both; that of one side takes precedence
  SrxInput srx;          ///< for the sentence ends of both
  OutputOptions output;
  LexiconOptions lexicon;
  std::string wrapped = "auto";  ///< as in `InputOptions`
  InputOptions documents;        ///< how documents of both are read
  bool presegmented = false;     ///< each line of both texts is one sentence
  std::string anchors;           ///< file of beads that must hold; empty: none
  std::string corrections;       ///< file of beads that people corrected; empty: none
  std::string columns;           ///< ... of the texts in it, if it is a table
  bool keep_edited = false;      ///< ... texts that no document has are kept
  double min_confidence = 0.0;
  std::optional<double> min_document_score = {};  ///< as `judge` takes it
  bool untranslated = false;  ///< write pairs that are not translations to any format
  bool unique = false;        ///< leave out repeats
  bool replace_invalid = false;
  bool null_beads = false;
  std::string segtype = "sentence";  ///< "sentence", "paragraph" or "both"
  // Many pairs.
  std::string batch;  ///< path of a list of pairs, or `-`; empty: none
  bool jsonl = false;
  bool folders = false;                   ///< source and target are folders
  std::string shard;                      ///< manifest; empty: none
  std::optional<std::size_t> index = {};  ///< of the shard
  unsigned jobs = 1;                      ///< threads
  bool resume = false;
  std::string pages;   ///< folder of pages of review; empty: none
  bool adapt = false;  ///< learn a lexicon from the pairs of the list first
  bool progress = false;

  bool pretty = false;
  bool explain = false;        ///< write what makes up the score of each bead
  std::string color = "auto";  ///< "auto", "always" or "never"
  std::string stats;           ///< empty: none; "true": to standard error; else a file
  MessageOptions messages;
};

/// Binds the options of `thalign align` to `settings`, which must outlive `parser`.
void add_align_options(CLI::App& parser, AlignSettings& settings);

/// Binds the options of `thalign review`, those of `thalign align` that a page can have.
void add_review_options(CLI::App& parser, AlignSettings& settings);

/// `--progress` takes precedence over `--quiet`.
ShowProgress show_progress(const AlignSettings& settings);

/// How to read a side of a pair: its own options, completed by those of both.
InputOptions side_input(const AlignSettings& settings, const InputOptions& side);

}  // namespace thalign::cli

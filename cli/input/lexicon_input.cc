// SPDX-License-Identifier: Apache-2.0
#include "cli/input/lexicon_input.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "align/lexicon/lexicon_file.h"
#include "align/lexicon/lexicon_table.h"
#include "cli/base/exit_code.h"
#include "cli/input/input.h"

namespace thalign::cli {

void add_lexicon_options(CLI::App& parser, LexiconOptions& options) {
  parser
      .add_option("--lexicon", options.files,
                  "lexicon or table of terms to add to the shipped lexicon; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  parser.add_flag("--only-lexicon", options.replace_shipped,
                  "use the lexicons of --lexicon without the shipped one");
}

LexiconInput::LexiconInput(const LexiconOptions& options, const Notes& notes)
    : lexicon_(&Lexicon::shipped()) {
  if (options.files.empty()) {
    if (options.replace_shipped)
      throw UsageError("--only-lexicon: no other lexicon is given; give one with --lexicon");
    return;
  }
  LexiconTable table = options.replace_shipped ? LexiconTable() : LexiconTable(Lexicon::shipped());
  for (const std::string& path : options.files) {
    const LexiconFileStatistics read = add_lexicon_file(table, read_input(path), input_name(path));
    if (read.without_words > 0) {
      notes.report(
          fmt::format("{}: {} of {} entries left out: they have no words but numbers and "
                      "months, which need no lexicon",
                      input_name(path), read.without_words, read.entries));
    }
  }
  packed_ = table.pack();
  lexicon_ = &own_.emplace(packed_, "the lexicon of --lexicon");
}

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/lexicon_show.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "align/lexicon/lexicon_terms.h"
#include "cli/base/messages.h"
#include "text/error.h"
#include "text/files/table.h"
#include "text/language.h"
#include "text/unicode/utf8.h"

namespace thalign::cli {
namespace {

/// A translation of a word, with the probabilities of both directions.
struct Row {
  WordId translation;
  float given_word = 0.0F;
  float given_translation = 0.0F;
};

std::vector<Row> rows_of(const Lexicon& lexicon, Language from, WordId word) {
  const Language to = from == Language::thai ? Language::english : Language::thai;
  std::map<WordId, Row> by_translation;
  for (const Translation& t : lexicon.translations(from, word))
    by_translation.emplace(t.word, Row{t.word}).first->second.given_word = t.probability;
  for (WordId other = 0; other < lexicon.words(to); ++other) {
    for (const Translation& t : lexicon.translations(to, other)) {
      if (t.word != word) continue;
      by_translation.emplace(other, Row{other}).first->second.given_translation = t.probability;
    }
  }
  std::vector<Row> rows;
  rows.reserve(by_translation.size());
  for (const auto& [id, row] : by_translation) rows.push_back(row);
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::pair(a.given_word, a.given_translation) >
           std::pair(b.given_word, b.given_translation);
  });
  return rows;
}

std::string probability(float value) { return value > 0.0F ? fmt::format("{:.4f}", value) : "-"; }

}  // namespace

void show_word(std::ostream& out, const Lexicon& lexicon, const std::string& term,
               std::size_t limit) {
  const std::vector<std::string> terms = {replace_invalid_utf8(term)};
  const bool thai = thai_share(terms[0]).value_or(0.0) > 0.0;
  const Language from = thai ? Language::thai : Language::english;
  const Language to = thai ? Language::english : Language::thai;
  const LexiconTerms words(terms, from);
  std::string table;
  for (const std::string_view key : words.keys(0)) {
    const auto word = lexicon.find(from, key);
    if (!word) continue;
    std::vector<Row> rows = rows_of(lexicon, from, *word);
    if (limit > 0 && rows.size() > limit) rows.resize(limit);
    for (const Row& row : rows) {
      table += fmt::format("{}\t{}\t{}\t{}\n", key, shown(lexicon.word(to, row.translation)),
                           probability(row.given_word), probability(row.given_translation));
    }
  }
  if (table.empty()) {
    throw Error(ErrorCode::format, quote(term),
                "the lexicon has no translation of it; try another form, or add one with thalign "
                "lexicon apply");
  }
  out << "#word\ttranslation\ttranslation_given_word\tword_given_translation\n" << table;
}

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "align/lexicon/lexicon_terms.h"
#include "text/document.h"
#include "text/error.h"
#include "text/files/table.h"

namespace thalign {
namespace {

/// First line of a table whose words are keys, not text.
constexpr std::string_view kKeysHeader =
    "#thai\tenglish\tenglish_given_thai\tthai_given_english\tthai_share\tenglish_share";

/// Terms of a dictionary, entry by entry.
struct Entries {
  std::vector<std::string> thai, english;
  std::vector<PairWeights> weights;
};

bool is_thai(std::string_view term) { return thai_share(term).value_or(0.0) > 0.0; }
bool is_mostly_thai(std::string_view term) { return thai_share(term).value_or(0.0) > 0.5; }

std::string_view trimmed(std::string_view term) {
  const std::size_t begin = term.find_first_not_of(" \r\v\f");
  if (begin == std::string_view::npos) return {};
  return term.substr(begin, term.find_last_not_of(" \r\v\f") - begin + 1);
}

/// Column `index` (0-based) as a number that is finite and not below 0.
double weight(const TableRow& row, std::size_t index) {
  const std::string_view text = trimmed(row.columns[index]);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value) ||
      value < 0.0) {
    row.fail(fmt::format("column {} is {}, not a weight; write a number above 0, such as 1 or 0.5",
                         index + 1, quote(text)));
  }
  return value;
}

PairWeights weights(const TableRow& row) {
  if (row.columns.size() < 3) return {};
  const double first = weight(row, 2);
  const PairWeights both = {first, row.columns.size() == 3 ? first : weight(row, 3)};
  if (both.english_given_thai == 0.0 && both.thai_given_english == 0.0)
    row.fail("a weight of 0 says nothing; write a number above 0, or leave the line out");
  return both;
}

void add_entry(const TableRow& row, std::string_view first, std::string_view second,
               PairWeights weights, Entries& out) {
  first = trimmed(first);
  second = trimmed(second);
  if (first.empty() || second.empty()) row.fail("a term is missing; write one in each language");
  if (!is_thai(first) && !is_thai(second)) {
    row.fail(fmt::format("neither {} nor {} is Thai; write a Thai and an English term",
                         quote(first), quote(second)));
  }
  const bool thai_first = thai_share(first).value_or(0.0) >= thai_share(second).value_or(0.0);
  if (!thai_first) std::swap(first, second);
  if (is_mostly_thai(second)) {
    row.fail(fmt::format("both {} and {} are Thai; write a Thai and an English term", quote(first),
                         quote(second)));
  }
  out.thai.emplace_back(first);
  out.english.emplace_back(second);
  out.weights.push_back(weights);
}

Entries read_columns(std::string_view text, const std::string& name) {
  Entries entries;
  visit_rows(text, name, [&](const TableRow& row) {
    if (row.columns.size() < 2 || row.columns.size() > 4) {
      row.fail(fmt::format("has {} tab-separated column{}; write two terms, and a weight or two",
                           row.columns.size(), row.columns.size() == 1 ? "" : "s"));
    }
    add_entry(row, row.columns[0], row.columns[1], weights(row), entries);
  });
  return entries;
}

Entries read_dic(std::string_view text, const std::string& name) {
  constexpr std::string_view kBetween = " @ ";
  Entries entries;
  visit_rows(text, name, [&](const TableRow& row) {
    const std::string_view line = row.columns[0];
    const std::size_t at = line.find(kBetween);
    if (row.columns.size() > 1 || at == std::string_view::npos)
      row.fail("not a line of a hunalign dictionary; write 'target @ source'");
    add_entry(row, line.substr(0, at), line.substr(at + kBetween.size()), {}, entries);
  });
  return entries;
}

LexiconFileStatistics add_entries(LexiconTable& table, const Entries& entries) {
  LexiconFileStatistics statistics{.entries = entries.weights.size()};
  if (statistics.entries == 0) return statistics;
  const LexiconTerms thai(entries.thai, Language::thai);
  const LexiconTerms english(entries.english, Language::english);
  for (std::size_t i = 0; i < statistics.entries; ++i) {
    if (!table.add(thai.keys(i), english.keys(i), entries.weights[i])) ++statistics.without_words;
  }
  return statistics;
}

/// Column `index` as a share, 0 to 1.
float share(const TableRow& row, std::size_t index) {
  const double value = weight(row, index);
  if (value > 1.0) {
    row.fail(fmt::format("column {} is {}, not a share; write a number from 0 to 1", index + 1,
                         quote(row.columns[index])));
  }
  return static_cast<float>(value);
}

LexiconFileStatistics add_keys(LexiconTable& table, std::string_view text,
                               const std::string& name) {
  constexpr std::size_t kColumns = 6;
  LexiconFileStatistics statistics;
  visit_rows(text, name, [&](const TableRow& row) {
    if (row.columns.size() != kColumns) {
      row.fail(fmt::format("has {} tab-separated column{}; the first line of the file names {}",
                           row.columns.size(), row.columns.size() == 1 ? "" : "s", kColumns));
    }
    const std::string_view thai = row.columns[0];
    const std::string_view english = row.columns[1];
    if (thai.empty() || english.empty()) row.fail("a word is missing; write one in each language");
    table.set_background(Language::thai, thai, share(row, 4));
    table.set_background(Language::english, english, share(row, 5));
    ++statistics.entries;
    if (!table.add({&thai, 1}, {&english, 1}, weights(row))) ++statistics.without_words;
  });
  return statistics;
}

LexiconFileStatistics add_text(LexiconTable& table, std::string_view text,
                               const std::string& name) {
  if (text.starts_with(kKeysHeader)) return add_keys(table, text, name);
  return add_entries(table,
                     name.ends_with(".dic") ? read_dic(text, name) : read_columns(text, name));
}

}  // namespace

LexiconFileStatistics add_lexicon_file(LexiconTable& table, std::string bytes,
                                       const std::string& name) {
  LexiconFileStatistics statistics;
  if (Lexicon::is_packed(bytes)) {
    const Lexicon lexicon(bytes, name);
    table.merge(lexicon);
    statistics.entries = lexicon.words(Language::thai) + lexicon.words(Language::english);
  } else {
    const Document document =
        Document::from_bytes(std::move(bytes), {.name = name, .language = Language::english});
    statistics = add_text(table, document.text(), name);
  }
  if (statistics.entries == 0) {
    throw Error(ErrorCode::format, name,
                "has no entries; give a lexicon, or a table of Thai and English terms");
  }
  return statistics;
}

std::string lexicon_tsv(const Lexicon& lexicon) {
  std::string out = fmt::format("{}\n", kKeysHeader);
  std::map<WordId, PairWeights> pairs;  // by English word
  std::vector<std::vector<Translation>> of_thai(lexicon.words(Language::thai));
  for (WordId e = 0; e < lexicon.words(Language::english); ++e) {
    for (const Translation& t : lexicon.translations(Language::english, e))
      of_thai[t.word].push_back({e, t.probability});
  }
  for (WordId t = 0; t < lexicon.words(Language::thai); ++t) {
    pairs.clear();
    for (const Translation& e : lexicon.translations(Language::thai, t))
      pairs.emplace(e.word, PairWeights{e.probability, 0.0});
    for (const Translation& e : of_thai[t])
      pairs.emplace(e.word, PairWeights{0.0, 0.0}).first->second.thai_given_english = e.probability;
    for (const auto& [e, weights] : pairs) {
      fmt::format_to(std::back_inserter(out), "{}\t{}\t{:.4g}\t{:.4g}\t{:.4g}\t{:.4g}\n",
                     lexicon.word(Language::thai, t), lexicon.word(Language::english, e),
                     weights.english_given_thai, weights.thai_given_english,
                     lexicon.background(Language::thai, t),
                     lexicon.background(Language::english, e));
    }
  }
  return out;
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "align/numbers/anchor_key.h"
#include "text/calendar.h"

namespace thalign {
namespace {

/// An anchor's counterpart, if the text has one: the same number or word is nearly sure to be
/// meant.
constexpr float kAnchorProbability = 0.8F;
/// The same of a name that its letters suggest.
constexpr float kNameProbability = 0.7F;
/// The same of one of the readings of what can be read in several ways.
constexpr float kReadingProbability = 0.15F;
/// Bare Thai numbers in this range are years of the Buddhist Era.
constexpr int kFirstBuddhistYear = 2400;
constexpr int kLastBuddhistYear = 2700;

std::optional<int> number_of(std::string_view key) {
  if (key.empty() || key.front() != '#') return std::nullopt;
  int value = 0;
  const char* const end = key.data() + key.size();
  const auto result = std::from_chars(key.data() + 1, end, value);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

/// The symbol of the same year in the other text's era.
Symbol same_year(std::string_view key, const Vocabulary& vocabulary, bool from_thai) {
  const std::optional<int> number = number_of(key);
  if (!number) return vocabulary.size();
  const int thai_year = from_thai ? *number : *number + kBuddhistEraOffset;
  if (thai_year < kFirstBuddhistYear || thai_year > kLastBuddhistYear) return vocabulary.size();
  const int year = from_thai ? *number - kBuddhistEraOffset : thai_year;
  return vocabulary.find(fmt::format("#{}", year));
}

/// Which symbols share a reading: pairs in both directions, ascending.
class SharedReadings {
 public:
  explicit SharedReadings(const Vocabulary& vocabulary) {
    for (Symbol symbol = 0; symbol < vocabulary.size(); ++symbol) {
      for (const std::string_view reading : readings_of(vocabulary.key(symbol))) {
        add(symbol, vocabulary.find(reading), vocabulary);
        add(symbol, same_year(reading, vocabulary, true), vocabulary);
        add(symbol, same_year(reading, vocabulary, false), vocabulary);
      }
    }
    std::ranges::sort(pairs_);
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  }

  /// Those that share one with `symbol`.
  std::span<const std::pair<Symbol, Symbol>> of(Symbol symbol) const {
    const auto first =
        std::ranges::lower_bound(pairs_, symbol, {}, &std::pair<Symbol, Symbol>::first);
    const auto last =
        std::ranges::upper_bound(pairs_, symbol, {}, &std::pair<Symbol, Symbol>::first);
    return {first, last};
  }

 private:
  void add(Symbol uncertain, Symbol reading, const Vocabulary& vocabulary) {
    if (reading == vocabulary.size()) return;
    pairs_.emplace_back(uncertain, reading);
    pairs_.emplace_back(reading, uncertain);
  }

  std::vector<std::pair<Symbol, Symbol>> pairs_;
};

/// The symbol of the name in the other script.
Symbol same_name(Symbol symbol, const Vocabulary& vocabulary) {
  const std::string& key = vocabulary.key(symbol);
  return vocabulary.find(key.starts_with('~') ? key.substr(1) : '~' + key);
}

std::vector<std::uint32_t> occurrences(const Features& features, std::size_t symbols) {
  std::vector<std::uint32_t> counts(symbols);
  for (const Symbol symbol : features.tokens) ++counts[symbol];
  return counts;
}

/// The lexicon's number of each symbol that a text has, nothing for words it does not have.
std::vector<std::optional<WordId>> words_of(const std::vector<std::uint32_t>& counts,
                                            const Vocabulary& vocabulary, const Lexicon& lexicon,
                                            Language language) {
  std::vector<std::optional<WordId>> words(counts.size());
  for (Symbol symbol = 0; symbol < counts.size(); ++symbol) {
    if (counts[symbol] > 0) words[symbol] = lexicon.find(language, vocabulary.key(symbol));
  }
  return words;
}

/// The symbol of each of the lexicon's words, the number of symbols for words without one.
std::vector<Symbol> symbols_by_word(const std::vector<std::optional<WordId>>& words,
                                    std::uint32_t lexicon_words) {
  const auto none = static_cast<Symbol>(words.size());
  std::vector<Symbol> symbols(lexicon_words, none);
  for (Symbol symbol = none; symbol-- > 0;) {
    if (words[symbol]) symbols[*words[symbol]] = symbol;
  }
  return symbols;
}

}  // namespace

Links::Links(const Features& given, const Features& predicted, const Vocabulary& vocabulary,
             const Lexicon& lexicon, Language given_language)
    : begin_{0}, background_(vocabulary.size()), is_anchor_(vocabulary.size()) {
  const bool from_thai = given_language == Language::thai;
  const Language predicted_language = from_thai ? Language::english : Language::thai;
  const std::vector<std::uint32_t> in_given = occurrences(given, vocabulary.size());
  const std::vector<std::uint32_t> in_predicted = occurrences(predicted, vocabulary.size());
  const auto given_words = words_of(in_given, vocabulary, lexicon, given_language);
  const auto predicted_words = words_of(in_predicted, vocabulary, lexicon, predicted_language);
  const std::vector<Symbol> symbols =
      symbols_by_word(predicted_words, lexicon.words(predicted_language));
  const SharedReadings readings(vocabulary);
  for (Symbol symbol = 0; symbol < vocabulary.size(); ++symbol) {
    const std::size_t first = links_.size();
    const auto link = [&](Symbol to, float probability) {
      if (to == vocabulary.size() || in_predicted[to] == 0) return;
      links_.push_back({to, probability});
      if (probability == kAnchorProbability || probability == kNameProbability)
        is_anchor_[to] = true;
      const float in_text =
          static_cast<float>(in_predicted[to]) / static_cast<float>(predicted.tokens.size());
      const std::optional<WordId> word = predicted_words[to];
      const float in_language = word ? lexicon.background(predicted_language, *word) : kUnknownWord;
      background_[to] = std::sqrt(in_text * in_language);
    };
    if (in_given[symbol] > 0) {
      link(symbol, kAnchorProbability);
      link(same_name(symbol, vocabulary), kNameProbability);
      link(same_year(vocabulary.key(symbol), vocabulary, from_thai), kAnchorProbability);
      for (const auto& [of, to] : readings.of(symbol)) link(to, kReadingProbability);
      if (const std::optional<WordId> word = given_words[symbol]) {
        for (const Translation& translation : lexicon.translations(given_language, *word)) {
          const Symbol to = symbols[translation.word];
          if (to != symbol) link(to, translation.probability);
        }
      }
      std::sort(links_.begin() + static_cast<std::ptrdiff_t>(first), links_.end(),
                [](const Link& a, const Link& b) { return a.symbol < b.symbol; });
    }
    begin_.push_back(static_cast<std::uint32_t>(links_.size()));
  }
}

}  // namespace thalign

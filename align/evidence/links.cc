// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
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

std::vector<std::uint32_t> occurrences(const Features& features, std::size_t symbols) {
  std::vector<std::uint32_t> counts(symbols);
  for (const Symbol symbol : features.tokens) ++counts[symbol];
  return counts;
}

/// The words of a text: how often each symbol stands there, and the lexicon's number of it.
struct TextWords {
  TextWords(const Features& text, const Vocabulary& vocabulary, const Lexicon& lexicon)
      : language(text.is_thai ? Language::thai : Language::english),
        tokens(text.tokens.size()),
        counts(occurrences(text, vocabulary.size())),
        words(vocabulary.size()) {
    for (Symbol symbol = 0; symbol < counts.size(); ++symbol) {
      if (counts[symbol] > 0) words[symbol] = lexicon.find(language, vocabulary.key(symbol));
    }
  }

  Language language;
  std::size_t tokens;
  std::vector<std::uint32_t> counts;
  std::vector<std::optional<WordId>> words;  // nothing for symbols that it does not have
};

/// The symbols of those of the lexicon's words that a text has: a set of bits, and the symbols by
/// the number of bits before.
class SymbolsByWord {
 public:
  SymbolsByWord(const TextWords& text, std::uint32_t lexicon_words)
      : bits_(lexicon_words / kBits + 1), before_(bits_.size()) {
    std::vector<std::pair<WordId, Symbol>> pairs;
    for (Symbol symbol = 0; symbol < text.words.size(); ++symbol) {
      if (text.words[symbol]) pairs.emplace_back(*text.words[symbol], symbol);
    }
    std::ranges::sort(pairs);
    for (const auto& [word, symbol] : pairs) {
      bits_[word / kBits] |= std::uint64_t{1} << (word % kBits);
      symbols_.push_back(symbol);
    }
    std::uint32_t before = 0;
    for (std::size_t at = 0; at < bits_.size(); ++at) {
      before_[at] = before;
      before += static_cast<std::uint32_t>(std::popcount(bits_[at]));
    }
  }

  /// Null for a word without one.
  const Symbol* of(WordId word) const {
    const std::uint64_t bits = bits_[word / kBits];
    const std::uint64_t bit = std::uint64_t{1} << (word % kBits);
    if ((bits & bit) == 0) return nullptr;
    return &symbols_[before_[word / kBits] +
                     static_cast<std::uint32_t>(std::popcount(bits & (bit - 1)))];
  }

 private:
  static constexpr std::uint32_t kBits = 64;
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint32_t> before_;  // symbols before each number
  std::vector<Symbol> symbols_;
};

/// The symbol of the same name in the other script, for each symbol; the number of symbols for
/// those without one.
std::vector<Symbol> same_names(const Vocabulary& vocabulary) {
  std::vector<Symbol> same(vocabulary.size(), vocabulary.size());
  for (Symbol symbol = 0; symbol < vocabulary.size(); ++symbol) {
    const std::string& key = vocabulary.key(symbol);
    if (!key.starts_with('~')) continue;
    same[symbol] = vocabulary.find(std::string_view(key).substr(1));
    if (same[symbol] != vocabulary.size()) same[same[symbol]] = symbol;
  }
  return same;
}

/// What links in both directions are made from.
struct Sources {
  const Vocabulary& vocabulary;
  const Lexicon& lexicon;
  const SharedReadings readings;
  const std::vector<Symbol> same_name;
  const TextWords source, target;
};

/// Links of the source text's symbols to those of the target, or the other way.
LinkTable make_table(const Sources& sources, bool forward) {
  const Vocabulary& vocabulary = sources.vocabulary;
  const Lexicon& lexicon = sources.lexicon;
  const TextWords& from = forward ? sources.source : sources.target;
  const TextWords& into = forward ? sources.target : sources.source;
  const SymbolsByWord symbols(into, lexicon.words(into.language));
  LinkTable table{.links = {},
                  .begin = {0},
                  .background = std::vector<float>(vocabulary.size()),
                  .is_anchor = std::vector<bool>(vocabulary.size())};
  for (Symbol symbol = 0; symbol < vocabulary.size(); ++symbol) {
    const std::size_t first = table.links.size();
    const auto link = [&](Symbol to, float probability) {
      if (to == vocabulary.size() || into.counts[to] == 0) return;
      if (probability == kAnchorProbability || probability == kNameProbability)
        table.is_anchor[to] = true;
      const float in_text = static_cast<float>(into.counts[to]) / static_cast<float>(into.tokens);
      const std::optional<WordId> word = into.words[to];
      const float in_language = word ? lexicon.background(into.language, *word) : kUnknownWord;
      table.background[to] = std::sqrt(in_text * in_language);
      table.links.push_back({to, probability, probability / table.background[to]});
    };
    if (from.counts[symbol] > 0) {
      link(symbol, kAnchorProbability);
      link(sources.same_name[symbol], kNameProbability);
      link(same_year(vocabulary.key(symbol), vocabulary, from.language == Language::thai),
           kAnchorProbability);
      for (const auto& [of, to] : sources.readings.of(symbol)) link(to, kReadingProbability);
      if (const std::optional<WordId> word = from.words[symbol]) {
        for (const Translation& translation : lexicon.translations(from.language, *word)) {
          const Symbol* const to = symbols.of(translation.word);
          if (to != nullptr && *to != symbol) link(*to, translation.probability);
        }
      }
      std::sort(table.links.begin() + static_cast<std::ptrdiff_t>(first), table.links.end(),
                [](const Link& a, const Link& b) { return a.symbol < b.symbol; });
    }
    table.begin.push_back(static_cast<std::uint32_t>(table.links.size()));
  }
  return table;
}

}  // namespace

LinkPair link_texts(const Features& source, const Features& target, const Vocabulary& vocabulary,
                    const Lexicon& lexicon) {
  const Sources sources = {vocabulary,
                           lexicon,
                           SharedReadings(vocabulary),
                           same_names(vocabulary),
                           TextWords(source, vocabulary, lexicon),
                           TextWords(target, vocabulary, lexicon)};
  return {Links(make_table(sources, true)), Links(make_table(sources, false))};
}

}  // namespace thalign

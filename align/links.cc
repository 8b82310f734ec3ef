#include "align/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>

#include "text/calendar.h"

namespace thalign {
namespace {

/// An anchor's counterpart, if the text has one: the same number or word is nearly sure to be
/// meant.
constexpr float kAnchorProbability = 0.8F;
/// Share in the language of a word that the lexicon does not have.
constexpr float kRareWord = 1e-5F;
/// Bare Thai numbers in this range are years of the Buddhist Era.
constexpr int kFirstBuddhistYear = 2400;
constexpr int kLastBuddhistYear = 2700;

std::optional<int> number_of(const std::string& key) {
  if (key.empty() || key.front() != '#') return std::nullopt;
  int value = 0;
  const char* const end = key.data() + key.size();
  const auto result = std::from_chars(key.data() + 1, end, value);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

/// The symbol of the same year in the other text's era.
Symbol same_year(Symbol symbol, const Vocabulary& vocabulary, bool from_thai) {
  const std::optional<int> number = number_of(vocabulary.key(symbol));
  if (!number) return vocabulary.size();
  const int thai_year = from_thai ? *number : *number + kBuddhistEraOffset;
  if (thai_year < kFirstBuddhistYear || thai_year > kLastBuddhistYear) return vocabulary.size();
  const int year = from_thai ? *number - kBuddhistEraOffset : thai_year;
  return vocabulary.find(fmt::format("#{}", year));
}

std::vector<std::uint32_t> occurrences(const Features& features, std::size_t symbols) {
  std::vector<std::uint32_t> counts(symbols);
  for (const Symbol symbol : features.tokens) ++counts[symbol];
  return counts;
}

/// The symbols of a text that a lexicon has, by their number there.
std::unordered_map<WordId, Symbol> symbols_by_word(const std::vector<std::uint32_t>& counts,
                                                   const Vocabulary& vocabulary,
                                                   const Lexicon& lexicon, Language language) {
  std::unordered_map<WordId, Symbol> symbols;
  for (Symbol symbol = 0; symbol < counts.size(); ++symbol) {
    if (counts[symbol] == 0) continue;
    if (const auto word = lexicon.find(language, vocabulary.key(symbol)))
      symbols.emplace(*word, symbol);
  }
  return symbols;
}

}  // namespace

Links::Links(const Features& given, const Features& predicted, const Vocabulary& vocabulary,
             const Lexicon& lexicon, Language given_language)
    : begin_{0}, background_(vocabulary.size()) {
  const bool from_thai = given_language == Language::thai;
  const Language predicted_language = from_thai ? Language::english : Language::thai;
  const std::vector<std::uint32_t> in_given = occurrences(given, vocabulary.size());
  const std::vector<std::uint32_t> in_predicted = occurrences(predicted, vocabulary.size());
  const auto words = symbols_by_word(in_predicted, vocabulary, lexicon, predicted_language);
  for (Symbol symbol = 0; symbol < vocabulary.size(); ++symbol) {
    const std::size_t first = links_.size();
    const auto link = [&](Symbol to, float probability) {
      if (to == vocabulary.size() || in_predicted[to] == 0) return;
      links_.push_back({to, probability});
      const float in_text =
          static_cast<float>(in_predicted[to]) / static_cast<float>(predicted.tokens.size());
      const auto word = lexicon.find(predicted_language, vocabulary.key(to));
      const float in_language = word ? lexicon.background(predicted_language, *word) : kRareWord;
      background_[to] = std::sqrt(in_text * in_language);
    };
    if (in_given[symbol] > 0) {
      link(symbol, kAnchorProbability);
      link(same_year(symbol, vocabulary, from_thai), kAnchorProbability);
      if (const auto word = lexicon.find(given_language, vocabulary.key(symbol))) {
        for (const Translation& translation : lexicon.translations(given_language, *word)) {
          const auto found = words.find(translation.word);
          if (found == words.end() || found->second == symbol) continue;
          link(found->second, translation.probability);
        }
      }
      std::sort(links_.begin() + static_cast<std::ptrdiff_t>(first), links_.end(),
                [](const Link& a, const Link& b) { return a.symbol < b.symbol; });
    }
    begin_.push_back(static_cast<std::uint32_t>(links_.size()));
  }
}

}  // namespace thalign

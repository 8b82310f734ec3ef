// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon_table.h"

#include <algorithm>
#include <numeric>

#include "align/numbers/anchor_key.h"

namespace thalign {
namespace {

/// Words of a larger share say nothing about which term they stand in.
constexpr float kEverywhere = 0.008F;

/// Symbols by the order of their words.
std::vector<Symbol> sorted_symbols(const Vocabulary& words) {
  std::vector<Symbol> symbols(words.size());
  std::iota(symbols.begin(), symbols.end(), 0U);
  std::sort(symbols.begin(), symbols.end(),
            [&](Symbol a, Symbol b) { return words.key(a) < words.key(b); });
  return symbols;
}

/// Translations of one word: what was known and what was added.
std::vector<Translation> joined(const std::vector<Translation>& known,
                                const std::vector<Translation>& added) {
  double weight = 0.0;
  for (const Translation& t : added) weight += static_cast<double>(t.probability);
  const double sum = known.empty() ? std::max(1.0, weight) : 1.0 + weight;
  std::vector<Translation> all = known;
  all.insert(all.end(), added.begin(), added.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const Translation& a, const Translation& b) { return a.word < b.word; });
  std::vector<Translation> merged;
  for (const Translation& t : all) {
    if (merged.empty() || merged.back().word != t.word) merged.push_back({t.word, 0.0F});
    merged.back().probability += static_cast<float>(static_cast<double>(t.probability) / sum);
  }
  std::erase_if(merged, [](const Translation& t) { return t.probability <= 0.0F; });
  for (Translation& t : merged) t.probability = std::min(t.probability, 1.0F);
  return merged;
}

}  // namespace

LexiconTable::LexiconTable(const Lexicon& lexicon) {
  for (const Language language : {Language::thai, Language::english}) {
    for (WordId id = 0; id < lexicon.words(language); ++id)
      side(language).entry(lexicon.word(language, id)).background =
          lexicon.background(language, id);
  }
  read(lexicon, Language::thai, thai_, english_, &Entry::known);
  read(lexicon, Language::english, english_, thai_, &Entry::known);
}

bool LexiconTable::add(std::span<const std::string_view> thai,
                       std::span<const std::string_view> english, PairWeights weights) {
  const std::vector<Symbol> thai_words = words_of(thai, thai_);
  const std::vector<Symbol> english_words = words_of(english, english_);
  if (thai_words.empty() || english_words.empty()) return false;
  thai_.add(thai_words, english_words, weights.english_given_thai);
  english_.add(english_words, thai_words, weights.thai_given_english);
  return true;
}

void LexiconTable::merge(const Lexicon& other) {
  for (const Language language : {Language::thai, Language::english}) {
    for (WordId id = 0; id < other.words(language); ++id)
      set_background(language, other.word(language, id), other.background(language, id));
  }
  read(other, Language::thai, thai_, english_, &Entry::added);
  read(other, Language::english, english_, thai_, &Entry::added);
}

void LexiconTable::set_background(Language language, std::string_view word, float share) {
  Entry& entry = side(language).entry(word);
  if (entry.background == 0.0F) entry.background = share;
}

std::string LexiconTable::pack() const {
  return Lexicon::pack(packed(thai_, english_), packed(english_, thai_));
}

LexiconTable::Entry& LexiconTable::Side::entry(std::string_view word) {
  const Symbol symbol = words.add(word);
  if (symbol == entries.size()) entries.emplace_back();
  return entries[symbol];
}

/// Each predicted word is shared out among the given words by what is known (an E-step of Model 1).
void LexiconTable::Side::add(std::span<const Symbol> given, std::span<const Symbol> predicted,
                             double weight) {
  constexpr double kUnknown = 0.01;
  const double scale =
      weight * static_cast<double>(given.size()) / static_cast<double>(predicted.size());
  std::vector<double> mass(given.size());
  for (const Symbol p : predicted) {
    for (std::size_t g = 0; g < given.size(); ++g)
      mass[g] = kUnknown + entries[given[g]].probability(p);
    const double sum = std::accumulate(mass.begin(), mass.end(), 0.0);
    for (std::size_t g = 0; g < given.size(); ++g) {
      const double share = std::min(weight, scale * mass[g] / sum);
      entries[given[g]].added.push_back({p, static_cast<float>(share)});
    }
  }
}

double LexiconTable::Entry::probability(Symbol predicted) const {
  for (const Translation& t : known) {
    if (t.word == predicted) return static_cast<double>(t.probability);
  }
  return 0.0;
}

/// Requires: the words of `lexicon` are in both sides.
void LexiconTable::read(const Lexicon& lexicon, Language from, Side& given, const Side& predicted,
                        std::vector<Translation> Entry::*into) {
  const Language to = from == Language::thai ? Language::english : Language::thai;
  std::vector<Symbol> symbols;
  for (WordId id = 0; id < lexicon.words(to); ++id)
    symbols.push_back(predicted.words.find(lexicon.word(to, id)));
  for (WordId id = 0; id < lexicon.words(from); ++id) {
    std::vector<Translation>& out = given.entry(lexicon.word(from, id)).*into;
    for (const Translation& t : lexicon.translations(from, id))
      out.push_back({symbols[t.word], t.probability});
  }
}

/// The words of a term that say something, in order, each once.
std::vector<Symbol> LexiconTable::words_of(std::span<const std::string_view> keys, Side& side) {
  std::vector<Symbol> words;
  for (const std::string_view key : keys) {
    if (is_anchor(key)) continue;
    side.entry(key);
    const Symbol symbol = side.words.find(key);
    if (std::find(words.begin(), words.end(), symbol) == words.end()) words.push_back(symbol);
  }
  std::vector<Symbol> informative;
  for (const Symbol symbol : words) {
    if (side.entries[symbol].background < kEverywhere) informative.push_back(symbol);
  }
  return informative.empty() ? words : informative;
}

LexiconSide LexiconTable::packed(const Side& given, const Side& predicted) {
  const std::vector<Symbol> order = sorted_symbols(predicted.words);
  std::vector<WordId> id(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) id[order[i]] = static_cast<WordId>(i);
  LexiconSide out;
  for (const Symbol symbol : sorted_symbols(given.words)) {
    const Entry& entry = given.entries[symbol];
    std::vector<Translation> translations = joined(entry.known, entry.added);
    for (Translation& t : translations) t.word = id[t.word];
    std::sort(
        translations.begin(), translations.end(), [](const Translation& a, const Translation& b) {
          return a.probability != b.probability ? a.probability > b.probability : a.word < b.word;
        });
    out.entries.push_back({given.words.key(symbol),
                           entry.background == 0.0F ? kUnknownWord : entry.background,
                           std::move(translations)});
  }
  return out;
}

}  // namespace thalign

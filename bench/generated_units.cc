// SPDX-License-Identifier: Apache-2.0
#include "bench/generated_units.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "align/lexicon/lexicon.h"

namespace thalign::bench {
namespace {

constexpr std::size_t kStockPhrases = 500;
constexpr std::size_t kRemembered = 100'000;

/// Numbers and months are symbols in the lexicon, no text.
bool is_text(std::string_view word) { return !word.starts_with('#') && !word.starts_with('@'); }

}  // namespace

UnitGenerator::UnitGenerator(std::uint64_t seed) : random_(seed) {
  const Lexicon& lexicon = Lexicon::shipped();
  double sum = 0.0;
  for (std::uint32_t id = 0; id < lexicon.words(Language::english); ++id) {
    const auto translations = lexicon.translations(Language::english, id);
    if (translations.empty() || !is_text(lexicon.word(Language::english, id))) continue;
    sum += lexicon.background(Language::english, id);
    words_.push_back(id);
    cumulative_.push_back(sum);
  }
  for (std::size_t i = 0; i < kStockPhrases; ++i) stock_.push_back(random_sentence());
}

UnitGenerator::Pair UnitGenerator::random_pair() {
  const auto at = std::ranges::lower_bound(cumulative_, uniform() * cumulative_.back());
  const auto index = static_cast<std::size_t>(
      std::min(at - cumulative_.begin(), static_cast<std::ptrdiff_t>(words_.size()) - 1));
  const auto translations = Lexicon::shipped().translations(Language::english, words_[index]);
  double left = uniform();
  for (const Translation& translation : translations) {
    left -= translation.probability;
    if (left <= 0.0 && is_text(Lexicon::shipped().word(Language::thai, translation.word)))
      return {words_[index], translation.word};
  }
  return {words_[index], translations.front().word};
}

UnitGenerator::Sentence UnitGenerator::random_sentence() {
  // Lengths as in mixed memories: half have more than 12 words, one in twenty more than 32.
  std::lognormal_distribution<double> length(std::log(12.0), 0.6);
  Sentence sentence(static_cast<std::size_t>(std::clamp(length(random_), 2.0, 90.0)));
  std::ranges::generate(sentence, [this] { return random_pair(); });
  return sentence;
}

const UnitGenerator::Sentence& UnitGenerator::any_of(const std::vector<Sentence>& sentences) {
  return sentences[static_cast<std::size_t>(uniform() * static_cast<double>(sentences.size()))];
}

UnitGenerator::Sentence UnitGenerator::change(const Sentence& sentence, double changed) {
  Sentence result = sentence;
  result[static_cast<std::size_t>(uniform() * static_cast<double>(result.size()))] = random_pair();
  for (Pair& pair : result) {
    if (uniform() < changed) pair = random_pair();
  }
  return result;
}

UnitGenerator::Sentence UnitGenerator::next() {
  const double kind = uniform();
  ++made_;
  if (kind < 0.1) return any_of(stock_);
  Sentence sentence =
      kind < 0.27 && !recent_.empty() ? change(any_of(recent_), 0.1) : random_sentence();
  if (recent_.size() < kRemembered) {
    recent_.push_back(sentence);
  } else {
    recent_[made_ % kRemembered] = sentence;
  }
  return sentence;
}

std::string UnitGenerator::english(const Sentence& sentence) {
  std::string text;
  for (const Pair& pair : sentence) {
    if (!text.empty()) text += ' ';
    text += Lexicon::shipped().word(Language::english, pair.english);
  }
  return text + '.';
}

std::string UnitGenerator::thai(const Sentence& sentence) {
  constexpr std::size_t kWordsOfChunk = 7;
  std::string text;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (i > 0 && i % kWordsOfChunk == 0) text += ' ';
    text += Lexicon::shipped().word(Language::thai, sentence[i].thai);
  }
  return text;
}

TranslationUnit UnitGenerator::unit(const Sentence& sentence, std::uint64_t number) {
  constexpr std::uint64_t kUnitsOfDocument = 40;
  constexpr std::uint32_t kPlace = 200;
  const std::string document = "document-" + std::to_string(number / kUnitsOfDocument);
  const auto begin = static_cast<std::uint32_t>(number % kUnitsOfDocument) * kPlace;
  TranslationUnit unit;
  unit.confidence = 0.9;
  unit.variants.push_back({.language = "th",
                           .text = thai(sentence),
                           .document = document + ".th.txt",
                           .offsets = CodePointRange{begin, begin + kPlace - 1}});
  unit.variants.push_back({.language = "en",
                           .text = english(sentence),
                           .document = document + ".en.txt",
                           .offsets = CodePointRange{begin, begin + kPlace - 1}});
  return unit;
}

}  // namespace thalign::bench

// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/term_links.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace thalign {
namespace {

/// The same number or word in both texts is nearly sure to be meant.
constexpr float kSharedProbability = 0.8F;
/// Less probable translations say nothing of whole documents.
constexpr float kLeastProbability = 0.02F;
constexpr std::size_t kMostTranslations = 8;

/// p(to | from) by the lexicon; 0: none.
float probability(const Lexicon& lexicon, Language language, WordId from, WordId to) {
  for (const Translation& translation : lexicon.translations(language, from)) {
    if (translation.word == to) return translation.probability;
  }
  return 0.0F;
}

/// The English words of the lexicon that may stand in a Thai text, by their shared terms.
std::unordered_map<Term, WordId> shared_english(const Lexicon& lexicon,
                                                const TermNumbers& english) {
  std::unordered_map<Term, WordId> words;
  for (std::uint32_t i = 0; i < english.size() && !is_shared(english.term(i)); ++i) {
    const WordId word = english.term(i);
    words.emplace(shared_term(lexicon.word(Language::english, word)), word);
  }
  return words;
}

}  // namespace

TermLinks::TermLinks(const TermNumbers& thai, const TermNumbers& english, const Lexicon& lexicon) {
  const auto shared = shared_english(lexicon, english);
  for (std::uint32_t number = 0; number < thai.size(); ++number) {
    const Term term = thai.term(number);
    const auto link = [&](Term to, float to_english, float to_thai) {
      const std::uint32_t found = english.find(to);
      if (found != english.size()) links_.push_back({found, to_english, to_thai});
    };
    if (is_shared(term)) {
      link(term, kSharedProbability, kSharedProbability);
      if (const auto word = shared.find(term); word != shared.end())
        link(word->second, kSharedProbability, kSharedProbability);
    } else {
      std::size_t count = 0;
      for (const Translation& to : lexicon.translations(Language::thai, term)) {
        if (to.probability < kLeastProbability || ++count > kMostTranslations) break;
        link(to.word, to.probability, probability(lexicon, Language::english, to.word, term));
      }
    }
    begin_.push_back(links_.size());
  }
}

}  // namespace thalign

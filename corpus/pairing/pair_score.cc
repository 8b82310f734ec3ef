// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/pair_score.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace thalign {
namespace {

/// Share of what a document says that stands in its translation by chance only.
constexpr float kByChance = 0.4F;
/// Documents of any text that the prior of a term's probability counts as, and tokens of one.
constexpr float kPriorDocuments = 20.0F;
constexpr float kPriorTokens = 300.0F;

/// Probability that any document of the language has the term.
float prior(Term term, Language language, const Lexicon& lexicon) {
  const float background = is_shared(term) ? kUnknownWord : lexicon.background(language, term);
  return 1.0F - std::exp(-kPriorTokens * background);
}

/// Sum of what `terms` say, given how probable each is, over the most they can.
template <typename Probability>
double explained(std::span<const Term> terms, const TermWeights& weights, Probability x) {
  double sum = 0, most = 0;
  for (const Term term : terms) {
    sum += unexplained_term() + weights.gain(term, x(term));
    most += weights.most(term);
  }
  return most > 0 ? sum / most : 0;
}

}  // namespace

float unexplained_term() { return std::log(kByChance); }

TermWeights::TermWeights(const TermNumbers& numbers, std::size_t documents, Language language,
                         const Lexicon& lexicon) {
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    const float expected = kPriorDocuments * prior(numbers.term(i), language, lexicon);
    const float share = (static_cast<float>(numbers.documents(i)) + expected) /
                        (static_cast<float>(documents) + kPriorDocuments);
    most_.push_back(-std::log(share));
    probability_.push_back(kByChance * share);
  }
}

float TermWeights::gain(std::uint32_t term, float x) const {
  if (x == 0.0F) return 0.0F;
  const float chance = probability_[term];
  return std::log((chance + (1.0F - chance) * x) / chance);
}

Collections::Collections(const TermTable& thai_terms, const TermTable& english_terms,
                         const Lexicon& lexicon)
    : thai_numbers(thai_terms),
      english_numbers(english_terms),
      thai(numbered(thai_terms, thai_numbers)),
      english(numbered(english_terms, english_numbers)),
      links(thai_numbers, english_numbers, lexicon),
      thai_weights(thai_numbers, thai.documents(), Language::thai, lexicon),
      english_weights(english_numbers, english.documents(), Language::english, lexicon) {}

double pair_score(const Collections& collections, DocumentNumber thai, DocumentNumber english) {
  const auto thai_terms = collections.thai.of(thai);
  const auto english_terms = collections.english.of(english);
  if (thai_terms.empty() || english_terms.empty()) return 0;
  std::map<Term, float> to_thai, to_english;
  for (const Term term : thai_terms) {
    for (const TermLink& link : collections.links.of(term)) {
      if (!std::ranges::binary_search(english_terms, link.english)) continue;
      to_thai[term] = std::max(to_thai[term], link.to_thai);
      to_english[link.english] = std::max(to_english[link.english], link.to_english);
    }
  }
  const auto of = [](const std::map<Term, float>& probabilities) {
    return [&](Term term) {
      const auto found = probabilities.find(term);
      return found == probabilities.end() ? 0.0F : found->second;
    };
  };
  return (explained(thai_terms, collections.thai_weights, of(to_thai)) +
          explained(english_terms, collections.english_weights, of(to_english))) /
         2;
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "corpus/pairing/term_links.h"
#include "corpus/pairing/term_table.h"

namespace thalign {

/// How much it says that a document has a term, for all terms of a collection.
///
/// A document has the term with probability P (of the collection, with that of the language as a
/// prior). If its counterpart has a term that translates to it with probability x, it has it with
/// probability aP + (1 - aP)x; a < 1, since a part of all text is not translated word by word.
/// The ratio of the two, as a logarithm, is what the term says: log(a) if nothing translates to
/// it, up to log(1 / P) if something surely does.
class TermWeights {
 public:
  TermWeights(const TermNumbers& numbers, std::size_t documents, Language language,
              const Lexicon& lexicon);

  /// log(1 / P), nats: the most that the term can say.
  float most(std::uint32_t term) const { return most_[term]; }
  /// What it says more if something translates to it with probability `x` than if nothing does.
  float gain(std::uint32_t term, float x) const;

 private:
  std::vector<float> most_;
  std::vector<float> probability_;  // aP
};

/// log(a) of `TermWeights`: what a term says that nothing translates to.
float unexplained_term();

/// Two collections, ready to be compared.
struct Collections {
  /// Requires: as `document_terms` made them, of `lexicon`.
  Collections(const TermTable& thai_terms, const TermTable& english_terms, const Lexicon& lexicon);

  TermNumbers thai_numbers, english_numbers;
  TermTable thai, english;  ///< numbered
  TermLinks links;
  TermWeights thai_weights, english_weights;
};

/// The score of two documents, as it is defined: slow. The mean of both directions of what the
/// terms of one say, given the other (`TermWeights`), over the most that they could say. At most 1,
/// about 0 for unrelated documents; higher is better. 0 if one has no terms.
double pair_score(const Collections& collections, DocumentNumber thai, DocumentNumber english);

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "cli/align/progress.h"
#include "cli/corpus/collection.h"
#include "cli/corpus/collection_terms.h"
#include "corpus/pairing/assignment.h"
#include "text/language.h"

namespace thalign::cli {

/// A collection and its terms.
struct CollectionSide {
  Collection collection;
  CollectionTerms terms;
  Language language;

  const std::string& place(DocumentNumber document) const {
    return collection.is_lines() ? terms.places[document] : terms.names[document];
  }
  std::size_t offset(DocumentNumber document) const {
    return collection.is_lines() ? terms.offsets[document] : 0;
  }
};

/// Checks pairs by aligning them, as `thalign align` does: lengths, names spelled in Thai letters,
/// the order of sentences and whatever else alignment looks at then count, in the document score.
class AlignmentCheck {
 public:
  /// `least_unchecked`: of texts too short to judge, pairs below this score fail. Requires: what is
  /// given outlives it.
  AlignmentCheck(const CollectionSide& thai, const CollectionSide& english, const Lexicon& lexicon,
                 double least_unchecked, unsigned threads, ShowProgress show)
      : thai_(thai),
        english_(english),
        lexicon_(lexicon),
        least_unchecked_(least_unchecked),
        threads_(threads),
        show_(show) {}

  /// Whether each passes. Throws `Error` (io): a text can't be read again.
  std::vector<bool> operator()(std::span<const DocumentPairing> pairs);
  /// Pairs checked, and those that passed.
  std::size_t checked() const { return checked_; }
  std::size_t passed() const { return passed_; }

 private:
  bool passes(const DocumentPairing& pair) const;

  const CollectionSide& thai_;
  const CollectionSide& english_;
  const Lexicon& lexicon_;
  double least_unchecked_;
  unsigned threads_;
  ShowProgress show_;
  std::size_t checked_ = 0, passed_ = 0;
};

}  // namespace thalign::cli

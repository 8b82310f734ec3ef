#include "align/problem.h"

namespace thalign {

Problem::Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
                 const ScoreWeights& weights, const CorridorOptions& options)
    : source_(make_features(source, vocabulary_)),
      target_(make_features(target, vocabulary_)),
      forward_(source_, target_, vocabulary_, lexicon, source.document().language()),
      backward_(target_, source_, vocabulary_, lexicon, target.document().language()),
      space_(source_, target_, forward_, backward_, weights, options) {}

}  // namespace thalign

#include "align/problem.h"

namespace thalign {

Problem::Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
                 const ScoreWeights& weights)
    : source_(make_features(source, vocabulary_)),
      target_(make_features(target, vocabulary_)),
      forward_(source_, target_, vocabulary_, lexicon, source.document().language()),
      backward_(target_, source_, vocabulary_, lexicon, target.document().language()),
      corridor_(Corridor::full(source_.units(), target_.units())),
      scorer_(source_, target_, forward_, backward_, corridor_, weights) {}

}  // namespace thalign

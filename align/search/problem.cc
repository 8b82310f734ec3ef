#include "align/search/problem.h"

#include "align/score/gap_scores.h"

namespace thalign {
namespace {

bool is_thai(const SegmentedText& text) { return text.document().language() == Language::thai; }
const SegmentedText& thai_of(const SegmentedText& a, const SegmentedText& b) {
  return is_thai(a) ? a : b;
}
const SegmentedText& english_of(const SegmentedText& a, const SegmentedText& b) {
  return is_thai(a) ? b : a;
}

}  // namespace

Problem::Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
                 const ScoreModel& model)
    : model_(model),
      names_(timed_names(source, target, lexicon)),
      copied_(copied_lines(source, target)),
      source_(features_of(source, copied_.source)),
      target_(features_of(target, copied_.target)),
      forward_(source_, target_, vocabulary_, lexicon, source.document().language()),
      backward_(target_, source_, vocabulary_, lexicon, target.document().language()) {
  score_gaps(source, target, model, source_, target_);
  statistics_.links = watch_.lap();
}

std::vector<SpelledName> Problem::timed_names(const SegmentedText& source,
                                              const SegmentedText& target, const Lexicon& lexicon) {
  std::vector<SpelledName> names =
      find_names(thai_of(source, target), english_of(source, target), lexicon);
  statistics_.names = watch_.lap();
  return names;
}

Features Problem::features_of(const SegmentedText& text, std::span<const UnitRange> copied) {
  Features features = make_features(
      text, vocabulary_, is_thai(text) ? std::span(names_) : std::span<const SpelledName>());
  leave_out(features, copied);
  return features;
}

}  // namespace thalign

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
      source_(make_features(source, vocabulary_, names_in(source))),
      target_(make_features(target, vocabulary_, names_in(target))),
      forward_(source_, target_, vocabulary_, lexicon, source.document().language()),
      backward_(target_, source_, vocabulary_, lexicon, target.document().language()) {
  score_gaps(source, target, model, source_, target_);
  statistics_.links = watch_.lap();
}

void Problem::cut_again(const SegmentedText& text) {
  watch_.lap();
  Features& features = is_thai(text) == source_.is_thai ? source_ : target_;
  features = make_features(text, vocabulary_, names_in(text));
  score_gaps(text, kind(), model_, features);
  statistics_.links += watch_.lap();
}

std::vector<SpelledName> Problem::timed_names(const SegmentedText& source,
                                              const SegmentedText& target, const Lexicon& lexicon) {
  std::vector<SpelledName> names =
      find_names(thai_of(source, target), english_of(source, target), lexicon);
  statistics_.names = watch_.lap();
  return names;
}

std::span<const SpelledName> Problem::names_in(const SegmentedText& text) const {
  return is_thai(text) ? std::span(names_) : std::span<const SpelledName>();
}

}  // namespace thalign

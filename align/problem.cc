#include "align/problem.h"

#include "align/gap_scores.h"

namespace thalign {
namespace {

std::uint32_t score_all_gaps(const SegmentedText& source, const SegmentedText& target,
                             const ScoreModel& model, Features& source_features,
                             Features& target_features) {
  const std::uint32_t kind = document_kind(source_features, target_features);
  score_gaps(source.gap_features(), kind, model, source_features);
  score_gaps(target.gap_features(), kind, model, target_features);
  return kind;
}

bool is_thai(const SegmentedText& text) { return text.document().language() == Language::thai; }
const SegmentedText& thai_of(const SegmentedText& a, const SegmentedText& b) {
  return is_thai(a) ? a : b;
}
const SegmentedText& english_of(const SegmentedText& a, const SegmentedText& b) {
  return is_thai(a) ? b : a;
}

}  // namespace

Problem::Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
                 const ScoreModel& model, const CorridorOptions& options)
    : model_(model),
      names_(find_names(thai_of(source, target), english_of(source, target), lexicon)),
      source_(make_features(source, vocabulary_, names_in(source))),
      target_(make_features(target, vocabulary_, names_in(target))),
      forward_(source_, target_, vocabulary_, lexicon, source.document().language()),
      backward_(target_, source_, vocabulary_, lexicon, target.document().language()),
      kind_(score_all_gaps(source, target, model, source_, target_)),
      space_(source_, target_, forward_, backward_, model, options) {}

std::span<const SpelledName> Problem::names_in(const SegmentedText& text) const {
  return is_thai(text) ? std::span(names_) : std::span<const SpelledName>();
}

}  // namespace thalign

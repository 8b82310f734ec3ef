// SPDX-License-Identifier: Apache-2.0
#include "align/search/problem.h"

#include <algorithm>
#include <iterator>

#include "align/lexicon/acronyms.h"
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

/// All of `first`, and those of `second` that have no word of these.
std::vector<SpelledName> join_names(std::vector<SpelledName> first,
                                    std::vector<SpelledName> second) {
  if (first.empty()) return second;
  auto next = first.cbegin();
  std::erase_if(second, [&](const SpelledName& name) {
    while (next != first.cend() && next->end_word <= name.first_word) ++next;
    return next != first.cend() && next->first_word < name.end_word;
  });
  std::vector<SpelledName> all;
  std::ranges::merge(first, second, std::back_inserter(all), {}, &SpelledName::first_word,
                     &SpelledName::first_word);
  return all;
}

}  // namespace

Problem::Problem(const SegmentedText& source, const SegmentedText& target, const Lexicon& lexicon,
                 const ScoreModel& model, const SpaceCounts& collection)
    : model_(model),
      collection_(collection),
      names_(timed_names(source, target, lexicon)),
      copied_(copied_lines(source, target)),
      source_(features_of(source, copied_.source)),
      target_(features_of(target, copied_.target)),
      links_(link_texts(source_, target_, vocabulary_, lexicon)) {
  keep_shared_kinds(source_, target_);
  score_gaps(source, target, kind(), model, source_, target_);
  statistics_.links = watch_.lap();
}

void Problem::cut_again(const SegmentedText& text) {
  watch_.lap();
  Features& features = is_thai(text) == source_.is_thai ? source_ : target_;
  features = features_of(text, {});
  keep_shared_kinds(source_, target_);
  score_gaps(text, kind(), model_, features);
  statistics_.links += watch_.lap();
}

std::vector<SpelledName> Problem::timed_names(const SegmentedText& source,
                                              const SegmentedText& target, const Lexicon& lexicon) {
  const SegmentedText& thai = thai_of(source, target);
  const SegmentedText& english = english_of(source, target);
  std::vector<SpelledName> names =
      join_names(find_acronyms(thai, english, lexicon), find_names(thai, english, lexicon));
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

#include <algorithm>
#include <array>
#include <string_view>

#include "segment/break_model.h"
#include "segment/gap.h"
#include "segment/repetition.h"
#include "segment/thai/thai_cues.h"
#include "segment/thai/thai_features.h"
#include "segment/thai/thai_vetoes.h"

namespace thalign {
namespace {

constexpr float kThaiLineEnd = 3.0F;
constexpr float kLineEndInside = -1.0F;
constexpr float kThaiBlankLine = 6.0F;
/// Taken from gaps inside lines that the page has more than once.
constexpr float kThaiRepeated = 5.0F;
constexpr float kNoSpace = -5.0F;
/// Added where lines are joined without a space: hardly any had one there.
constexpr float kJoint = -1.5F;
/// Least text (bytes) before and after a boundary that has no white space.
constexpr std::uint32_t kLongBefore = 180;
constexpr std::uint32_t kLongAfter = 90;

constexpr std::array<std::string_view, 2> kOpenersWithoutSpace = {"เพื่อ", "หากพบ"};

/// A connective that opens a clause in a long run of text, without a space before word `k`.
bool clause_without_space(const SegmentationInput& input, std::uint32_t k) {
  const std::span<const Word> words = input.words.all();
  if (words[k].kind != WordKind::thai || words[k - 1].kind != WordKind::thai) return false;
  if (input.bytes_before(k) < kLongBefore || input.bytes_after(k) < kLongAfter) return false;
  const std::string_view after = input.folded.substr(words[k].folded.begin);
  return std::ranges::any_of(kOpenersWithoutSpace,
                             [&](std::string_view text) { return after.starts_with(text); }) &&
         !input.inside_unbroken(k);
}

}  // namespace

std::vector<Boundary> thai_boundaries(const SegmentationInput& input, const BreakModel& model) {
  const ThaiVetoes vetoes(input);
  const ThaiFeatures features_of(input);
  const std::vector<bool> repeated = repeated_gaps(input);
  std::vector<std::uint32_t> features;
  std::vector<Boundary> boundaries;
  auto joint = input.joints.begin();
  for (std::uint32_t k = 1; k < input.gaps.size(); ++k) {
    float log_odds = 0.0F;
    switch (input.gaps[k]) {
      case GapKind::none:
        while (joint != input.joints.end() && *joint < k) ++joint;
        if (joint != input.joints.end() && *joint == k) {
          if (vetoes.at_space(k)) continue;
          features_of.of(k, features);
          log_odds = thai_cues(input, k) + model.log_odds(features) + kJoint;
          break;
        }
        if (!clause_without_space(input, k)) continue;
        log_odds = kNoSpace;
        break;
      case GapKind::space:
        if (vetoes.at_space(k)) continue;
        features_of.of(k, features);
        log_odds =
            thai_cues(input, k) + model.log_odds(features) - (repeated[k] ? kThaiRepeated : 0.0F);
        break;
      case GapKind::line_end:
        if (vetoes.at_line_end(k)) continue;
        log_odds = vetoes.opens_more(k) ? kLineEndInside : kThaiLineEnd;
        break;
      case GapKind::blank_line:
        log_odds = kThaiBlankLine;
        break;
    }
    boundaries.push_back({k, log_odds});
  }
  return boundaries;
}

}  // namespace thalign

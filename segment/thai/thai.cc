// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "segment/break_model.h"
#include "segment/gap.h"
#include "segment/gap_features.h"
#include "segment/thai/thai_vetoes.h"
#include "segment/thai/thai_words.h"

namespace thalign {
namespace {

/// Log-odds from which a gap without white space is proposed, and what the word after it alone must
/// say of that.
constexpr float kLeastJoined = -5.0F;
constexpr float kLeastJoinedWord = -3.0F;
/// Log-odds from which a gap at a space is proposed.
constexpr float kLeastAtSpace = -6.5F;
/// Least log-odds at a blank line: a sentence hardly goes on there.
constexpr float kLeastAtBlankLine = 0.0F;
/// Least log-odds after a mark that ends sentences, without a space; learning sees too few.
constexpr float kLeastAfterMark = 0.5F;
/// Added where lines are joined without a space: hardly any had one there.
constexpr float kJoint = -1.5F;
constexpr float kLineEndInside = -1.0F;

bool is_thai(const SegmentationInput& input, std::uint32_t k) {
  return input.words.all()[k].kind == WordKind::thai;
}

bool is_quote(const SegmentationInput& input, std::uint32_t k) {
  const std::string_view mark = input.words.folded(input.words.all()[k]);
  return mark == "\"" || mark == "'";
}

bool ends_with_sentence_mark(const SegmentationInput& input, std::uint32_t k) {
  const std::string_view mark = input.words.folded(input.words.all()[k]);
  return mark.starts_with('?') || mark.starts_with('!');
}

bool ends_with_closing_mark(const SegmentationInput& input, std::uint32_t k) {
  const std::string_view mark = input.words.folded(input.words.all()[k]);
  return is_quote(input, k) || ends_with_sentence_mark(input, k) || mark == ")" ||
         mark.starts_with("\u2026");
}

/// "...ตลาด.ฝน...": a full stop, not that of an abbreviation.
bool ends_with_full_stop(const SegmentationInput& input, std::uint32_t k) {
  constexpr std::size_t kLeastBytes = 9;  // three Thai letters
  constexpr std::string_view kTelephone = "\u0E42\u0E17\u0E23";
  const std::span<const Word> words = input.words.all();
  if (k == 0 || input.words.folded(words[k]) != "." || !is_thai(input, k - 1)) return false;
  const std::string_view word = input.words.folded(words[k - 1]);
  return word.size() >= kLeastBytes && !is_consonants(word) && word != kTelephone;
}

}  // namespace

bool may_be_joined(const SegmentationInput& input, std::uint32_t k) {
  if (input.inside_unbroken(k)) return false;
  if (is_thai(input, k)) {
    return is_thai(input, k - 1) || ends_with_closing_mark(input, k - 1) ||
           ends_with_full_stop(input, k - 1);
  }
  // "...ไป“มาเถอะ”"
  return is_thai(input, k - 1) && k + 1 < input.gaps.size() && is_quote(input, k) &&
         input.gaps[k + 1] == GapKind::none && is_thai(input, k + 1);
}

std::vector<Boundary> thai_boundaries(const SegmentationInput& input, const BreakModel& model) {
  const ThaiVetoes vetoes(input);
  const GapReader reader(input, Language::thai);
  std::vector<std::uint32_t> features;
  std::vector<Boundary> boundaries;
  auto joint = input.joints.begin();
  for (std::uint32_t k = 1; k < input.gaps.size(); ++k) {
    if (input.gaps[k] == GapKind::none) {
      while (joint != input.joints.end() && *joint < k) ++joint;
      if (joint != input.joints.end() && *joint == k) {
        if (vetoes.at_space(k)) continue;
        reader.read(k, 0.0F, features);
        boundaries.push_back({k, model.log_odds(features) + kJoint});
        continue;
      }
      const bool after_mark =
          ends_with_sentence_mark(input, k - 1) || ends_with_full_stop(input, k - 1);
      if (!after_mark && model.weight(reader.joined_word(k)) < kLeastJoinedWord) continue;
      if (!may_be_joined(input, k)) continue;
      reader.read_joined(k, features);
      float log_odds = model.log_odds(features);
      if (after_mark) log_odds = std::max(log_odds, kLeastAfterMark);
      if (log_odds > kLeastJoined) boundaries.push_back({k, log_odds});
      continue;
    }
    if (input.gaps[k] == GapKind::space && vetoes.at_space(k)) continue;
    if (input.gaps[k] == GapKind::line_end && vetoes.at_line_end(k)) continue;
    reader.read(k, 0.0F, features);
    float log_odds = model.log_odds(features);
    // A line may end anywhere, but no sentence after "กล่าวว่า".
    if (input.gaps[k] == GapKind::line_end && vetoes.opens_more(k))
      log_odds = std::min(log_odds, kLineEndInside);
    if (input.gaps[k] == GapKind::blank_line) log_odds = std::max(log_odds, kLeastAtBlankLine);
    if (input.gaps[k] == GapKind::space && log_odds < kLeastAtSpace) continue;
    boundaries.push_back({k, log_odds});
  }
  return boundaries;
}

}  // namespace thalign

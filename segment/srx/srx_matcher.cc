// SPDX-License-Identifier: Apache-2.0
#include "segment/srx/srx_matcher.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "segment/srx/icu_text.h"
#include "text/error.h"

namespace thalign {
namespace {

constexpr float kBreak = 4.0F;
/// Longest match before a break, in UTF-16 code units.
constexpr std::int64_t kLongestBefore = 300;
/// ICU's limit for one match, about milliseconds.
constexpr std::int32_t kTimeLimit = 1000;

/// One rule, ready to be tried on a text.
class RuleMatcher {
 public:
  explicit RuleMatcher(const SrxRule& rule) : rule_(rule) {
    if (!rule.before.empty()) before_ = matcher("(?:" + rule.before + ")\\z");
    if (!rule.after.empty()) after_ = matcher(rule.after);
    if (after_) after_->useAnchoringBounds(false);
  }

  bool breaks() const { return rule_.breaks; }

  /// Requires: `text` stays where it is.
  void set_text(const icu::UnicodeString& text) {
    if (before_) before_->reset(text);
    if (after_) after_->reset(text);
  }

  bool applies(std::int64_t at, std::int64_t size) {
    UErrorCode status = U_ZERO_ERROR;
    bool found = true;
    if (after_) {
      after_->region(at, size, status);
      found = after_->lookingAt(status) != 0;
    }
    if (before_ && found && U_SUCCESS(status)) {
      before_->region(0, at, std::max<std::int64_t>(0, at - kLongestBefore), status);
      found = before_->find(status) != 0;
    }
    if (U_FAILURE(status))
      throw Error(ErrorCode::limit, rule_.place,
                  "matching the rule takes too long; write a simpler pattern");
    return found;
  }

 private:
  static std::unique_ptr<icu::RegexMatcher> matcher(const std::string& pattern) {
    UErrorCode status = U_ZERO_ERROR;
    auto matcher = std::make_unique<icu::RegexMatcher>(utf16(pattern), 0, status);
    matcher->useTransparentBounds(true);
    matcher->setTimeLimit(kTimeLimit, status);
    return matcher;
  }

  const SrxRule& rule_;
  std::unique_ptr<icu::RegexMatcher> before_, after_;
};

/// A paragraph in UTF-16, with the places of its gaps.
struct Paragraph {
  struct Gap {
    std::int32_t begin, end;
  };
  icu::UnicodeString text;
  std::vector<Gap> gaps;  ///< before each word but the first
};

Paragraph paragraph(const SegmentationInput& input, std::uint32_t begin, std::uint32_t end) {
  const std::span<const Word> words = input.words.all();
  Paragraph result;
  for (std::uint32_t k = begin; k < end; ++k) {
    const ByteRange place = words[k].original;
    if (k > begin) {
      const std::uint32_t gap = words[k - 1].original.end;
      const std::int32_t size = result.text.length();
      result.text.append(utf16(input.text.substr(gap, place.begin - gap)));
      result.gaps.push_back({size, result.text.length()});
    }
    result.text.append(utf16(input.text.substr(place.begin, place.size())));
  }
  return result;
}

class Rules {
 public:
  explicit Rules(std::span<const SrxRule> rules) {
    matchers_.reserve(rules.size());
    for (const SrxRule& rule : rules) matchers_.emplace_back(rule);
  }

  void set_text(const icu::UnicodeString& text) {
    text_ = &text;
    for (RuleMatcher& matcher : matchers_) matcher.set_text(text);
  }

  /// What the rules say of a gap: whether a sentence ends at one of its places; nothing if none
  /// applies. Where no break rule applies, the others are asked only if `also_no_break`.
  std::optional<bool> at(Paragraph::Gap gap, bool also_no_break) {
    std::optional<bool> result;
    for (std::int32_t i = gap.begin; i <= gap.end; i = text_->moveIndex32(i, 1)) {
      const std::optional<bool> here = at(i, also_no_break);
      if (here == true) return true;
      if (here) result = here;
      if (i == text_->length()) break;
    }
    return result;
  }

 private:
  /// Break rules are few; the many others are asked only for places where one of them applies.
  std::optional<bool> at(std::int32_t place, bool also_no_break) {
    const std::int64_t size = text_->length();
    const auto first_break = std::ranges::find_if(matchers_, [&](RuleMatcher& matcher) {
      return matcher.breaks() && matcher.applies(place, size);
    });
    if (first_break == matchers_.end() && !also_no_break) return std::nullopt;
    const bool no_break = std::any_of(matchers_.begin(), first_break, [&](RuleMatcher& matcher) {
      return !matcher.breaks() && matcher.applies(place, size);
    });
    if (no_break) return false;
    return first_break == matchers_.end() ? std::nullopt : std::optional(true);
  }

  std::vector<RuleMatcher> matchers_;
  const icu::UnicodeString* text_ = nullptr;
};

}  // namespace

std::vector<Boundary> apply_srx(const SegmentationInput& input, std::span<const SrxRule> rules,
                                std::span<const Boundary> boundaries) {
  Rules matchers(rules);
  std::vector<Boundary> result;
  auto own = boundaries.begin();
  const auto words = static_cast<std::uint32_t>(input.gaps.size());
  for (std::uint32_t begin = 0; begin < words;) {
    std::uint32_t end = begin + 1;
    while (end < words && input.gaps[end] != GapKind::blank_line) ++end;
    const Paragraph text = paragraph(input, begin, end);
    matchers.set_text(text.text);
    for (std::uint32_t k = begin; k < end; ++k) {
      const bool proposed = own != boundaries.end() && own->word == k;
      const Boundary* const proposal = proposed ? &*own++ : nullptr;
      if (k == begin) {
        if (k > 0) result.push_back({k, kBreak});  // paragraphs are segmented one by one
        continue;
      }
      const bool keeps_proposal = proposed && input.gaps[k] == GapKind::line_end;
      const std::optional<bool> breaks = matchers.at(text.gaps[k - begin - 1], keeps_proposal);
      if (breaks == true) {
        result.push_back({k, kBreak});
      } else if (keeps_proposal && !breaks) {
        result.push_back(*proposal);
      }
    }
    begin = end;
  }
  return result;
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "segment/english/english_full_stop.h"
#include "segment/english/english_headline.h"
#include "segment/english/english_lines.h"
#include "segment/english/english_lists.h"
#include "segment/english/english_view.h"
#include "segment/english/english_words.h"
#include "segment/gap.h"

namespace thalign {
namespace {

// Log-odds after a mark that ends sentences, by how the next word is written.
constexpr float kLargeNext = 4.0F;
constexpr float kNumberNext = 3.0F;
constexpr float kMarkNext = 1.5F;
constexpr float kDashNext = -2.0F;
constexpr float kSubjectNext = 1.0F;
constexpr float kSmallNext = 0.5F;
constexpr float kGoesOn = -4.0F;
constexpr float kAttribution = -1.5F;
constexpr float kInsideUnbroken = -1.0F;
// After, or between, other things.
constexpr float kSemicolon = -4.5F;
constexpr float kColon = -6.0F;
constexpr float kBeforeItem = 2.0F;
constexpr float kAfterBracket = -1.5F;
constexpr float kOpener = -4.0F;
constexpr float kEmoticon = 1.5F;
constexpr float kGluedSentence = 1.0F;
// At line ends.
constexpr float kBlankLine = 8.0F;
constexpr float kLineEndAfterMark = 6.0F;
constexpr float kListMarker = -5.0F;

class EnglishRules {
 public:
  explicit EnglishRules(const SegmentationInput& input)
      : input_(input),
        text_(input),
        lines_(text_),
        lists_(text_),
        headline_(text_, input.starts_document) {}

  /// Log-odds of a sentence end before word `k`; nothing where none can be.
  std::optional<float> log_odds(std::uint32_t k) const {
    switch (input_.gaps[k]) {
      case GapKind::none:
        return inside_chunk(k);
      case GapKind::space:
        return at_space(k);
      case GapKind::line_end:
        return at_line_end(k);
      case GapKind::blank_line:
        return kBlankLine;
    }
    return std::nullopt;
  }

 private:
  bool is_sentence_mark(std::uint32_t word) const {
    return text_.is_mark_of(word, ".?!") || text_.folded(word) == "\u2026";
  }

  std::optional<float> at_space(std::uint32_t k) const {
    if (lists_.after_marker(k)) return std::nullopt;
    const std::uint32_t last = text_.last_before_closers(k);
    if (last == k) return std::nullopt;
    const bool emoticon_next = is_emoticon(text_.chunk(k));
    if (is_emoticon(text_.chunk(k - 1)))
      return text_.next_word(k) == NextWord::large ? kEmoticon : -kEmoticon;
    if (is_sentence_mark(last)) return emoticon_next ? -kEmoticon : after_mark(k, last);
    if (lists_.begins_item(k)) return kBeforeItem;
    if (text_.is_mark_of(last, ";:") && last == k - 1 && text_.folded(last).size() == 1) {
      if (input_.inside_unbroken(k) || emoticon_next) return std::nullopt;
      // "led by: Ana"
      if (last > 0 && opens_english_phrase(text_.folded(last - 1))) return std::nullopt;
      return text_.folded(last) == ";" ? kSemicolon : kColon;
    }
    if (const std::optional<float> odds = headline_.log_odds(k)) return odds;
    if (input_.inside_unbroken(k) || text_.next_word(k) != NextWord::large) return std::nullopt;
    // "He sat down. (Laughter) Then", "4.40pm The train has arrived".
    if (text_.is_mark_of(k - 1, ")]")) return kAfterBracket;
    if (text_.opens_sentence(k) && !opens_english_phrase(text_.folded(k - 1))) return kOpener;
    return std::nullopt;
  }

  /// At the space before word `k`, with a sentence mark at `last` and perhaps closing quotes or
  /// brackets after it.
  std::optional<float> after_mark(std::uint32_t k, std::uint32_t last) const {
    if (text_.is_mark_of(k, ",.;:!?)]}/>") || text_.folded(k) == "\u2026") return std::nullopt;
    const bool closed = last != k - 1;
    const std::uint32_t next = text_.first_after_openers(k);
    if ((closed && cites(k)) || attributes_question(last, k)) return kAttribution;
    if (const auto odds = after_no_plain_full_stop(text_, last, next))
      return *odds <= kNeverEnds ? std::nullopt : odds;
    if (text_.is_mark_of(last, "!") && is_company(next)) return kGoesOn;
    float sum = kLargeNext;
    if (text_.next_word(next) != NextWord::large) sum = not_large_next(next, last, closed);
    if (input_.inside_unbroken(k)) sum += kInsideUnbroken;
    return sum;
  }

  float not_large_next(std::uint32_t next, std::uint32_t last, bool closed) const {
    if (text_.is(next, WordKind::number)) return kNumberNext;
    if (text_.is(next, WordKind::mark)) return text_.is_mark_of(next, "-") ? kDashNext : kMarkNext;
    if (closed || !text_.touches_previous(last)) return kGoesOn;
    if (is_english_subject(text_.folded(next))) return kSubjectNext;
    // "Yahoo! in": names may hold other marks, but hardly two of them.
    if (text_.folded(last).size() > 1 || text_.is_mark_of(last - 1, "!?")) return kSmallNext;
    constexpr std::size_t kLeastWord = 2;
    const std::string_view word = text_.folded(last - 1);
    const bool ordinary = text_.is(last - 1, WordKind::latin) && word.size() >= kLeastWord &&
                          word.find_first_of("aeiouy") != std::string_view::npos;
    return ordinary && text_.folded(last) == "." ? kSmallNext : -kSmallNext;
  }

  /// "Wham! Inc."
  bool is_company(std::uint32_t word) const {
    return english_abbreviation(text_.folded(word)) == AbbreviationKind::may_end;
  }

  /// “Are you ready?” Ann asked. “Why?” she said.
  bool attributes_question(std::uint32_t last, std::uint32_t k) const {
    constexpr std::uint32_t kLongestName = 3;
    if (!text_.is_mark_of(last, "?!") || text_.opens_sentence(k)) return false;
    if (text_.is_large(k) && !text_.is_mark_of(k - 1, "\"'")) return false;
    for (std::uint32_t i = k; i < text_.size() && i - k <= kLongestName; ++i) {
      if (text_.begins_line(i) || text_.is(i, WordKind::mark)) return false;
      if (is_english_speech_verb(text_.folded(i))) return true;
    }
    return false;
  }

  /// “… too late …” (Moe 55). The bracket belongs to the sentence.
  bool cites(std::uint32_t k) const {
    constexpr std::uint32_t kLongest = 12;
    if (text_.folded(k) != "(") return false;
    std::uint32_t i = k + 1;
    while (i + 1 < text_.size() && i - k <= kLongest && text_.folded(i) != ")" &&
           !text_.begins_line(i + 1)) {
      ++i;
    }
    return i + 1 < text_.size() && text_.folded(i) == ")" && !text_.is_mark_of(i - 1, ".?!") &&
           text_.touches_previous(i + 1) && text_.folded(i + 1) == ".";
  }

  /// "It rained.We stayed in": no white space.
  std::optional<float> inside_chunk(std::uint32_t k) const {
    constexpr std::size_t kLookedAt = 40;
    if (!text_.is_mark_of(k - 1, ".?!") || !text_.opens_sentence(k) ||
        !text_.touches_previous(k - 1)) {
      return std::nullopt;
    }
    const bool full_stop = text_.folded(k - 1).starts_with('.');
    if (full_stop && !text_.is(k - 2, WordKind::number) && !text_.is_mark_of(k - 2, "\"')"))
      return std::nullopt;
    const std::uint32_t end = text_.bytes(k).begin;
    const auto chunk_begin = static_cast<std::uint32_t>(text_.chunk(k).data() - input_.text.data());
    const std::size_t size = std::min<std::size_t>(kLookedAt, end - chunk_begin);
    const bool address =
        input_.text.substr(end - size, size).find_first_of("/@=&") != std::string_view::npos;
    if (address || lists_.after_marker(k)) return std::nullopt;
    return kGluedSentence;
  }

  std::optional<float> at_line_end(std::uint32_t k) const {
    if (lists_.after_marker(k)) return kListMarker;
    const std::uint32_t last = text_.last_before_closers(k);
    if (last == k || !text_.is_mark_of(last, ".?!:;")) return lines_.log_odds(k);
    const std::uint32_t next = text_.first_after_openers(k);
    const bool wrapped = lines_.may_be_wrapped(k);
    const std::optional<float> abbreviation = after_no_plain_full_stop(text_, last, next);
    if (abbreviation && *abbreviation < 0.0F)
      return wrapped ? std::max(*abbreviation, kListMarker) : lines_.log_odds(k);
    if (!wrapped || text_.next_word(next) != NextWord::small) return kLineEndAfterMark;
    if (text_.is_mark_of(last, ":;")) return kSemicolon;
    return not_large_next(next, last, last != k - 1);
  }

  const SegmentationInput& input_;
  EnglishView text_;
  EnglishLines lines_;
  EnglishLists lists_;
  EnglishHeadline headline_;
};

}  // namespace

std::vector<Boundary> english_boundaries(const SegmentationInput& input) {
  const EnglishRules rules(input);
  std::vector<Boundary> boundaries;
  for (std::uint32_t k = 1; k < input.gaps.size(); ++k) {
    if (const std::optional<float> log_odds = rules.log_odds(k))
      boundaries.push_back({k, *log_odds});
  }
  return boundaries;
}

}  // namespace thalign

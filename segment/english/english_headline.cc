// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_headline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "segment/english/english_words.h"

namespace thalign {
namespace {

// Logs of how much more likely an end is than one after a small word.
constexpr float kHeadlineOpener = 2.5F;  ///< before a word that opens sentences
constexpr float kOpenerInTitleCase = 1.0F;
constexpr float kRepeated = 1.0F;  ///< before a word that the headline has, too
constexpr float kInsideName = -2.5F;
constexpr float kInTitleCase = -2.5F;
constexpr float kLastOfTitleCase = -0.5F;
constexpr float kAfterSpeechVerb = -1.5F;
constexpr float kVerbFollows = 1.0F;
/// The same of no end at all.
constexpr float kNoEnd = 0.5F;

/// Lengths of headlines (bytes).
constexpr float kUsual = 65.0F;
constexpr float kSpread = 30.0F;
/// Longest headline (bytes), shortest one (words).
constexpr std::uint32_t kMaxHeadlineBytes = 140;
constexpr std::uint32_t kLeastWords = 4;
constexpr float kLeastProbability = 0.005F;

constexpr std::array<std::string_view, 16> kFiniteVerbs = {
    "are",  "can", "could", "did", "do",   "does", "had",   "has",
    "have", "is",  "may",   "was", "were", "will", "would", "said"};

class Headline {
 public:
  explicit Headline(const EnglishView& text) : text_(text) {}

  bool may_end(std::uint32_t k) const {
    return text_.gap(k) == GapKind::space && text_.is_large(k) &&
           !text_.is_mark_of(k - 1, ",-([&/:;") && !opens_english_phrase(text_.folded(k - 1));
  }

  /// Whether a sentence ends before word `k` in the ordinary way.
  bool ends_with_mark(std::uint32_t k) const {
    constexpr std::size_t kLongAbbreviation = 3;
    if (text_.is_mark_of(k - 1, "?!")) return true;
    return k > 1 && text_.folded(k - 1) == "." && text_.folded(k - 2).size() > kLongAbbreviation;
  }

  float score(std::uint32_t k) const {
    const float deviation = (static_cast<float>(text_.bytes(k).begin) - kUsual) / kSpread;
    float sum = -0.5F * deviation * deviation;
    if (verb_follows(k)) sum += kVerbFollows;
    if (is_english_speech_verb(text_.folded(k - 1))) sum += kAfterSpeechVerb;
    const bool title_case = is_in_title_case(k);
    if (text_.opens_sentence(k)) return sum + (title_case ? kOpenerInTitleCase : kHeadlineOpener);
    if (title_case) return sum + (small_follows(k) ? kLastOfTitleCase : kInTitleCase);
    if (text_.is_large(k - 1)) sum += kInsideName;
    return sum + (has_before(k) ? kRepeated : 0.0F);
  }

 private:
  /// Whether most longer words before `end` are written large.
  bool is_in_title_case(std::uint32_t end) const {
    constexpr std::size_t kLong = 5;
    int large = 0;
    int all = 0;
    for (std::uint32_t i = 0; i < end; ++i) {
      if (!text_.is(i, WordKind::latin) || text_.folded(i).size() < kLong) continue;
      ++all;
      large += text_.is_large(i) ? 1 : 0;
    }
    return all > 2 && large * 4 > all * 3;
  }

  bool has_before(std::uint32_t k) const {
    for (std::uint32_t i = 0; i + 1 < k; ++i) {
      if (text_.folded(i) == text_.folded(k)) return true;
    }
    return false;
  }

  template <typename Predicate>
  bool any_after(std::uint32_t k, std::uint32_t most, Predicate&& predicate) const {
    const std::uint32_t end = std::min(text_.size(), k + most + 1);
    for (std::uint32_t i = k + 1; i < end; ++i) {
      if (predicate(i)) return true;
    }
    return false;
  }

  bool small_follows(std::uint32_t k) const {
    constexpr std::size_t kLong = 4;
    return any_after(k, 3, [&](std::uint32_t i) {
      return text_.is(i, WordKind::latin) && !text_.is_large(i) && text_.folded(i).size() >= kLong;
    });
  }

  bool verb_follows(std::uint32_t k) const {
    return any_after(k, 6, [&](std::uint32_t i) {
      return !text_.is_large(i) && std::ranges::count(kFiniteVerbs, text_.folded(i)) > 0;
    });
  }

  const EnglishView& text_;
};

}  // namespace

EnglishHeadline::EnglishHeadline(const EnglishView& text, bool starts_document) {
  // Where a line ends early, the headline stands on a line of its own.
  const std::string_view first = text.text().substr(0, 2 * kMaxHeadlineBytes + 1);
  if (!starts_document || first.size() <= std::size_t{2} * kMaxHeadlineBytes ||
      first.find('\n') != std::string_view::npos) {
    return;
  }
  const Headline headline(text);
  float sum = std::exp(kNoEnd);
  for (std::uint32_t k = 1; k < text.size() && text.bytes(k).begin <= kMaxHeadlineBytes; ++k) {
    if (headline.ends_with_mark(k)) break;
    if (k < kLeastWords || !headline.may_end(k)) continue;
    ends_.push_back({k, headline.score(k)});
    sum += std::exp(ends_.back().log_odds);
  }
  for (Boundary& end : ends_) {
    const float probability = std::exp(end.log_odds) / sum;
    end.log_odds = std::log(probability / (1.0F - probability));
  }
  std::erase_if(ends_,
                [](const Boundary& end) { return end.log_odds < std::log(kLeastProbability); });
}

std::optional<float> EnglishHeadline::log_odds(std::uint32_t k) const {
  const auto found = std::ranges::find(ends_, k, &Boundary::word);
  if (found == ends_.end()) return std::nullopt;
  return found->log_odds;
}

}  // namespace thalign

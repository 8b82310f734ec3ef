#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>

#include "segment/gap.h"

namespace thalign {
namespace {

/// Abbreviations written with a full stop that rarely end a sentence, folded, without the full
/// stop.
constexpr std::array<std::string_view, 62> kAbbreviations = {
    "adm",  "al",   "approx", "apr", "art", "assoc", "asst",   "aug",  "ave", "b.e", "bros",
    "capt", "cf",   "ch",     "co",  "col", "cpl",   "dec",    "dept", "dr",  "e.g", "ed",
    "esp",  "est",  "etc",    "feb", "fig", "gen",   "gov",    "h.e",  "hon", "i.e", "jan",
    "jr",   "jul",  "jun",    "lt",  "maj", "mar",   "messrs", "mr",   "mrs", "ms",  "mt",
    "no",   "nos",  "nov",    "oct", "p",   "pol",   "pp",     "prof", "rd",  "rep", "rev",
    "sen",  "sept", "sgt",    "sr",  "st",  "vol",   "vs"};
static_assert(std::is_sorted(kAbbreviations.begin(), kAbbreviations.end()));

/// Words that no sentence ends with.
constexpr std::array<std::string_view, 24> kPhraseOpeners = {
    "a",  "an", "and", "are", "as",   "at",  "by",    "for", "from", "in",   "into",  "is",
    "of", "on", "or",  "our", "that", "the", "their", "to",  "was",  "were", "which", "with"};
static_assert(std::is_sorted(kPhraseOpeners.begin(), kPhraseOpeners.end()));

/// Abbreviated titles: a name follows, never a sentence.
constexpr std::array<std::string_view, 16> kTitles = {"adm", "capt", "col", "dr",  "gen", "gov",
                                                      "lt",  "maj",  "mr",  "mrs", "ms",  "prof",
                                                      "rep", "rev",  "sen", "sgt"};

constexpr float kSentenceMark = 4.0F;
constexpr float kAbbreviation = -4.0F;
constexpr float kInitials = -1.5F;
constexpr float kLowerCaseNext = -4.0F;
constexpr float kEllipsis = -2.5F;
constexpr float kSemicolon = -1.5F;
constexpr float kColon = -3.0F;
constexpr float kInsideUnbroken = -1.0F;
constexpr float kHeadline = -3.5F;
constexpr float kListMarker = -5.0F;
constexpr float kBlankLine = 8.0F;
constexpr float kLineEnd = 3.0F;
constexpr float kLineEndAfterMark = 6.0F;
constexpr float kWrappedInPhrase = -3.0F;
constexpr float kLongLineEnd = 1.5F;
constexpr float kWrapped = -0.5F;
/// Headlines that run into the text (bytes, words).
constexpr std::size_t kLongestHeadline = 130;
constexpr std::uint32_t kLeastHeadlineWords = 4;
/// Hard-wrapped lines are at least this long (bytes).
constexpr std::uint32_t kLeastWrappedLine = 60;

class EnglishRules {
 public:
  explicit EnglishRules(const SegmentationInput& input)
      : input_(input), words_(input.words.all()), sentence_start_(words_.size()) {
    mark_icu_sentences();
  }

  /// Log-odds of a sentence end before word `k`; nothing where none can be.
  std::optional<float> log_odds(std::uint32_t k) const {
    switch (input_.gaps[k]) {
      case GapKind::none:
        return std::nullopt;
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
  std::string_view folded(std::uint32_t word) const { return input_.words.folded(words_[word]); }
  std::string_view original(std::uint32_t word) const {
    return input_.text.substr(words_[word].original.begin, words_[word].original.size());
  }
  bool is(std::uint32_t word, WordKind kind) const { return words_[word].kind == kind; }

  /// Marks the words that start a sentence by the rules of Unicode UAX #29 as ICU has them.
  void mark_icu_sentences() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> sentences(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    UText* const text = utext_openUTF8(nullptr, input_.text.data(),
                                       static_cast<std::int64_t>(input_.text.size()), &status);
    if (U_FAILURE(status)) return;  // without ICU's data only line ends are left
    sentences->setText(text, status);
    std::uint32_t k = 0;
    for (std::int32_t at = sentences->first(); at != icu::BreakIterator::DONE;
         at = sentences->next()) {
      while (k < words_.size() && words_[k].original.begin < static_cast<std::uint32_t>(at)) ++k;
      if (k < words_.size()) sentence_start_[k] = true;
    }
    utext_close(text);
  }

  /// Last word before `k` that is no closing quote or bracket; `k` if there is none on its line.
  std::uint32_t last_before_closers(std::uint32_t k) const {
    std::uint32_t i = k;
    while (i-- > 0) {
      if (!is(i, WordKind::mark)) return i;
      constexpr std::string_view kClosers = "\"')]}";
      if (kClosers.find(folded(i).front()) == std::string_view::npos) return i;
      if (input_.gaps[i] >= GapKind::line_end) break;
    }
    return k;
  }

  bool starts_lower_case(std::uint32_t k) const {
    const char c = original(k).front();
    return c >= 'a' && c <= 'z';
  }

  /// "Mr. Smith": a name follows.
  bool after_title(std::uint32_t full_stop) const {
    return full_stop > 0 && input_.gaps[full_stop] == GapKind::none &&
           std::find(kTitles.begin(), kTitles.end(), folded(full_stop - 1)) != kTitles.end();
  }

  bool after_abbreviation(std::uint32_t full_stop) const {
    if (full_stop == 0 || input_.gaps[full_stop] != GapKind::none) return false;
    return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), folded(full_stop - 1));
  }

  /// "J. Smith", "U.S. government": a single capital, or capitals with full stops between them.
  bool after_initials(std::uint32_t full_stop) const {
    if (full_stop == 0 || input_.gaps[full_stop] != GapKind::none) return false;
    const std::string_view word = original(full_stop - 1);
    const bool capital = word.front() >= 'A' && word.front() <= 'Z';
    return capital && (word.size() == 1 || word.find('.') != std::string_view::npos);
  }

  /// "1." or "a)" at the start of a line.
  bool after_list_marker(std::uint32_t k) const {
    return k >= 2 && input_.gaps[k - 1] == GapKind::none &&
           input_.gaps[k - 2] >= GapKind::line_end && is(k - 1, WordKind::mark) &&
           (is(k - 2, WordKind::number) || folded(k - 2).size() == 1) && folded(k - 1) != "!" &&
           folded(k - 1) != "?";
  }

  /// A text whose first line is long may have its headline there, without a mark: it could end
  /// before any capital.
  bool after_headline(std::uint32_t k) const {
    const char first = original(k).front();
    if (first < 'A' || first > 'Z' || k < kLeastHeadlineWords) return false;
    if (words_[k].original.begin > kLongestHeadline) return false;
    const std::size_t line_end = input_.text.find('\n');
    return std::min(line_end, input_.text.size()) > 2 * kLongestHeadline;
  }

  std::optional<float> at_space(std::uint32_t k) const {
    if (after_list_marker(k)) return std::nullopt;
    const std::uint32_t last = last_before_closers(k);
    if (last == k) return std::nullopt;
    if (!is(last, WordKind::mark))
      return after_headline(k) ? std::optional(kHeadline) : std::nullopt;
    const std::string_view mark = folded(last);
    const bool weak = mark == ";" || mark == ":";
    if (weak && input_.inside_unbroken(k)) return std::nullopt;
    if (weak) return mark == ";" ? kSemicolon : kColon;
    if (mark.front() != '.' && mark.front() != '?' && mark.front() != '!' && mark != "\u2026") {
      return std::nullopt;
    }
    float sum = kSentenceMark;
    if (input_.inside_unbroken(k)) sum += kInsideUnbroken;
    if (!sentence_start_[k] || starts_lower_case(k)) sum += kLowerCaseNext;
    if (mark == "." && after_title(last)) return std::nullopt;
    if (mark == "." && after_abbreviation(last)) sum += kAbbreviation + kLowerCaseNext;
    if (mark == "." && after_initials(last)) sum += kInitials + kLowerCaseNext;
    if (mark.size() > 1 && mark.front() == '.') sum += kEllipsis;
    if (mark == "\u2026") sum += kEllipsis;
    return sum;
  }

  std::optional<float> at_line_end(std::uint32_t k) const {
    const std::uint32_t last = last_before_closers(k);
    if (after_list_marker(k)) return kListMarker;
    const bool mark = last != k && is(last, WordKind::mark);
    if (mark) {
      const char c = folded(last).front();
      if ((c == '.' && !after_abbreviation(last)) || c == '?' || c == '!' || c == ':' || c == ';') {
        return kLineEndAfterMark;
      }
    }
    if (starts_lower_case(k) || opens_phrase(k - 1)) return kWrappedInPhrase;
    if (mark && folded(last) == ",") return kWrapped;
    return line_bytes_before(k) >= kLeastWrappedLine ? kLongLineEnd : kLineEnd;
  }

  /// "the", "and", "of" ...: what they open goes on in the next line.
  bool opens_phrase(std::uint32_t word) const {
    return std::binary_search(kPhraseOpeners.begin(), kPhraseOpeners.end(), folded(word));
  }

  std::uint32_t line_bytes_before(std::uint32_t k) const {
    std::uint32_t i = k - 1;
    while (input_.gaps[i] < GapKind::line_end &&
           words_[k - 1].original.end - words_[i].original.begin < kLeastWrappedLine) {
      --i;
    }
    return words_[k - 1].original.end - words_[i].original.begin;
  }

  const SegmentationInput& input_;
  std::span<const Word> words_;
  std::vector<bool> sentence_start_;
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

#include <algorithm>
#include <array>
#include <optional>

#include "segment/break_model.h"
#include "segment/gap.h"
#include "segment/thai_cues.h"
#include "segment/thai_features.h"
#include "text/calendar.h"

namespace thalign {
namespace {

/// After these no sentence ends.
constexpr std::array<std::string_view, 11> kNeverEnd = {"ว่า",   "คือ",   "ได้แก่", "เช่น",  "โดยมี", "ณ",
                                                        "อันดับ", "เวลา", "พ.ศ.", "ค.ศ.", "วันที่"};

/// Titles that open a person's name.
constexpr std::array<std::string_view, 16> kTitles = {
    "นาย",     "นางสาว",  "นาง",    "ดร.",    "พล.อ.", "พล.ท.", "พล.ต.", "พล.ต.อ.",
    "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "ศ.",    "รศ.",   "ผศ.",   "ม.ล."};

/// Nouns that count or measure: no sentence ends between a number and one of them.
constexpr std::array<std::string_view, 35> kCounters = {
    "คน",      "ราย",      "ล้าน",   "พัน",     "แสน",   "หมื่น",    "บาท",     "ปี",   "เดือน",
    "วัน",      "ชั่วโมง",    "นาที",   "แห่ง",    "ครั้ง",   "เมตร",   "กิโลเมตร", "กม.", "ตัน",
    "ไร่",      "เปอร์เซ็นต์", "%",     "น.",     "นาฬิกา", "ประการ", "ข้อ",      "ด้าน", "เรื่อง",
    "โครงการ", "ประเทศ",   "จังหวัด", "ดอลลาร์", "ลูก",    "ชุด",     "รอบ",     "เล่ม"};

/// Nouns that a number completes: "ปี 2567", "มาตรา 5".
constexpr std::array<std::string_view, 9> kNumbered = {"ปี",     "ที่",    "อันดับ", "ข้อ", "ลำดับ",
                                                       "มาตรา", "หมวด", "บท",   "ฉบับ"};

/// Marks that belong to what stands before them.
constexpr std::string_view kClosingMarks = ")]},;:!?%";

constexpr float kLineEnd = 3.0F;
constexpr float kLineEndInside = -1.0F;
constexpr float kBlankLine = 6.0F;
constexpr float kNoSpace = -5.0F;
/// Least text (bytes) before and after a boundary that has no white space.
constexpr std::uint32_t kLongBefore = 180;
constexpr std::uint32_t kLongAfter = 90;

constexpr std::array<std::string_view, 2> kOpenersWithoutSpace = {"เพื่อ", "หากพบ"};

class ThaiRules {
 public:
  explicit ThaiRules(const SegmentationInput& input) : input_(input), words_(input.words.all()) {}

  /// Whether no sentence can end before word `k`, whatever the model says.
  bool vetoed(std::uint32_t k) const {
    switch (input_.gaps[k]) {
      case GapKind::none:
        return !clause_without_space(k);
      case GapKind::space:
        return vetoed_at_space(k);
      case GapKind::line_end:
      case GapKind::blank_line:
        return false;
    }
    return true;
  }

  bool never_ends(std::uint32_t k) const {
    return std::any_of(kNeverEnd.begin(), kNeverEnd.end(), [&](std::string_view text) {
      return before(k).ends_with(text) && starts_word(words_[k - 1].folded.end - text.size());
    });
  }

 private:
  std::string_view before(std::uint32_t k) const {
    return input_.folded.substr(0, words_[k - 1].folded.end);
  }
  std::string_view after(std::uint32_t k) const {
    return input_.folded.substr(words_[k].folded.begin);
  }

  bool starts_word(std::size_t folded) const {
    const auto it =
        std::lower_bound(words_.begin(), words_.end(), folded,
                         [](const Word& w, std::size_t at) { return w.folded.begin < at; });
    return it == words_.end() || it->folded.begin == folded || (it - 1)->folded.end <= folded;
  }

  bool is(std::uint32_t word, WordKind kind) const { return words_[word].kind == kind; }
  std::string_view folded(std::uint32_t word) const { return input_.words.folded(words_[word]); }

  static bool starts_with_any(std::string_view text, std::span<const std::string_view> list) {
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view s) { return text.starts_with(s); });
  }
  static bool ends_with_any(std::string_view text, std::span<const std::string_view> list) {
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view s) { return text.ends_with(s); });
  }

  /// The run of folded text before the gap before word `k`.
  std::string_view chunk_before(std::uint32_t k) const {
    return input_.folded.substr(words_[input_.chunk_begin[k - 1]].folded.begin,
                                input_.bytes_before(k));
  }

  /// "นายชรินทร์| ธีรฐิต...", "พล.อ.| ประยุทธ์| จันทร์...": the chunk before opens with a title, or stands
  /// after one, and holds one name part.
  bool inside_name(std::uint32_t k) const {
    const std::string_view chunk = chunk_before(k);
    constexpr std::size_t kLongestFirstName = 60;
    if (chunk.size() > kLongestFirstName || !is(k, WordKind::thai)) return false;
    if (starts_with_any(chunk, kTitles) || ends_with_any(chunk, kTitles)) return true;
    const std::uint32_t first = input_.chunk_begin[k - 1];
    return input_.gaps[first] == GapKind::space &&
           std::find(kTitles.begin(), kTitles.end(), chunk_before(first)) != kTitles.end();
  }

  /// Abbreviated months are up to four words ("มิ.ย.").
  bool ends_with_month(std::uint32_t k) const {
    constexpr std::uint32_t kMostWords = 4;
    for (std::uint32_t first = k; first-- > 0 && k - first <= kMostWords;) {
      const std::uint32_t begin = words_[first].folded.begin;
      const std::optional<MonthName> month = thai_month(input_.folded.substr(begin));
      if (month && begin + month->bytes == words_[k - 1].folded.end) return true;
    }
    return false;
  }

  bool inside_date_or_number(std::uint32_t k) const {
    const bool number_before = is(k - 1, WordKind::number);
    const bool number_after = is(k, WordKind::number);
    if (number_before && thai_month(after(k))) return true;
    if (number_after && (ends_with_month(k) || ends_with_any(before(k), kNumbered))) {
      return true;
    }
    if (number_before && (starts_with_any(after(k), kCounters) || after(k).starts_with("พ.ศ.")))
      return true;
    const bool abbreviation_before = folded(k - 1) == "." && input_.bytes_before(k) <= 24;
    return number_after && (abbreviation_before || number_before);
  }

  /// "Mr.| Lee", "Lee,| Hyo-chang", and Latin words of which the second is written small.
  bool inside_latin_name(std::uint32_t k) const {
    if (!is(k, WordKind::latin) || is(k - 1, WordKind::thai)) return false;
    const char first = input_.text[words_[k].original.begin];
    if (first >= 'a' && first <= 'z') return true;
    return folded(k - 1) == "." && k >= 2 &&
           (folded(k - 2) == "mr" || folded(k - 2) == "mrs" || folded(k - 2) == "ms" ||
            folded(k - 2) == "dr");
  }

  bool vetoed_at_space(std::uint32_t k) const {
    const std::string_view next = folded(k);
    const std::string_view previous = folded(k - 1);
    if (input_.inside_unbroken(k) || never_ends(k)) return true;
    if (next == "ๆ" || next == "ฯ" || next == "-" || next == "/" || next == "&") return true;
    if (is(k, WordKind::mark) && kClosingMarks.find(next.front()) != std::string_view::npos)
      return true;
    if (previous == "(" || previous == "[" || previous == "-" || previous == "/" ||
        previous == "&" || previous == ",") {
      return true;
    }
    return inside_name(k) || inside_date_or_number(k) || inside_latin_name(k);
  }

  /// A long run of text in which a connective opens a new clause.
  bool clause_without_space(std::uint32_t k) const {
    return is(k, WordKind::thai) && is(k - 1, WordKind::thai) &&
           input_.bytes_before(k) >= kLongBefore && input_.bytes_after(k) >= kLongAfter &&
           starts_with_any(after(k), kOpenersWithoutSpace) && !input_.inside_unbroken(k);
  }

  const SegmentationInput& input_;
  std::span<const Word> words_;
};

}  // namespace

std::vector<Boundary> thai_boundaries(const SegmentationInput& input, const BreakModel& model) {
  const ThaiRules rules(input);
  const ThaiFeatures features_of(input);
  std::vector<std::uint32_t> features;
  std::vector<Boundary> boundaries;
  for (std::uint32_t k = 1; k < input.gaps.size(); ++k) {
    if (rules.vetoed(k)) continue;
    float log_odds = 0.0F;
    switch (input.gaps[k]) {
      case GapKind::none:
        log_odds = kNoSpace;
        break;
      case GapKind::space:
        features_of.of(k, features);
        log_odds = thai_cues(input, k) + model.log_odds(features);
        break;
      case GapKind::line_end:
        log_odds = rules.never_ends(k) ? kLineEndInside : kLineEnd;
        break;
      case GapKind::blank_line:
        log_odds = kBlankLine;
        break;
    }
    boundaries.push_back({k, log_odds});
  }
  return boundaries;
}

}  // namespace thalign

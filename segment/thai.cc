#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "segment/gap.h"

namespace thalign {
namespace {

/// Text that stands right after (or before) a gap and what it adds to the log-odds of a sentence
/// end.
struct Cue {
  std::string_view text;
  float log_odds;
};

/// Openings of clauses and sentences. The longest that fits counts.
constexpr std::array kOpeners = {
    Cue{"กล่าวคือ", 1.0F},     Cue{"การ", 0.3F},      Cue{"ขณะที่", 1.8F},   Cue{"ขณะนี้", 1.5F},
    Cue{"ขณะเดียวกัน", 2.5F},  Cue{"จาก", 0.0F},      Cue{"จากนั้น", 2.5F},  Cue{"จึง", -0.5F},
    Cue{"ซึ่ง", 1.2F},         Cue{"ด้วย", -0.5F},     Cue{"ด้าน", 1.2F},    Cue{"ดังกล่าว", -2.0F},
    Cue{"ดังนั้น", 2.8F},       Cue{"ตลอดจน", 0.2F},   Cue{"ตาม", -0.3F},   Cue{"ต่อมา", 2.5F},
    Cue{"ต่อจากนั้น", 2.5F},    Cue{"ทั้งนี้", 3.2F},      Cue{"ทั้งยัง", 1.0F},   Cue{"ทั้ง", 0.0F},
    Cue{"ที่", -1.0F},         Cue{"ที่ผ่านมา", 1.0F},   Cue{"นอกจาก", 2.0F}, Cue{"นอกจากนั้น", 3.2F},
    Cue{"นอกจากนี้", 3.2F},    Cue{"นับ", 0.8F},       Cue{"นาย", 0.8F},    Cue{"นางสาว", 0.8F},
    Cue{"นาง", 0.6F},        Cue{"นี่", 1.0F},        Cue{"พร้อม", 1.0F},   Cue{"พวกเขา", 1.0F},
    Cue{"ภายใต้", 0.3F},      Cue{"มี", 0.2F},        Cue{"รวมถึง", 0.6F},  Cue{"รวมทั้ง", 0.6F},
    Cue{"วันนี้", 2.0F},        Cue{"ส่วน", 1.5F},      Cue{"ส่งผลให้", 0.5F}, Cue{"สำหรับ", 1.8F},
    Cue{"หาก", 1.2F},        Cue{"หลังจาก", 1.0F},   Cue{"หรือ", -1.0F},   Cue{"อย่างไรก็ดี", 3.2F},
    Cue{"อย่างไรก็ตาม", 3.2F}, Cue{"อีกทั้ง", 1.5F},     Cue{"เขา", 1.0F},    Cue{"เช่น", -2.0F},
    Cue{"เธอ", 1.0F},        Cue{"เนื่องจาก", 0.3F},  Cue{"เป็น", -0.8F},   Cue{"เพื่อ", 0.8F},
    Cue{"เพราะ", 0.3F},      Cue{"เมื่อ", 1.0F},      Cue{"เรา", 0.8F},    Cue{"แต่", 1.0F},
    Cue{"และ", 0.2F},        Cue{"แห่ง", -2.0F},     Cue{"โดย", 1.2F},    Cue{"โดยที่", 1.2F},
    Cue{"ใน", 0.4F},         Cue{"ในการนี้", 2.5F},   Cue{"ในช่วง", 0.8F},  Cue{"ในปี", 0.8F},
    Cue{"ในโอกาสนี้", 2.8F},   Cue{"โอกาสนี้", 2.5F},   Cue{"ให้", -0.5F},    Cue{"ได้แก่", -2.0F},
    Cue{"คือ", -2.0F},        Cue{"ว่า", -3.0F},      Cue{"จำนวน", -1.2F}, Cue{"ประมาณ", -1.0F},
    Cue{"ณ", -1.5F},         Cue{"เวลา", -1.5F},    Cue{"อันดับ", -1.5F},  Cue{"ผู้อำนวยการ", -1.5F},
    Cue{"รัฐมนตรี", -0.8F},    Cue{"รองนายก", -0.8F},
};

/// Ends of clauses that go on, or that are complete. The longest that fits counts.
constexpr std::array kEnders = {
    Cue{"กล่าว", 0.6F},       Cue{"ก็ตาม", -2.5F},    Cue{"กับ", -3.5F},   Cue{"ของ", -3.5F},
    Cue{"ครับ", 1.5F},        Cue{"ค่ะ", 1.5F},       Cue{"จาก", -3.0F},  Cue{"ซึ่ง", -3.5F},
    Cue{"ด้วย", 0.8F},        Cue{"ดังกล่าว", 0.6F},   Cue{"ดังนี้", 1.5F},   Cue{"ต่อไป", 1.2F},
    Cue{"ที่", -3.5F},         Cue{"นั้น", -0.8F},      Cue{"นี้", 0.2F},     Cue{"ประกอบด้วย", -3.0F},
    Cue{"ทั้งนี้", -3.0F},       Cue{"นอกจากนี้", -3.5F}, Cue{"ดังนั้น", -3.5F}, Cue{"ต่อมา", -2.5F},
    Cue{"ขณะเดียวกัน", -3.0F}, Cue{"โอกาสนี้", -3.0F},  Cue{"วันนี้", -1.0F},  Cue{"เช่น", -4.0F},
    Cue{"เป็นต้น", 2.0F},      Cue{"และ", -4.0F},     Cue{"หรือ", -4.0F},  Cue{"อีกด้วย", 2.5F},
    Cue{"แก่", -3.0F},        Cue{"แล้ว", 0.8F},      Cue{"โดย", -3.5F},  Cue{"ใน", -3.5F},
    Cue{"ให้", -3.0F},        Cue{"เพื่อ", -3.5F},     Cue{"เท่านั้น", 1.2F}, Cue{"เพิ่มเติม", 0.6F},
    Cue{"พบว่า", -4.0F},      Cue{"เมื่อ", -3.0F},     Cue{"ด้าน", -2.5F},
};

/// After these no sentence ends.
constexpr std::array<std::string_view, 11> kNeverEnd = {"ว่า",   "คือ",   "ได้แก่", "เช่น",  "โดยมี", "ณ",
                                                        "อันดับ", "เวลา", "พ.ศ.", "ค.ศ.", "วันที่"};

/// Titles that open a person's name.
constexpr std::array<std::string_view, 16> kTitles = {
    "นาย",     "นางสาว",  "นาง",    "ดร.",    "พล.อ.", "พล.ท.", "พล.ต.", "พล.ต.อ.",
    "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "ศ.",    "รศ.",   "ผศ.",   "ม.ล."};

/// Month names and their abbreviations, folded.
constexpr std::array<std::string_view, 24> kMonths = {
    "มกราคม", "กุมภาพันธ์", "มีนาคม",    "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม",
    "กันยายน", "ตุลาคม",   "พฤศจิกายน", "ธันวาคม", "ม.ค.",    "ก.พ.",   "มี.ค.",    "เม.ย.",
    "พ.ค.",   "มิ.ย.",    "ก.ค.",     "ส.ค.",   "ก.ย.",    "ต.ค.",   "พ.ย.",    "ธ.ค."};

/// Nouns that count or measure: no sentence ends between a number and one of them.
constexpr std::array<std::string_view, 34> kCounters = {
    "คน",      "ราย",      "ล้าน",   "พัน",     "แสน",   "หมื่น",    "บาท",     "ปี",   "เดือน",
    "วัน",      "ชั่วโมง",    "นาที",   "แห่ง",    "ครั้ง",   "เมตร",   "กิโลเมตร", "กม.", "ตัน",
    "ไร่",      "เปอร์เซ็นต์", "%",     "น.",     "นาฬิกา", "ประการ", "ข้อ",      "ด้าน", "เรื่อง",
    "โครงการ", "ประเทศ",   "จังหวัด", "ดอลลาร์", "ลูก",    "ชุด",     "รอบ"};

/// Marks that belong to what stands before them.
constexpr std::string_view kClosingMarks = ")]},;:!?%";

constexpr float kPrior = -1.6F;
constexpr float kLineEnd = 3.0F;
constexpr float kBlankLine = 6.0F;
constexpr float kNoSpace = -5.0F;
/// Least text (bytes) before and after a boundary that has no white space.
constexpr std::uint32_t kLongBefore = 180;
constexpr std::uint32_t kLongAfter = 90;

constexpr std::array<std::string_view, 2> kOpenersWithoutSpace = {"เพื่อ", "หากพบ"};

class ThaiRules {
 public:
  explicit ThaiRules(const SegmentationInput& input)
      : input_(input),
        words_(input.words.all()),
        chunk_begin_(words_.size()),
        chunk_end_(words_.size()) {
    for (std::uint32_t k = 0; k < words_.size(); ++k) {
      chunk_begin_[k] = input.gaps[k] != GapKind::none ? k : chunk_begin_[k - 1];
    }
    for (std::uint32_t k = static_cast<std::uint32_t>(words_.size()); k-- > 0;) {
      const bool last = k + 1 == words_.size() || input.gaps[k + 1] != GapKind::none;
      chunk_end_[k] = last ? k + 1 : chunk_end_[k + 1];
    }
  }

  /// Log-odds of a sentence end before word `k`; nothing where none can be.
  std::optional<float> log_odds(std::uint32_t k) const {
    switch (input_.gaps[k]) {
      case GapKind::none:
        return without_space(k);
      case GapKind::space:
        return vetoed(k) ? std::nullopt : std::optional(at_space(k));
      case GapKind::line_end:
        return kLineEnd + (never_ends(k) ? -4.0F : 0.0F);
      case GapKind::blank_line:
        return kBlankLine;
    }
    return std::nullopt;
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

  /// Bytes of the unbroken run of text before and after word boundary `k`.
  std::uint32_t bytes_before(std::uint32_t k) const {
    return words_[k - 1].folded.end - words_[chunk_begin_[k - 1]].folded.begin;
  }
  std::uint32_t bytes_after(std::uint32_t k) const {
    return words_[chunk_end_[k] - 1].folded.end - words_[k].folded.begin;
  }

  template <std::size_t N>
  float opening_cue(const std::array<Cue, N>& cues, std::uint32_t k) const {
    const Cue* best = nullptr;
    for (const Cue& cue : cues) {
      if ((best == nullptr || cue.text.size() > best->text.size()) &&
          after(k).starts_with(cue.text) && starts_word(words_[k].folded.begin + cue.text.size())) {
        best = &cue;
      }
    }
    return best == nullptr ? 0.0F : best->log_odds;
  }

  template <std::size_t N>
  float ending_cue(const std::array<Cue, N>& cues, std::uint32_t k) const {
    const Cue* best = nullptr;
    for (const Cue& cue : cues) {
      if ((best == nullptr || cue.text.size() > best->text.size()) &&
          before(k).ends_with(cue.text) &&
          starts_word(words_[k - 1].folded.end - cue.text.size())) {
        best = &cue;
      }
    }
    return best == nullptr ? 0.0F : best->log_odds;
  }

  bool never_ends(std::uint32_t k) const {
    return std::any_of(kNeverEnd.begin(), kNeverEnd.end(), [&](std::string_view text) {
      return before(k).ends_with(text) && starts_word(words_[k - 1].folded.end - text.size());
    });
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

  /// "นายชรินทร์| ธีรฐิต...", "พล.อ.| ประยุทธ์| จันทร์...": the chunk before opens with a title and holds
  /// one name part.
  bool inside_name(std::uint32_t k) const {
    const std::string_view chunk =
        input_.folded.substr(words_[chunk_begin_[k - 1]].folded.begin, bytes_before(k));
    constexpr std::size_t kLongestFirstName = 60;
    return chunk.size() <= kLongestFirstName && is(k, WordKind::thai) &&
           (starts_with_any(chunk, kTitles) || ends_with_any(chunk, kTitles));
  }

  bool inside_date_or_number(std::uint32_t k) const {
    const bool number_before = is(k - 1, WordKind::number);
    const bool number_after = is(k, WordKind::number);
    if (number_before && starts_with_any(after(k), kMonths)) return true;
    if (number_after && ends_with_any(before(k), kMonths)) return true;
    if (number_before && (starts_with_any(after(k), kCounters) || after(k).starts_with("พ.ศ.")))
      return true;
    const bool abbreviation_before = folded(k - 1) == "." && bytes_before(k) <= 24;
    return number_after && (abbreviation_before || number_before);
  }

  /// Latin words side by side are mostly a foreign name or phrase.
  bool inside_latin_run(std::uint32_t k) const {
    return is(k, WordKind::latin) && (is(k - 1, WordKind::latin) || is(k - 1, WordKind::mark));
  }

  /// "Mr.| Lee", "Lee,| Hyo-chang", and Latin words of which the second is written small.
  bool inside_latin_name(std::uint32_t k) const {
    if (!inside_latin_run(k)) return false;
    const char first = input_.text[words_[k].original.begin];
    if (first >= 'a' && first <= 'z') return true;
    return folded(k - 1) == "." && k >= 2 &&
           (folded(k - 2) == "mr" || folded(k - 2) == "mrs" || folded(k - 2) == "ms" ||
            folded(k - 2) == "dr");
  }

  /// One or two Thai letters and a full stop ("น.", "ก.ล.ต.") do not end a sentence.
  bool after_abbreviation(std::uint32_t k) const {
    return folded(k - 1) == "." && k >= 2 && is(k - 2, WordKind::thai) &&
           input_.gaps[k - 1] == GapKind::none && folded(k - 2).size() <= 6 && folded(k) != "น";
  }

  bool vetoed(std::uint32_t k) const {
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

  float at_space(std::uint32_t k) const {
    float sum = kPrior + opening_cue(kOpeners, k) + ending_cue(kEnders, k);
    sum += length_evidence(bytes_before(k)) + length_evidence(bytes_after(k));
    if (is(k - 1, WordKind::number) || is(k, WordKind::number)) sum -= 1.2F;
    if (is(k - 1, WordKind::latin)) sum -= 0.8F;
    if (is(k, WordKind::latin)) sum -= inside_latin_run(k) ? 2.5F : 0.6F;
    if (folded(k) == "(") sum -= 3.0F;
    if (after_abbreviation(k)) sum -= 1.0F;
    const std::string_view previous = folded(k - 1);
    if (previous == "." && !after_abbreviation(k)) sum += 2.5F;
    if (previous == "!" || previous == "?" || previous == "\"") sum += 1.5F;
    return sum;
  }

  /// Short runs between spaces are list items and names; clauses are long.
  static float length_evidence(std::uint32_t bytes) {
    constexpr float kTypicalClause = 90.0F;
    return std::clamp(0.5F * std::log(static_cast<float>(bytes) / kTypicalClause), -1.0F, 0.7F);
  }

  std::optional<float> without_space(std::uint32_t k) const {
    if (!is(k, WordKind::thai) || !is(k - 1, WordKind::thai) || bytes_before(k) < kLongBefore ||
        bytes_after(k) < kLongAfter) {
      return std::nullopt;
    }
    if (!starts_with_any(after(k), kOpenersWithoutSpace) || ending_cue(kEnders, k) < 0.0F ||
        input_.inside_unbroken(k)) {
      return std::nullopt;
    }
    return kNoSpace;
  }

  const SegmentationInput& input_;
  std::span<const Word> words_;
  std::vector<std::uint32_t>
      chunk_begin_;  // first word of the run without white space that word k is in
  std::vector<std::uint32_t> chunk_end_;  // one past its last word
};

}  // namespace

std::vector<Boundary> thai_boundaries(const SegmentationInput& input) {
  const ThaiRules rules(input);
  std::vector<Boundary> boundaries;
  for (std::uint32_t k = 1; k < input.gaps.size(); ++k) {
    if (const std::optional<float> log_odds = rules.log_odds(k))
      boundaries.push_back({k, *log_odds});
  }
  return boundaries;
}

}  // namespace thalign

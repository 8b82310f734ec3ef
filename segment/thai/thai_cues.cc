#include "segment/thai/thai_cues.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "segment/thai/affixes.h"
#include "segment/thai/thai_words.h"

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
    Cue{"กล่าวคือ", 1.0F},
    Cue{"การ", 0.3F},
    Cue{"ขณะที่", 1.8F},
    Cue{"ขณะนี้", 1.5F},
    Cue{"ขณะเดียวกัน", 2.5F},
    Cue{"จาก", 0.0F},
    Cue{"จากนั้น", 2.5F},
    Cue{"จึง", -0.5F},
    Cue{"ซึ่ง", 1.2F},
    Cue{"ด้วย", -0.5F},
    Cue{"ด้าน", 1.2F},
    Cue{"ดังกล่าว", -2.0F},
    Cue{"ดังนั้น", 2.8F},
    Cue{"ตลอดจน", 0.2F},
    Cue{"ตาม", -0.3F},
    Cue{"ต่อมา", 2.5F},
    Cue{"ต่อจากนั้น", 2.5F},
    Cue{"ทั้งนี้", 3.2F},
    Cue{"ทั้งยัง", 1.0F},
    Cue{"ทั้ง", 0.0F},
    Cue{"ที่", -1.0F},
    Cue{"ที่ผ่านมา", 1.0F},
    Cue{"นอกจาก", 2.0F},
    Cue{"นอกจากนั้น", 3.2F},
    Cue{"นอกจากนี้", 3.2F},
    Cue{"นับ", 0.8F},
    Cue{"นาย", 0.8F},
    Cue{"นางสาว", 0.8F},
    Cue{"นาง", 0.6F},
    Cue{"นี่", 1.0F},
    Cue{"พร้อม", 1.0F},
    Cue{"พวกเขา", 1.0F},
    Cue{"ภายใต้", 0.3F},
    Cue{"มี", 0.2F},
    Cue{"รวมถึง", 0.6F},
    Cue{"รวมทั้ง", 0.6F},
    Cue{"วันนี้", 2.0F},
    Cue{"ส่วน", 1.5F},
    Cue{"ส่งผลให้", 0.5F},
    Cue{"สำหรับ", 1.8F},
    Cue{"หาก", 1.2F},
    Cue{"หลังจาก", 1.0F},
    Cue{"หรือ", -1.0F},
    Cue{"อย่างไรก็ดี", 3.2F},
    Cue{"อย่างไรก็ตาม", 3.2F},
    Cue{"อีกทั้ง", 1.5F},
    Cue{"เขา", 1.0F},
    Cue{"เช่น", -2.0F},
    Cue{"เธอ", 1.0F},
    Cue{"เนื่องจาก", 0.3F},
    Cue{"เป็น", -0.8F},
    Cue{"เพื่อ", 0.8F},
    Cue{"เพราะ", 0.3F},
    Cue{"เมื่อ", 1.0F},
    Cue{"เรา", 0.8F},
    Cue{"แต่", 1.0F},
    Cue{"และ", 0.2F},
    Cue{"แห่ง", -2.0F},
    Cue{"โดย", 1.2F},
    Cue{"โดยที่", 1.2F},
    Cue{"ใน", 0.4F},
    Cue{"ในการนี้", 2.5F},
    Cue{"ในช่วง", 0.8F},
    Cue{"ในปี", 0.8F},
    Cue{"ในโอกาสนี้", 2.8F},
    Cue{"โอกาสนี้", 2.5F},
    Cue{"ให้", -0.5F},
    Cue{"ได้แก่", -2.0F},
    Cue{"คือ", -2.0F},
    Cue{"ว่า", -3.0F},
    Cue{"จำนวน", -1.2F},
    Cue{"ประมาณ", -1.0F},
    Cue{"ณ", -1.5F},
    Cue{"เวลา", -1.5F},
    Cue{"อันดับ", -1.5F},
    Cue{"ผู้อำนวยการ", -1.5F},
    Cue{"รัฐมนตรี", -0.8F},
    Cue{"รองนายก", -0.8F},
    Cue{"ถูก", -1.5F},
    Cue{"กําลัง", -1.5F},
    Cue{"จะ", -1.2F},
    Cue{"ได้", -1.2F},
    Cue{"เคย", -1.0F},
    Cue{"สามารถ", -1.2F},
    Cue{"กล่าว", -1.0F},
    Cue{"บอก", -1.0F},
    Cue{"พูด", -1.0F},
    Cue{"ระบุ", -0.8F},
    Cue{"เสริม", -1.0F},
    Cue{"อธิบาย", -0.8F},
    Cue{"ยืนยัน", -0.5F},
    Cue{"ตอนนี้", 1.8F},
    Cue{"ล่าสุด", 1.2F},
    Cue{"ปัจจุบัน", 1.8F},
    Cue{"ทุกวันนี้", 1.8F},
    Cue{"แน่นอน", 1.5F},
    Cue{"ถึงแม้", 1.2F},
    Cue{"แม้", 1.0F},
    Cue{"ในขณะ", 1.5F},
    Cue{"ในวัน", 0.8F},
    Cue{"ในเดือน", 0.8F},
    Cue{"เมื่อวาน", 1.2F},
    Cue{"เมื่อวันที่", 1.0F},
    Cue{"ก่อนหน้านี้", 1.8F},
    Cue{"นั่น", 1.0F},
    Cue{"มัน", 1.0F},
    Cue{"ฉัน", 1.0F},
    Cue{"ผม", 1.0F},
    Cue{"บางที", 1.0F},
    Cue{"ถ้า", 1.3F},
    Cue{"ในทางกลับกัน", 2.5F},
    Cue{"ยิ่งไปกว่านั้น", 2.8F},
    Cue{"ไม่กี่", 0.5F},
    Cue{"อาจ", -0.8F},
    Cue{"ราว", -1.0F},
    Cue{"กว่า", -1.5F},
    Cue{"จน", -0.5F},
    Cue{"คุณ", 0.5F},
    Cue{"ทุกคน", 0.5F},
    Cue{"ในตอน", 0.8F},
    Cue{"พวกเรา", 1.0F},
    Cue{"นี้", -1.5F},
    Cue{"นั้น", -2.0F},
    Cue{"ของ", -2.5F},
    Cue{"กับ", -1.2F},
    Cue{"แก่", -1.5F},
    Cue{"ด้วยเหตุนี้", 2.5F},
    Cue{"ด้วยเหตุนั้น", 2.5F},
    Cue{"กระนั้น", 2.5F},
    Cue{"ถึงกระนั้น", 2.8F},
    Cue{"ในอดีต", 1.8F},
    Cue{"ตามธรรมเนียม", 1.8F},
    Cue{"โดยเฉพาะอย่างยิ่ง", 1.0F},
    Cue{"อืม", 2.0F},
    Cue{"เอาล่ะ", 2.0F},
    Cue{"เอาละ", 2.0F},
    Cue{"ในที่สุด", 1.8F},
    Cue{"ในเวลาต่อมา", 2.5F},
    Cue{"อันที่จริง", 2.0F},
    Cue{"ที่จริง", 1.5F},
    Cue{"จริงๆ แล้ว", 1.5F},
    Cue{"ในความเป็นจริง", 2.0F},
    Cue{"โชคดี", 1.5F},
    Cue{"น่าเสียดาย", 1.8F},
    Cue{"เบื้องต้น", 1.5F},
    Cue{"อย่างแรก", 1.5F},
    Cue{"ประการแรก", 2.0F},
    Cue{"ประการที่", 2.0F},
    Cue{"สุดท้าย", 1.5F},
    Cue{"ท้ายที่สุด", 2.0F},
    Cue{"ในขณะเดียวกัน", 2.5F},
    Cue{"ในเวลาเดียวกัน", 2.0F},
    Cue{"เช่นเดียวกัน", 1.0F},
    Cue{"ในทำนองเดียวกัน", 2.0F},
    Cue{"ตัวอย่างเช่น", 2.5F},
    Cue{"ยกตัวอย่างเช่น", 2.0F},
    Cue{"โดยทั่วไป", 1.8F},
    Cue{"โดยปกติ", 1.5F},
    Cue{"กล่าวโดยสรุป", 2.0F},
    Cue{"โดยสรุป", 2.0F},
    Cue{"เดิมที", 1.8F},
};

/// Ends of clauses that go on, or that are complete. The longest that fits counts.
constexpr std::array kEnders = {
    Cue{"กล่าว", 0.6F},       Cue{"ก็ตาม", -2.5F},    Cue{"กับ", -3.5F},     Cue{"ของ", -3.5F},
    Cue{"ครับ", 1.5F},        Cue{"ค่ะ", 1.5F},       Cue{"จาก", -3.0F},    Cue{"ซึ่ง", -3.5F},
    Cue{"ด้วย", 0.8F},        Cue{"ดังกล่าว", 0.6F},   Cue{"ดังนี้", 1.5F},     Cue{"ต่อไป", 1.2F},
    Cue{"ที่", -3.5F},         Cue{"นั้น", -0.8F},      Cue{"นี้", 0.2F},       Cue{"ประกอบด้วย", -3.0F},
    Cue{"ทั้งนี้", -3.0F},       Cue{"นอกจากนี้", -3.5F}, Cue{"ดังนั้น", -3.5F},   Cue{"ต่อมา", -2.5F},
    Cue{"ขณะเดียวกัน", -3.0F}, Cue{"โอกาสนี้", -3.0F},  Cue{"วันนี้", -1.0F},    Cue{"เช่น", -4.0F},
    Cue{"เป็นต้น", 2.0F},      Cue{"และ", -4.0F},     Cue{"หรือ", -4.0F},    Cue{"อีกด้วย", 2.5F},
    Cue{"แก่", -3.0F},        Cue{"แล้ว", 0.8F},      Cue{"โดย", -3.5F},    Cue{"ใน", -3.5F},
    Cue{"ให้", -3.0F},        Cue{"เพื่อ", -3.5F},     Cue{"เท่านั้น", 1.2F},   Cue{"เพิ่มเติม", 0.6F},
    Cue{"พบว่า", -4.0F},      Cue{"ว่า", -3.5F},      Cue{"ระหว่าง", -3.0F}, Cue{"เมื่อ", -3.0F},
    Cue{"ด้าน", -2.5F},       Cue{"ตอนนี้", -2.0F},    Cue{"ปัจจุบัน", -1.5F},  Cue{"จากนั้น", -2.5F},
    Cue{"แน่นอน", -1.0F},     Cue{"ตาม", -3.0F},     Cue{"ต่อ", -1.5F},     Cue{"การ", -3.0F},
    Cue{"ความ", -3.0F},      Cue{"แต่", -4.0F},      Cue{"ถ้า", -4.0F},     Cue{"หาก", -3.5F},
    Cue{"ขณะที่", -4.0F},      Cue{"จะ", -4.0F},      Cue{"ไม่", -3.0F},     Cue{"อย่างไรก็ตาม", -3.5F},
    Cue{"นอกจากนั้น", -3.5F},  Cue{"สำหรับ", -3.0F},   Cue{"ไหม", 1.2F},     Cue{"ต่างๆ", 0.0F},
    Cue{"ซึ่งกันและกัน", 0.5F},
};

/// Verbs of speech, as they follow a quotation.
constexpr std::array<std::string_view, 6> kSpeechVerbs = {"กล่าว", "พูด",   "ถาม",
                                                          "บอก",  "เสริม", "เขียน"};

/// From these log-odds on a cue opens sentences, down to those it is their predicate.
constexpr float kAdverbial = 1.5F;
constexpr float kPredicate = -0.8F;
constexpr float kAfterAdverbial = -3.0F;
constexpr float kAfterSubject = -1.5F;
constexpr float kAfterColon = -5.0F;
/// Longest adverbial or subject (bytes).
constexpr std::uint32_t kShortRun = 60;
/// Cues overlap, so that their sum is too sure of itself.
constexpr float kTrust = 0.7F;
/// Of a space without any cue.
constexpr float kPrior = 0.0F;

bool starts_word(std::span<const Word> words, std::size_t folded) {
  const auto it =
      std::lower_bound(words.begin(), words.end(), folded,
                       [](const Word& w, std::size_t at) { return w.folded.begin < at; });
  return it == words.end() || it->folded.begin == folded || (it - 1)->folded.end <= folded;
}

template <std::size_t N>
Affixes texts_of(const std::array<Cue, N>& cues) {
  std::array<std::string_view, N> texts;
  std::ranges::transform(cues, texts.begin(), &Cue::text);
  return Affixes(texts);
}

/// Short runs between spaces are list items and names; clauses are long.
float length_evidence(std::uint32_t bytes) {
  constexpr float kTypicalClause = 90.0F;
  constexpr std::uint32_t kName = 30;
  constexpr float kShort = -2.0F;
  if (bytes < kName) return kShort;
  return std::clamp(0.5F * std::log(static_cast<float>(bytes) / kTypicalClause), -1.0F, 0.7F);
}

/// Most bytes of a stretch that `length_evidence` tells apart.
constexpr std::uint32_t kLongStretch = 400;

/// Whether the space before word `k` is one that Thai writes around foreign words and before
/// numbers.
bool is_script_space(const SegmentationInput& input, std::uint32_t k) {
  const WordKind before = input.words.all()[k - 1].kind;
  const WordKind after = input.words.all()[k].kind;
  return input.gaps[k] == GapKind::space &&
         (before == WordKind::latin || after == WordKind::latin || after == WordKind::number);
}

/// Bytes from the last space before word `k` that script alone does not call for to the gap before
/// `k`; no more than is told apart.
std::uint32_t stretch_before(const SegmentationInput& input, std::uint32_t k) {
  const std::span<const Word> words = input.words.all();
  std::uint32_t first = input.chunk_begin[k - 1];
  const auto bytes = [&] { return words[k - 1].folded.end - words[first].folded.begin; };
  while (first > 0 && bytes() < kLongStretch && is_script_space(input, first))
    first = input.chunk_begin[first - 1];
  return bytes();
}

/// The same from word `k` on.
std::uint32_t stretch_after(const SegmentationInput& input, std::uint32_t k) {
  const std::span<const Word> words = input.words.all();
  std::uint32_t end = input.chunk_end[k];
  const auto bytes = [&] { return words[end - 1].folded.end - words[k].folded.begin; };
  while (end < words.size() && bytes() < kLongStretch && is_script_space(input, end))
    end = input.chunk_end[end];
  return bytes();
}

/// Bytes of the line from its begin to the gap before word `k`, and from there to its end, neither
/// more than `limit`.
std::pair<std::uint32_t, std::uint32_t> place_in_line(const SegmentationInput& input,
                                                      std::uint32_t k, std::uint32_t limit) {
  const std::span<const Word> words = input.words.all();
  std::uint32_t first = input.chunk_begin[k - 1];
  const auto before = [&] { return words[k - 1].folded.end - words[first].folded.begin; };
  while (input.gaps[first] == GapKind::space && before() < limit)
    first = input.chunk_begin[first - 1];
  std::uint32_t end = input.chunk_end[k];
  const auto after = [&] { return words[end - 1].folded.end - words[k].folded.begin; };
  while (end < words.size() && input.gaps[end] == GapKind::space && after() < limit)
    end = input.chunk_end[end];
  return {before(), after()};
}

/// A sentence ends seldom near either end of a line, and lines of paragraphs hold few.
float line_evidence(const SegmentationInput& input, std::uint32_t k) {
  constexpr std::uint32_t kLongLine = 3000;
  constexpr std::uint32_t kNear = 60;
  const auto [before, after] = place_in_line(input, k, kLongLine);
  const auto line = static_cast<float>(std::min(before + after, kLongLine));
  const float near = std::min(before, after) < kNear ? -1.0F : 0.0F;
  return near + std::max(-1.2F, 0.5F * std::log(line / kLongLine));
}

bool is_quote(std::string_view mark) { return mark == "\"" || mark == "'"; }

/// "...” เขากล่าว": a short run after a quotation says who spoke.
bool attributes_quotation(const SegmentationInput& input, std::uint32_t first) {
  constexpr std::uint32_t kLongest = 60;
  if (first == 0 || !is_quote(input.words.folded(input.words.all()[first - 1]))) return false;
  const std::span<const Word> words = input.words.all();
  const std::uint32_t begin = words[first].folded.begin;
  const std::string_view run =
      input.folded.substr(begin, words[input.chunk_end[first] - 1].folded.end - begin);
  return run.size() <= kLongest &&
         std::any_of(kSpeechVerbs.begin(), kSpeechVerbs.end(), [&](std::string_view verb) {
           return run.find(verb) != std::string_view::npos;
         });
}

/// Whether word `k` ends with a run of text that is an acronym: consonants and a full stop ("สธ.").
bool ends_acronym(const SegmentationInput& input, std::uint32_t k) {
  constexpr std::size_t kLongest = 15;
  const std::span<const Word> words = input.words.all();
  const std::uint32_t begin = words[input.chunk_begin[k]].folded.begin;
  const std::string_view run = input.folded.substr(begin, words[k].folded.end - begin);
  return run.size() <= kLongest + 1 && run.ends_with('.') &&
         is_consonants(run.substr(0, run.size() - 1));
}

/// Whether word `k` is the full stop of an abbreviation: "น.", "ก.ล.ต.", "สธ.", "U.S.".
bool ends_abbreviation(const SegmentationInput& input, std::uint32_t k) {
  constexpr std::size_t kInitial = 6;
  const std::span<const Word> words = input.words.all();
  if (k == 0 || input.words.folded(words[k]) != "." || input.gaps[k] != GapKind::none) return false;
  const Word& letters = words[k - 1];
  if (letters.kind == WordKind::latin) {
    // "P. Lang", "U.S. Navy".
    const std::string_view latin = input.words.folded(letters);
    return latin.size() == 1 || latin.find('.') != std::string_view::npos;
  }
  return (letters.kind == WordKind::thai && letters.folded.size() <= kInitial) ||
         ends_acronym(input, k);
}

}  // namespace

float thai_cues(const SegmentationInput& input, std::uint32_t k) {
  const std::span<const Word> words = input.words.all();
  const Word& previous = words[k - 1];
  const Word& next = words[k];
  const std::string_view before = input.folded.substr(0, previous.folded.end);
  const std::string_view after = input.folded.substr(next.folded.begin);
  // A quotation is opened by its first word as any clause is.
  const std::size_t opening = is_quote(after.substr(0, 1)) ? 1 : 0;
  float sum = kPrior;
  static const Affixes openers = texts_of(kOpeners);
  static const Affixes enders = texts_of(kEnders);
  const auto opener_at = [&](std::size_t folded) {
    return openers.longest_prefix(input.folded.substr(folded), [&](std::string_view cue) {
      return starts_word(words, folded + cue.size());
    });
  };
  const auto opener = opener_at(next.folded.begin + opening);
  if (opener) sum += kOpeners[*opener].log_odds;
  const auto ender = enders.longest_suffix(
      before, [&](std::string_view cue) { return starts_word(words, before.size() - cue.size()); });
  if (ender) sum += kEnders[*ender].log_odds;
  if (opening == 1) sum += 0.7F;
  const bool adverbial = opener && kOpeners[*opener].log_odds >= kAdverbial;
  // An acronym is short but opens clauses as its long form does.
  if (!adverbial && !ends_acronym(input, input.chunk_end[k] - 1))
    sum += length_evidence(stretch_after(input, k));
  if (attributes_quotation(input, input.chunk_begin[k - 1])) return kTrust * (sum + 3.0F);
  if (attributes_quotation(input, k)) return kTrust * (sum - 4.0F);
  sum += length_evidence(stretch_before(input, k));
  sum += line_evidence(input, k);
  if (input.bytes_before(k) < kShortRun) {
    // "ในที่สุด| พวกเขากลับบ้าน", "Ana| ถูกเชิญ": an adverbial, or a name and its predicate.
    const auto begins = opener_at(words[input.chunk_begin[k - 1]].folded.begin);
    if (begins && kOpeners[*begins].log_odds >= kAdverbial) sum += kAfterAdverbial;
    if (previous.kind == WordKind::latin && opener && kOpeners[*opener].log_odds <= kPredicate)
      sum += kAfterSubject;
  }
  if (previous.kind == WordKind::number) sum -= 1.5F;
  if (next.kind == WordKind::number) sum -= 4.0F;
  if (previous.kind == WordKind::latin) sum -= 2.4F;
  if (next.kind == WordKind::latin) sum -= 1.8F;
  const std::string_view mark = input.words.folded(previous);
  if (input.words.folded(next) == "(") sum -= 4.0F;
  if (mark == ".") sum += ends_abbreviation(input, k - 1) ? -1.0F : 2.5F;
  if (mark == "!" || mark == "?") sum += 1.5F;
  if (is_quote(mark)) sum += 0.5F;
  if (mark == ":") sum += kAfterColon;
  return kTrust * sum;
}

}  // namespace thalign

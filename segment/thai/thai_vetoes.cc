// SPDX-License-Identifier: Apache-2.0
#include "segment/thai/thai_vetoes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

#include "segment/english/english_words.h"
#include "segment/thai/affixes.h"
#include "segment/thai/thai_words.h"
#include "text/calendar.h"
#include "text/fold.h"

namespace thalign {
namespace {

/// Marks that belong to what stands before them, and to what follows.
constexpr std::string_view kClosingMarks = ")]},;:!?%";
constexpr std::string_view kOpeningMarks = "([{,";
/// Marks that stand between two things and join them: ranges, formulas, trails of links.
constexpr std::string_view kJoiningMarks = "-/&|>=+@~\\";

constexpr std::array<std::string_view, 6> kThaiBullets = {"\u2022", "\u25CF", "\u25AA",
                                                          "\u25E6", "\u2023", "\u00B7"};
constexpr std::array<std::string_view, 2> kPredicates = {"ยังได้", "เปิดเผย"};
constexpr std::array<std::string_view, 8> kAuxiliaries = {"จะ", "ได้",  "ยัง",     "เคย",
                                                          "ถูก", "ต้อง", "สามารถ", "จึง"};
constexpr std::array<std::string_view, 3> kEras = {"พ.ศ.", "ค.ศ.", "ร.ศ."};
constexpr std::array<std::string_view, 8> kDays = {"จันทร์",  "อังคาร", "พุธ",   "พฤหัสบดี",
                                                   "พฤหัสฯ", "ศุกร์",   "เสาร์", "อาทิตย์"};

/// Bytes of a first name; a Thai letter is three.
constexpr std::size_t kLongestFirstName = 60;

bool is_joining(std::string_view mark) {
  return kJoiningMarks.find(mark.front()) != std::string_view::npos;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "1.", "12)", "(3)", "1.)", "ก.", "(ข)": the whole of a chunk.
bool is_marker(std::string_view chunk) {
  constexpr std::size_t kMostDigits = 3;
  constexpr std::size_t kThaiLetter = 3;
  const bool bracket = chunk.starts_with('(');
  if (bracket) chunk.remove_prefix(1);
  const std::size_t closers = chunk.find_last_not_of(".)") + 1;
  if (closers == chunk.size() || chunk.size() - closers > 2) return false;
  const std::string_view label = chunk.substr(0, closers);
  const bool consonant = label.size() == kThaiLetter && label >= "ก" && label <= "ฮ";
  return consonant || (all_digits(label) && label.size() <= kMostDigits);
}

/// "1.2", "3.1.4".
bool is_section_number(std::string_view chunk) {
  constexpr std::size_t kLongest = 8;
  return chunk.size() <= kLongest && chunk.find('.') != std::string_view::npos &&
         chunk.front() != '.' && chunk.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool contains(std::span<const std::string_view> list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

/// Whether `text` is a word of the list.
bool contains(const Affixes& list, std::string_view text) {
  return list.any_prefix(text, [&](std::string_view word) { return word.size() == text.size(); });
}

/// Whether `text` begins with a word of the list, be it a whole word there or not.
bool opens(const Affixes& list, std::string_view text) {
  return list.any_prefix(text, [](std::string_view) { return true; });
}

/// A list as it is looked for in folded text: a word that folding changes would never be found.
Affixes folded_list(std::span<const std::string_view> list) {
  assert(std::ranges::all_of(list, [](std::string_view word) {
    const FoldedText text(word);
    return text.text() == word;
  }));
  return Affixes(list);
}

struct Lists {
  Affixes openers_of_more = folded_list(thai_openers_of_more());
  Affixes titles = folded_list(thai_titles());
  Affixes no_titles = folded_list(thai_no_titles());
  Affixes counters = folded_list(thai_counters());
  Affixes before_numbers = folded_list(thai_words_before_numbers());
  Affixes multipliers = folded_list(thai_multipliers());
  Affixes before_names = folded_list(thai_abbreviations_before_names());
  Affixes predicates = folded_list(kPredicates);
  Affixes auxiliaries = folded_list(kAuxiliaries);
  Affixes eras = folded_list(kEras);
  Affixes days = folded_list(kDays);
};

const Lists& lists() {
  static const Lists all;
  return all;
}

}  // namespace

std::string_view ThaiVetoes::chunk_before(std::uint32_t k) const {
  return input_.folded.substr(words_[input_.chunk_begin[k - 1]].folded.begin,
                              input_.bytes_before(k));
}

std::string_view ThaiVetoes::chunk_after(std::uint32_t k) const {
  return input_.folded.substr(words_[k].folded.begin, input_.bytes_after(k));
}

bool ThaiVetoes::ends_with_word_of(std::uint32_t k, const Affixes& list) const {
  const std::string_view text_before = before(k);
  return list.any_suffix(text_before, [&](std::string_view text) {
    // "พ.ศ." is not "ศ.".
    const std::size_t begin = text_before.size() - text.size();
    const bool inside_abbreviation =
        text.ends_with('.') && begin > 0 && text_before[begin - 1] == '.';
    if (inside_abbreviation) return false;
    std::uint32_t word = k - 1;
    while (word > 0 && words_[word].folded.begin > begin) --word;
    return words_[word].folded.begin == begin || words_[word].folded.end <= begin;
  });
}

bool ThaiVetoes::starts_with_word_of(std::uint32_t k, const Affixes& list) const {
  return list.any_prefix(after(k), [&](std::string_view text) {
    const std::size_t end = words_[k].folded.begin + text.size();
    std::uint32_t word = k;
    while (word < words_.size() && words_[word].folded.end < end) ++word;
    return word == words_.size() || words_[word].folded.end == end ||
           words_[word].folded.begin >= end;
  });
}

bool ThaiVetoes::opens_more(std::uint32_t k) const {
  // "9 แห่ง": a counter, not "of".
  if (k >= 2 && is(k - 2, WordKind::number) && contains(lists().counters, folded(k - 1)))
    return false;
  return ends_with_word_of(k, lists().openers_of_more);
}

bool ThaiVetoes::after_connective(std::uint32_t k) const {
  const std::uint32_t begin = words_[input_.chunk_begin[k - 1]].folded.begin;
  return contains(thai_connectives(), before(k).substr(begin));
}

bool ThaiVetoes::stands_between(std::uint32_t word) const {
  const ByteRange place = words_[word].original;
  const std::string_view mark = input_.text.substr(place.begin, place.size());
  return (mark == "\u00BB" || mark == "\u203A") && input_.chunk_begin[word] == word &&
         input_.chunk_end[word] == word + 1;
}

bool ThaiVetoes::joined_by_mark(std::uint32_t k) const {
  const std::string_view next = folded(k);
  const std::string_view previous = folded(k - 1);
  if (stands_between(k) || stands_between(k - 1)) return true;
  if (next == "ๆ") return true;
  // "กรุงเทพ ฯ", but "ฯพณฯ" begins a name.
  if (next == "ฯ") return !after(k).starts_with("ฯพณฯ");
  if (is(k, WordKind::mark) &&
      (is_joining(next) || kClosingMarks.find(next.front()) != std::string_view::npos)) {
    return true;
  }
  if (!is(k - 1, WordKind::mark)) return false;
  const bool ratio =
      previous == ":" && k >= 2 && is(k - 2, WordKind::number) && is(k, WordKind::number);
  return ratio || is_joining(previous) ||
         kOpeningMarks.find(previous.front()) != std::string_view::npos;
}

/// A chunk that opens with a title, as "นายสมชาย" does.
bool ThaiVetoes::opens_name(std::string_view chunk) const {
  return opens(lists().titles, chunk) && !opens(lists().no_titles, chunk);
}

/// "นายสมชาย| ใจดี", "พล.อ.| สมศักดิ์| มั่นคง": the chunk before opens with a title, or ends with one, or
/// stands after one and holds one name part.
bool ThaiVetoes::inside_name(std::uint32_t k) const {
  const std::string_view chunk = chunk_before(k);
  if (!is(k, WordKind::thai)) return false;
  const std::uint32_t first = input_.chunk_begin[k - 1];
  const bool after_number = first > 0 && is(first - 1, WordKind::number);
  if (contains(lists().before_names, chunk) && !after_number) return true;
  if (ends_with_word_of(k, lists().titles)) return true;
  if (chunk.size() > kLongestFirstName) return false;
  if (opens_name(chunk)) return true;
  return input_.gaps[first] == GapKind::space && ends_with_word_of(first, lists().titles);
}

/// "บริษัท| ตัวอย่าง| จำกัด| (มหาชน)".
bool ThaiVetoes::inside_company(std::uint32_t k) const {
  const std::string_view next = chunk_after(k);
  if (next.starts_with("จำกัด") || next.starts_with("(มหาชน)")) return true;
  const std::string_view chunk = chunk_before(k);
  if (!chunk.ends_with("บริษัท") && !chunk.ends_with("ห้างหุ้นส่วน")) return false;
  const std::uint32_t end = input_.chunk_end[k];
  return end < words_.size() && input_.gaps[end] == GapKind::space &&
         after(end).starts_with("จำกัด");
}

/// A full stop after a Thai word that is not an abbreviation: those are short, or consonants only.
bool ThaiVetoes::ends_thai_sentence(std::uint32_t word) const {
  constexpr std::size_t kLeastWord = 9;
  if (word == 0 || folded(word) != "." || input_.gaps[word] != GapKind::none) return false;
  const std::string_view letters = folded(word - 1);
  return is(word - 1, WordKind::thai) && letters.size() >= kLeastWord && !is_consonants(letters);
}

/// "Cloud| computing", "Office| 365", "H.E.| Mr.| Lee". Two names of which the second is written
/// large may belong to two sentences.
bool ThaiVetoes::inside_latin(std::uint32_t k) const {
  if (is(k, WordKind::number)) return is(k - 1, WordKind::latin);
  if (!is(k, WordKind::latin) || is(k - 1, WordKind::thai)) return false;
  const char first = first_letter(k);
  if (first >= 'a' && first <= 'z') return !ends_thai_sentence(k - 1);
  return folded(k - 1) == "." && k >= 2 && input_.gaps[k - 1] == GapKind::none &&
         english_abbreviation(folded(k - 2)) == AbbreviationKind::title;
}

/// Abbreviated months are up to four words ("มิ.ย.").
bool ThaiVetoes::ends_with_month(std::uint32_t k) const {
  constexpr std::uint32_t kMostWords = 4;
  for (std::uint32_t first = k; first-- > 0 && k - first <= kMostWords;) {
    const std::uint32_t begin = words_[first].folded.begin;
    const std::optional<MonthName> month = thai_month(input_.folded.substr(begin));
    if (month && begin + month->bytes == words_[k - 1].folded.end) return true;
  }
  return false;
}

bool ThaiVetoes::is_year(std::uint32_t word) const {
  const std::string_view digits = folded(word);
  return digits.size() == 4 && all_digits(digits) && (digits[0] == '1' || digits[0] == '2');
}

bool ThaiVetoes::inside_date(std::uint32_t k) const {
  const bool number_before = is(k - 1, WordKind::number);
  if (number_before && thai_month(after(k))) return true;
  if (is(k, WordKind::number) && ends_with_month(k)) return true;
  if (starts_with_word_of(k, lists().eras))
    return number_before || ends_with_month(k) || before(k).ends_with("ปี");
  if (number_before && after(k).starts_with("เวลา")) return true;
  return after(k).starts_with("ที่") && ends_with_word_of(k, lists().days);
}

/// "มหาวิทยาลัย| 9 แห่ง": a number with a counter counts the noun before it; not so a time of day.
/// 0 of 2,263 such spaces end a sentence in the documents aligned by hand for learning.
bool ThaiVetoes::counts_noun(std::uint32_t k) const {
  // "1.3" may number a clause.
  const bool section = folded(k).find('.') != std::string_view::npos;
  if (section || !is(k - 1, WordKind::thai) || k + 1 >= words_.size()) return false;
  const GapKind gap = input_.gaps[k + 1];
  // "๒ แผ่นดินว่างเปล่า": a number between spaces may be that of a verse.
  if (gap == GapKind::space) {
    const std::string_view counter = chunk_after(k + 1);
    return counter != "น." && contains(lists().counters, counter);
  }
  return gap == GapKind::none && !after(k + 1).starts_with("น.") &&
         starts_with_word_of(k + 1, lists().counters);
}

/// "5| คน", "ประมาณ| 20", "0| 2612| 6000", "5 ล้าน| บาท".
bool ThaiVetoes::inside_quantity(std::uint32_t k) const {
  const bool number_before = is(k - 1, WordKind::number);
  if (is(k, WordKind::number)) {
    const bool abbreviation = folded(k - 1) == "." && input_.bytes_before(k) <= 24;
    return number_before || abbreviation || ends_with_word_of(k, lists().before_numbers) ||
           counts_noun(k);
  }
  if (number_before && !is_year(k - 1)) return starts_with_word_of(k, lists().counters);
  if (before(k).ends_with("ดอลลาร์")) return after(k).starts_with("สหรัฐ");
  return k >= 2 && is(k - 2, WordKind::number) && contains(lists().multipliers, folded(k - 1)) &&
         starts_with_word_of(k, lists().counters);
}

/// "1.| เปิดกล่อง", "•| ข้าวสาร", "1.2| วัตถุประสงค์": the item follows.
bool ThaiVetoes::after_marker(std::uint32_t k) const {
  const std::string_view chunk = chunk_before(k);
  const std::uint32_t first = input_.chunk_begin[k - 1];
  if (input_.gaps[first] >= GapKind::line_end && is_section_number(chunk)) return true;
  if (contains(kThaiBullets, chunk)) return true;
  // "08.30 น.", "1.5 ม.": units, no markers.
  return is_marker(chunk) && (first == 0 || !is(first - 1, WordKind::number));
}

/// "รองโฆษกฯ| เปิดเผยว่า", "สหด.| ยังได้ลงนาม": a subject and its predicate. None of 361 spaces before
/// these words ends a sentence in texts aligned by hand; before auxiliaries, none after an acronym.
bool ThaiVetoes::inside_predicate(std::uint32_t k) const {
  if (starts_with_word_of(k, lists().predicates)) return true;
  if (folded(k - 1) != "." || !starts_with_word_of(k, lists().auxiliaries)) return false;
  const std::string_view chunk = chunk_before(k);
  return is_consonants(chunk.substr(0, chunk.size() - 1));
}

bool ThaiVetoes::at_space(std::uint32_t k) const {
  return input_.inside_unbroken(k) || opens_more(k) || after_connective(k) || joined_by_mark(k) ||
         after_marker(k) || inside_name(k) || inside_date(k) || inside_quantity(k) ||
         inside_latin(k) || inside_predicate(k) || inside_company(k);
}

bool ThaiVetoes::at_line_end(std::uint32_t k) const {
  const bool number_before = is(k - 1, WordKind::number);
  // Numbers in lines of their own are cells of a table or a list.
  const bool number_alone = number_before && input_.gaps[k - 1] >= GapKind::line_end;
  if (number_before && !number_alone &&
      (thai_month(after(k)) || (!is_year(k - 1) && contains(lists().counters, chunk_after(k))))) {
    return true;
  }
  if (is(k, WordKind::number) && is_year(k) && ends_with_month(k)) return true;
  if (is(k, WordKind::thai) && ends_with_word_of(k, lists().titles)) return true;
  return after(k).starts_with("จำกัด") && !after(k).starts_with("จำกัดความ");
}

}  // namespace thalign

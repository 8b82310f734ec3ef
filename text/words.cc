#include "text/words.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <memory>
#include <string>

#include "text/error.h"
#include "text/segmented_text.h"

namespace thalign {
namespace {

constexpr std::string_view paiyannoi = "\u0E2F";
/// Breaks from letters on both sides; of the same length as PAIYANNOI.
constexpr std::string_view paiyannoi_stand_in = "\u2020";

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

std::unique_ptr<icu::BreakIterator> make_word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale("th"), status));
  // Thai iterators come with the warning U_USING_DEFAULT_WARNING.
  if (U_FAILURE(status)) throw Error(ErrorCode::io, "", "ICU's data for word breaking are missing");
  return iterator;
}

/// An iterator of the caller's own; copying the prototype is much cheaper than making one.
std::unique_ptr<icu::BreakIterator> word_iterator() {
  static const std::unique_ptr<icu::BreakIterator> prototype = make_word_iterator();
  return std::unique_ptr<icu::BreakIterator>(prototype->clone());
}

std::string without_paiyannoi(std::string_view text, std::size_t first) {
  std::string copy(text);
  for (std::size_t at = first; at != std::string::npos; at = copy.find(paiyannoi, at)) {
    copy.replace(at, paiyannoi.size(), paiyannoi_stand_in);
  }
  return copy;
}

enum class CharacterClass : std::uint8_t { space, thai, letter, digit, extending, other };

CharacterClass classify(UChar32 c) {
  if (is_space(static_cast<char32_t>(c))) return CharacterClass::space;
  if (c < 0x80) {
    if (c >= '0' && c <= '9') return CharacterClass::digit;
    return u_isalpha(c) != 0 ? CharacterClass::letter : CharacterClass::other;
  }
  if (c >= 0x0E00 && c <= 0x0E7F) {
    if (c == 0x0E2F || c == 0x0E3F || c == 0x0E4F || c > 0x0E59) return CharacterClass::other;
    if (c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E)) {
      return CharacterClass::extending;
    }
    return u_isalpha(c) != 0 ? CharacterClass::thai : CharacterClass::other;
  }
  if ((U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0) return CharacterClass::extending;
  if (u_isalpha(c) != 0) return CharacterClass::letter;
  return u_isdigit(c) != 0 ? CharacterClass::digit : CharacterClass::other;
}

/// Cuts the pieces between ICU's boundaries further where ICU joins what are words of their own,
/// and tells their kinds.
class WordCutter {
 public:
  WordCutter(const FoldedText& folded, std::vector<Word>& words)
      : folded_(folded), text_(folded.text()), words_(words) {}

  /// The next piece: up to `end`.
  void piece(std::uint32_t end) {
    while (at_ < end) character(end);
    finish(end);
  }

 private:
  void character(std::uint32_t) {
    const std::uint32_t begin = at_;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), at_, c);
    const CharacterClass next = classify(c);
    if (next == CharacterClass::space) {
      finish(begin);
      begin_ = at_;
      return;
    }
    const bool first = begin == begin_;
    if (!first && next != CharacterClass::extending && (next == CharacterClass::thai) != thai_) {
      finish(begin);
    }
    if (begin == begin_) {
      thai_ = next == CharacterClass::thai ||
              (next == CharacterClass::extending && c >= 0x0E00 && c <= 0x0E7F);
      letters_ = false;
      digits_ = false;
      first_ = c;
    }
    letters_ = letters_ || next == CharacterClass::letter;
    digits_ = digits_ || next == CharacterClass::digit;
  }

  /// Ends the word at `end`, if one has begun.
  void finish(std::uint32_t end) {
    if (begin_ == end) return;
    const Word word = {{}, {begin_, end}, kind()};
    begin_ = end;
    if (word.kind == WordKind::mark && repeats(word)) {
      words_.back().folded.end = end;
      words_.back().original = folded_.original(words_.back().folded);
      return;
    }
    words_.push_back({folded_.original(word.folded), word.folded, word.kind});
    last_mark_ = word.kind == WordKind::mark ? first_ : 0;
  }

  WordKind kind() const {
    if (thai_) return WordKind::thai;
    if (letters_) return WordKind::latin;
    return digits_ ? WordKind::number : WordKind::mark;
  }

  /// True if the mark is the character that the word before it, which touches it, is a run of.
  bool repeats(const Word& word) const {
    return !words_.empty() && words_.back().folded.end == word.folded.begin &&
           words_.back().kind == WordKind::mark && last_mark_ == first_ &&
           word.folded.size() == static_cast<std::uint32_t>(U8_LENGTH(first_));
  }

  const FoldedText& folded_;
  std::string_view text_;
  std::vector<Word>& words_;
  std::uint32_t at_ = 0;
  std::uint32_t begin_ = 0;  // of the word that is under way; at_ if there is none
  bool thai_ = false;
  bool letters_ = false;
  bool digits_ = false;
  UChar32 first_ = 0;      // its first character
  UChar32 last_mark_ = 0;  // the character of the last word, a mark
};

}  // namespace

Words::Words(std::string_view text) : folded_(text) {
  std::string_view to_break = folded_.text();
  std::string copy;
  if (const std::size_t first = to_break.find(paiyannoi); first != std::string_view::npos) {
    copy = without_paiyannoi(to_break, first);
    to_break = copy;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> utext(utext_openUTF8(
      nullptr, to_break.data(), static_cast<std::int64_t>(to_break.size()), &status));
  const std::unique_ptr<icu::BreakIterator> iterator = word_iterator();
  iterator->setText(utext.get(), status);
  if (U_FAILURE(status)) throw Error(ErrorCode::io, "", "ICU refuses to break the words of a text");
  WordCutter cutter(folded_, words_);
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       end = iterator->next()) {
    cutter.piece(static_cast<std::uint32_t>(end));
  }
}

}  // namespace thalign

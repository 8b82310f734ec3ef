// SPDX-License-Identifier: Apache-2.0
#include "text/words.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "text/error.h"
#include "text/segmented_text.h"
#include "text/unicode/characters.h"
#include "text/unicode/fold_character.h"
#include "text/unicode/thai_class.h"
#include "text/unicode/white_space.h"

namespace thalign {
namespace {

constexpr char16_t kPaiyannoi = 0x0E2F;
/// Breaks from the letters on both sides; of the same length in UTF-8 as PAIYANNOI.
constexpr char16_t kPaiyannoiStandIn = 0x2020;
/// ICU 72 keeps an at sign with the letters around it, as in an e-mail address; later versions part
/// them. With a letter in its place all keep them.
constexpr char16_t kAtSignStandIn = u'a';

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

void check(UErrorCode status) {
  // Thai iterators come with the warning U_USING_DEFAULT_WARNING, which is not a failure.
  if (U_FAILURE(status))
    throw Error(ErrorCode::io, "", "ICU can't break words; its data are missing");
}

std::unique_ptr<icu::BreakIterator> make_word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale("th"), status));
  check(status);
  return iterator;
}

/// An iterator of the caller's own; copying the prototype is much cheaper than making one.
std::unique_ptr<icu::BreakIterator> word_iterator() {
  static const std::unique_ptr<icu::BreakIterator> prototype = make_word_iterator();
  return std::unique_ptr<icu::BreakIterator>(prototype->clone());
}

enum class CharacterClass : std::uint8_t { space, thai, letter, digit, extending, other };

CharacterClass look_up_class(UChar32 c) {
  if (is_space(static_cast<char32_t>(c))) return CharacterClass::space;
  if (c == kPaiyannoi) return CharacterClass::other;
  if ((U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0) return CharacterClass::extending;
  if (u_isalpha(c) != 0) {
    return c >= 0x0E00 && c < 0x0E80 ? CharacterClass::thai : CharacterClass::letter;
  }
  return u_isdigit(c) != 0 ? CharacterClass::digit : CharacterClass::other;
}

/// The classes of ASCII and of the Thai block.
struct ClassTable {
  std::array<CharacterClass, 128> ascii{};
  std::array<CharacterClass, 128> thai{};
};

ClassTable make_class_table() {
  ClassTable table;
  for (int i = 0; i < 128; ++i) {
    table.ascii[static_cast<std::size_t>(i)] = look_up_class(i);
    table.thai[static_cast<std::size_t>(i)] = look_up_class(0x0E00 + i);
  }
  return table;
}

/// Answers by the table where it can.
class Classifier {
 public:
  CharacterClass operator()(UChar32 c) const {
    const auto at = static_cast<std::size_t>(c);
    if (at < 0x80) return table_.ascii[at];
    if (at >= 0x0E00 && at < 0x0E80) return table_.thai[at - 0x0E00];
    return look_up_class(c);
  }

 private:
  static const ClassTable& table() {
    static const ClassTable table = make_class_table();
    return table;
  }
  const ClassTable& table_ = table();
};

/// A stretch of the folded text in UTF-16, in which ICU breaks words a third faster than in UTF-8.
class Stretch {
 public:
  explicit Stretch(std::string_view text) : text_(text) {}

  /// Takes the next stretch of the text. Returns whether there was one.
  bool next() {
    size_ = 0;
    while (at_ < text_.size() && !(size_ >= kMinWordBuffer && may_end_here())) take();
    return size_ > 0;
  }
  std::u16string_view units() const { return std::u16string_view(units_).substr(0, size_); }

 private:
  static constexpr std::size_t kMinWordBuffer =
      8192;  // code units, of which the working set fits the cache

  /// White space before and a letter after it: no rule of word breaking looks across such a place.
  bool may_end_here() const {
    const char16_t last = units_[size_ - 1];
    if (last != u' ' && last != u'\n') return false;
    std::size_t at = at_;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), at, c);
    const CharacterClass next = classify_(c);
    return next == CharacterClass::letter || next == CharacterClass::thai;
  }

  void take() {
    if (size_ + U16_MAX_LENGTH > units_.size()) units_.resize(2 * units_.size());
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), at_, c);
    if (c == kPaiyannoi) c = kPaiyannoiStandIn;
    if (c == u'@') c = kAtSignStandIn;
    U16_APPEND_UNSAFE(units_.data(), size_, c);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::u16string units_ = std::u16string(kMinWordBuffer + 512, u'\0');
  std::size_t size_ = 0;  // of `units_`, what is used
  Classifier classify_;
};

/// Makes words of the pieces between ICU's boundaries: leaves out white space, parts Thai from what
/// touches it, joins repeated marks and what begins inside a syllable, finds the kinds.
class WordCutter {
 public:
  WordCutter(std::string_view original, const FoldedText& folded, std::vector<Word>& words)
      : original_(original), text_(folded.text()), way_back_(folded), words_(words) {}

  /// The next piece of the folded text, in UTF-16.
  void piece(std::u16string_view units) {
    if (begin_ == at_ && is_thai(units)) {
      constexpr std::uint32_t kThaiSize = 3;  // bytes of a Thai character
      at_ += kThaiSize * static_cast<std::uint32_t>(units.size());
      thai_ = true;
      return finish(at_);
    }
    for (std::size_t i = 0; i < units.size();) {
      const std::uint32_t begin = at_;
      UChar32 c = 0;
      U16_NEXT_UNSAFE(units.data(), i, c);
      if (c == kAtSignStandIn) c = static_cast<unsigned char>(text_[begin]);
      at_ += static_cast<std::uint32_t>(U8_LENGTH(c));
      character(c, begin);
    }
    finish(at_);
  }

  /// Requires: there are no more pieces.
  void end() { give_hidden(static_cast<std::uint32_t>(original_.size())); }

 private:
  /// Whether all characters are Thai letters and what extends them: the usual word.
  bool is_thai(std::u16string_view units) const {
    return std::ranges::all_of(units, [&](char16_t c) {
      if (c < 0x0E00 || c >= 0x0E80) return false;
      const CharacterClass next = classify_(c);
      return next == CharacterClass::thai || next == CharacterClass::extending;
    });
  }

  /// The character `c`, at `begin` of the folded text.
  void character(UChar32 c, std::uint32_t begin) {
    const CharacterClass next = classify_(c);
    if (next == CharacterClass::space) {
      finish(begin);
      begin_ = at_;
      return;
    }
    const bool thai = next == CharacterClass::thai;
    if (begin != begin_ && thai != thai_ && next != CharacterClass::extending) finish(begin);
    if (begin == begin_) {
      thai_ = thai || (next == CharacterClass::extending && c >= 0x0E00 && c < 0x0E80);
      letters_ = false;
      digits_ = false;
    }
    letters_ = letters_ || next == CharacterClass::letter;
    digits_ = digits_ || next == CharacterClass::digit;
  }

  /// Ends the word at `end`, if one has begun.
  void finish(std::uint32_t end) {
    if (begin_ == end) return;
    const ByteRange folded = {begin_, end};
    ByteRange original = way_back_.original(folded);
    begin_ = end;
    original.begin = give_hidden(original.begin);
    const bool joins = kind() == WordKind::mark ? repeats_last(folded) : goes_on(folded);
    if (joins) {
      words_.back().folded.end = folded.end;
      words_.back().original.end = original.end;
    } else {
      words_.push_back({original, folded, kind()});
    }
  }

  /// Gives characters that are folded away, but are not white space, to the word they touch: those
  /// between the last word and `begin`, where the next one begins. Returns where it begins then.
  std::uint32_t give_hidden(std::uint32_t begin) {
    const std::uint32_t last_end = words_.empty() ? 0 : words_.back().original.end;
    if (begin - last_end <= 1) return begin;  // a space
    const std::string_view gap = original_.substr(last_end, begin - last_end);
    std::uint32_t given = 0;
    for (std::size_t at = 0; !words_.empty() && at < gap.size();) {
      const UChar32 c = next_character(gap, at);
      if (!is_hidden(c)) break;
      if (!is_space(static_cast<char32_t>(c))) given = static_cast<std::uint32_t>(at);
    }
    if (given > 0) words_.back().original.end += given;
    std::uint32_t result = begin;
    for (std::size_t at = gap.size(); at > given;) {
      U8_BACK_1_UNSAFE(gap.data(), at);
      std::size_t end = at;
      const UChar32 c = next_character(gap, end);
      if (!is_hidden(c)) break;
      if (!is_space(static_cast<char32_t>(c))) result = last_end + static_cast<std::uint32_t>(at);
    }
    return result;
  }

  WordKind kind() const {
    if (thai_) return WordKind::thai;
    if (letters_) return WordKind::latin;
    return digits_ ? WordKind::number : WordKind::mark;
  }

  /// True if the last word is made of the mark `folded`, and touches it.
  bool repeats_last(ByteRange folded) const {
    if (words_.empty() || words_.back().folded.end != folded.begin) return false;
    const ByteRange last = words_.back().folded;
    return last.size() >= folded.size() &&
           text_.substr(last.begin, folded.size()) == text_.substr(folded.begin, folded.size()) &&
           text_.substr(last.end - folded.size(), folded.size()) ==
               text_.substr(folded.begin, folded.size());
  }

  /// True if `folded` begins inside a syllable of the last word, and touches it.
  bool goes_on(ByteRange folded) const {
    return thai_ && !words_.empty() && words_.back().folded.end == folded.begin &&
           words_.back().kind == WordKind::thai &&
           begins_inside_syllable(text_.substr(folded.begin));
  }

  std::string_view original_;
  std::string_view text_;
  FoldedText::WayBack way_back_;
  std::vector<Word>& words_;
  Classifier classify_;
  std::uint32_t at_ = 0;     // end of the character under way
  std::uint32_t begin_ = 0;  // of the word under way; where the next begins if there is none
  bool thai_ = false;
  bool letters_ = false;
  bool digits_ = false;
};

}  // namespace

Words::Words(std::string_view text) : folded_(text) {
  const std::unique_ptr<icu::BreakIterator> iterator = word_iterator();
  WordCutter cutter(text, folded_, words_);
  for (Stretch stretch(folded_.text()); stretch.next();) {
    const std::u16string_view units = stretch.units();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> utext(
        utext_openUChars(nullptr, units.data(), static_cast<std::int64_t>(units.size()), &status));
    iterator->setText(utext.get(), status);
    check(status);
    std::int32_t begin = 0;
    for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
         end = iterator->next()) {
      cutter.piece(
          units.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
      begin = end;
    }
  }
  cutter.end();
  words_.shrink_to_fit();
}

}  // namespace thalign

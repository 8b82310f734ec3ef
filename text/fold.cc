// SPDX-License-Identifier: Apache-2.0
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

#include "text/segmented_text.h"
#include "text/unicode/characters.h"
#include "text/unicode/fold_character.h"
#include "text/unicode/thai_class.h"
#include "text/unicode/thai_tail.h"
#include "text/unicode/white_space.h"

namespace thalign {
namespace {

constexpr std::string_view kSaraAm = "\u0E33";
constexpr std::string_view kSaraAe = "\u0E41";
constexpr std::size_t kMaiYamok = 0x46;  // place in the Thai block
bool ends_with_space(std::string_view text) {
  if (text.empty()) return false;
  const auto last = static_cast<unsigned char>(text.back());
  if (last < 0x80) return is_space(last);
  // The last bytes of U+0085, U+2028 and U+2029, the other white space that stays.
  return (last == 0x85 || last == 0xA8 || last == 0xA9) &&
         is_space(static_cast<char32_t>(last_character(text)));
}

}  // namespace

/// Builds the folded text and its shifts, one character of the original at a time. What a rule
/// needs of the text before is read from the end of the folded text, so that a rule sees what the
/// rules before it made.
class FoldedText::Folder {
 public:
  Folder(std::string_view original, FoldedText& folded)
      : original_(original),
        text_(folded.text_),
        shifts_(folded.shifts_),
        repairs_(folded.repairs_) {}

  void run() {
    text_.reserve(original_.size());
    while (at_ < original_.size()) {
      const std::string_view rest = original_.substr(at_);
      if (static_cast<unsigned char>(rest.front()) < 0x80) {
        ascii();
      } else if (!begins_thai(rest)) {
        other();
      } else if (const std::size_t size = unchanged(rest)) {
        copy(size);
      } else {
        thai(thai_index(rest));
      }
    }
  }

 private:
  void ascii() {
    const std::size_t begin = at_;
    while (at_ < original_.size() && static_cast<unsigned char>(original_[at_]) < 0x80) ++at_;
    text_.append(original_, begin, at_ - begin);
    std::transform(text_.end() - static_cast<std::ptrdiff_t>(at_ - begin), text_.end(),
                   text_.end() - static_cast<std::ptrdiff_t>(at_ - begin),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  }

  /// Bytes of Thai that begin `rest` and stay as they are.
  std::size_t unchanged(std::string_view rest) const {
    const bool may_close = ends_with_space(text_) && is_thai_letter(thai_class_at(rest));
    return may_close ? 0 : unchanged_thai(tail(), rest);
  }

  /// Takes a character that is, or stands for, the one at `index` of the Thai block.
  void thai(std::size_t index) {
    const ThaiClass next = thai_class(index);
    if (is_thai_letter(next) && ends_with_space(text_)) close_space(next);
    const ThaiClass last = tail()[0];
    switch (next) {
      case ThaiClass::digit:
        return replace(kThaiBytes, static_cast<UChar32>('0' + (index - 0x50)));
      case ThaiClass::sara_e:
        return last == next ? absorb(kSaraAe) : put(index);
      case ThaiClass::sara_aa:
        return sara_aa(index);
      case ThaiClass::sara_am:
        return last == next ? drop() : put(index);
      case ThaiClass::nikhahit:
        return last == next || last == ThaiClass::sara_am ? drop() : put(index);
      case ThaiClass::upper_vowel:
      case ThaiClass::mark:
        if (last == ThaiClass::tone) return before_last(index);
        return tail().index(0) == index ? drop() : put(index);
      case ThaiClass::tone:
        return tone(index);
      default:
        return put(index);
    }
  }

  void sara_aa(std::size_t index) {
    const ThaiClass last = tail()[0];
    if (last == ThaiClass::sara_am) return drop();
    if (last == ThaiClass::nikhahit) return absorb(kSaraAm);
    if (last == ThaiClass::tone && tail()[1] == ThaiClass::nikhahit &&
        tail().index(2) != tail().index(0)) {
      text_.erase(text_.size() - 2 * kThaiBytes, kThaiBytes);
      text_.append(kThaiBytes, '\0');
      return absorb(kSaraAm);
    }
    put(index);
  }

  void tone(std::size_t index) {
    if (tail()[0] == ThaiClass::sara_am) return before_last(index);
    tail().index(0) == index ? drop() : put(index);
    if (!tail().is_displaced_tone() || letter_follows()) return;
    std::rotate(text_.end() - 2 * kThaiBytes, text_.end() - kThaiBytes, text_.end());
    end_of_displaced_ = text_.size();
    ++repairs_;
  }

  /// The character is put before the last one, which stands there in the wrong order, unless it is
  /// there already.
  void before_last(std::size_t index) {
    if (tail().index(1) == index) return drop();
    // One character only: more are not Thai, and moving over them would not be linear.
    if (tail()[1] == tail()[0]) return put(index);
    put(index);
    std::rotate(text_.end() - 2 * kThaiBytes, text_.end() - kThaiBytes, text_.end());
  }

  /// Takes away white space that can't be in Thai, before a letter of the class `next`: none stands
  /// before a dependent vowel or a mark, or between a vowel and the final consonant it needs.
  void close_space(ThaiClass next) {
    std::size_t size = text_.size();
    while (ends_with_space(std::string_view(text_).substr(0, size)))
      U8_BACK_1_UNSAFE(text_.data(), size);
    const ThaiTail before(std::string_view(text_).substr(0, size));
    const bool behind_word = is_thai_letter(before[0]) || before.index(0) == kMaiYamok;
    if (!behind_word) return;
    const bool behind_displaced =
        size == end_of_displaced_ && text_.size() == size + 1 && text_.back() == ' ';
    const bool inside_syllable =
        is_dependent(next) || (next == ThaiClass::consonant && before.is_open_syllable());
    if (!behind_displaced && !inside_syllable) return;
    erase_end(size);
    repairs_ += inside_syllable ? 1 : 0;
  }

  /// Whether a letter of the same word comes next in the original.
  bool letter_follows() const {
    bool space = false;
    for (std::size_t at = at_; at < original_.size();) {
      const std::size_t begin = at;
      const UChar32 c = next_character(original_, at);
      if (is_hidden(c)) continue;
      if (is_space(static_cast<char32_t>(c))) {
        space = true;
        continue;
      }
      const std::size_t shifted = shifted_thai(c);
      const ThaiClass next =
          shifted != 0 ? thai_class(shifted) : thai_class_at(original_.substr(begin));
      return space ? is_dependent(next) : is_thai_letter(next);
    }
    return false;
  }

  void other() {
    std::size_t end = at_;
    const UChar32 c = next_character(original_, end);
    if (const std::size_t index = shifted_thai(c)) return thai(index);
    if (is_hidden(c)) return hidden();
    const UChar32 folded = fold_character(c);
    const std::size_t size = end - at_;
    // A few rare letters fold to longer ones; they stay, so that the folded text is never the
    // longer one.
    if (folded == c || static_cast<std::size_t>(U8_LENGTH(folded)) > size) return copy(size);
    replace(size, folded);
  }

  /// Folds a run of hidden characters away. Where it stands alone between white space, those that
  /// are not white space stay, so that they leave a trace.
  void hidden() {
    std::size_t end = at_;
    while (end < original_.size() && is_hidden(character_at(original_, end)))
      U8_FWD_1_UNSAFE(original_.data(), end);
    const auto is_visible = [](UChar32 c) { return !is_space(static_cast<char32_t>(c)); };
    const bool alone = (at_ == 0 || !is_visible(last_character(original_.substr(0, at_)))) &&
                       (end == original_.size() || !is_visible(character_at(original_, end)));
    if (!alone) return remove(end - at_);
    while (at_ < end) {
      const UChar32 c = character_at(original_, at_);
      const auto size = static_cast<std::size_t>(U8_LENGTH(c));
      is_visible(c) ? copy(size) : remove(size);
    }
  }

  ThaiTail tail() const { return ThaiTail(text_); }

  void copy(std::size_t size) {
    text_.append(original_, at_, size);
    at_ += size;
  }

  /// The character, of three bytes, becomes the one at `index` of the Thai block.
  void put(std::size_t index) {
    text_ += '\xE0';
    text_ += static_cast<char>(0xB8U + (index >> 6U));
    text_ += static_cast<char>(0x80U + (index & 0x3FU));
    at_ += kThaiBytes;
  }

  /// The character of `size` bytes becomes `folded`.
  void replace(std::size_t size, UChar32 folded) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, folded);
    text_.append(bytes.data(), length);
    at_ += size;
    if (length != size) push_shift();
  }

  /// The character of `size` bytes leaves nothing. Two shifts at one folded offset: the first says
  /// where the original of what stands before ends, the last where the original of what follows
  /// begins.
  void remove(std::size_t size) {
    const auto here = static_cast<std::uint32_t>(text_.size());
    const std::size_t count = shifts_.size();
    const bool follows_removed = count >= 2 && shifts_[count - 2].folded == here;
    if (follows_removed) shifts_.pop_back();
    if (shifts_.empty() || shifts_.back().folded != here) push_shift();
    at_ += size;
    push_shift();
  }

  /// Takes back the white space that ends the folded text from `size` on.
  void erase_end(std::size_t size) {
    const auto end = static_cast<std::uint32_t>(size);
    while (!shifts_.empty() && shifts_.back().folded > end) shifts_.pop_back();
    if (shifts_.empty() || shifts_.back().folded != end) {
      const Shift last = shifts_.empty() ? Shift{0, 0} : shifts_.back();
      shifts_.push_back({end, end - last.folded + last.original});
    } else if (shifts_.size() >= 2 && shifts_[shifts_.size() - 2].folded == end) {
      shifts_.pop_back();
    }
    text_.resize(size);
    push_shift();
  }

  /// The Thai character joins the one before it: both are `composed`.
  void absorb(std::string_view composed) {
    text_.replace(text_.size() - kThaiBytes, kThaiBytes, composed);
    join_last();
  }

  /// The Thai character is there already: it joins the last one.
  void drop() {
    join_last();
    ++repairs_;
  }

  void join_last() {
    while (!shifts_.empty() && shifts_.back().folded == text_.size()) shifts_.pop_back();
    at_ += kThaiBytes;
    push_shift();
  }

  void push_shift() {
    shifts_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(at_)});
  }

  std::string_view original_;
  std::size_t at_ = 0;  // offset in the original of the next character
  std::string& text_;
  std::vector<Shift>& shifts_;
  std::size_t& repairs_;
  std::size_t end_of_displaced_ = std::string::npos;  // in the folded text: of the last one
};

FoldedText::FoldedText(std::string_view original) { Folder(original, *this).run(); }

bool is_damaged_thai(std::string_view text) {
  constexpr std::size_t kLeastRepairs = 3;
  constexpr std::size_t kThaiPerRepair = 200;
  const FoldedText folded(text);
  if (folded.repairs() < kLeastRepairs) return false;
  std::size_t thai = 0;
  for (std::size_t i = 0; i < folded.text().size(); ++i)
    thai += begins_thai(folded.text().substr(i)) ? 1 : 0;
  return folded.repairs() * kThaiPerRepair >= thai;
}

std::uint32_t FoldedText::original(std::uint32_t folded) const {
  assert(folded <= text_.size());
  return original(ByteRange{folded, folded}).begin;
}

FoldedText::WayBack::WayBack(const FoldedText& folded, std::uint32_t from)
    : shifts_(folded.shifts_),
      next_(static_cast<std::size_t>(
          std::ranges::lower_bound(folded.shifts_, from, {}, &Shift::folded) -
          folded.shifts_.begin())) {}

std::uint32_t FoldedText::WayBack::shifted(std::uint32_t folded) const {
  if (next_ == 0) return folded;
  const Shift& shift = shifts_[next_ - 1];
  return folded - shift.folded + shift.original;
}

ByteRange FoldedText::WayBack::original(ByteRange folded) {
  while (next_ < shifts_.size() && shifts_[next_].folded <= folded.begin) ++next_;
  const std::uint32_t begin = shifted(folded.begin);
  if (folded.empty()) return {begin, begin};
  while (next_ < shifts_.size() && shifts_[next_].folded < folded.end) ++next_;
  const bool shift_at_end = next_ < shifts_.size() && shifts_[next_].folded == folded.end;
  return {begin, shift_at_end ? shifts_[next_].original : shifted(folded.end)};
}

}  // namespace thalign

#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace thalign {
namespace {

/// What a character of the Thai block asks of the folding.
enum class ThaiClass : std::uint8_t {
  plain,
  digit,
  sara_e,
  sara_aa,
  nikhahit,
  sara_am,
  vowel,
  tone
};

constexpr std::array<ThaiClass, 128> thai_classes = [] {
  std::array<ThaiClass, 128> classes{};
  const auto fill = [&](std::size_t first, std::size_t last, ThaiClass thai_class) {
    for (std::size_t i = first; i <= last; ++i) classes[i] = thai_class;
  };
  fill(0x31, 0x31, ThaiClass::vowel);
  fill(0x32, 0x32, ThaiClass::sara_aa);
  fill(0x33, 0x33, ThaiClass::sara_am);
  fill(0x34, 0x3A, ThaiClass::vowel);
  fill(0x40, 0x40, ThaiClass::sara_e);
  fill(0x47, 0x47, ThaiClass::vowel);
  fill(0x48, 0x4B, ThaiClass::tone);
  fill(0x4D, 0x4D, ThaiClass::nikhahit);
  fill(0x50, 0x59, ThaiClass::digit);
  return classes;
}();

constexpr std::string_view sara_am = "\u0E33";
constexpr std::string_view sara_ae = "\u0E41";
constexpr std::size_t thai_size = 3;  // bytes of a Thai character in UTF-8

bool is_thai(const char* bytes) {
  const auto* b = reinterpret_cast<const unsigned char*>(bytes);
  return b[0] == 0xE0 && (b[1] == 0xB8 || b[1] == 0xB9);
}

/// Place in the Thai block of the character at `bytes`. Requires: `is_thai(bytes)`.
std::size_t thai_index(const char* bytes) {
  const auto* b = reinterpret_cast<const unsigned char*>(bytes);
  return (b[1] & 1U) * 64U + (b[2] & 0x3FU);
}

/// A character outside ASCII and the Thai block, folded; 0: folded away.
UChar32 fold_character(UChar32 c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return u_foldCase(c - 0xFEE0, U_FOLD_CASE_DEFAULT);
  if (c >= 0x2000 && c <= 0x200A) return ' ';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c >= 0x2018 && c <= 0x201B) return '\'';
  if (c >= 0x201C && c <= 0x201F) return '"';
  switch (c) {
    case 0x200B:  // ZWSP
    case 0xFEFF:  // BOM
      return 0;
    case 0x00A0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return ' ';
    case 0x2212:  // minus
      return '-';
    case 0x2039:
    case 0x203A:
      return '\'';
    case 0x00AB:
    case 0x00BB:
      return '"';
    default:
      return u_foldCase(c, U_FOLD_CASE_DEFAULT);
  }
}

/// Class of the Thai character that ends `text` `back` Thai characters before its end; plain if
/// none does.
ThaiClass class_from_end(const std::string& text, std::size_t back) {
  const std::size_t distance = (back + 1) * thai_size;
  if (text.size() < distance) return ThaiClass::plain;
  const char* const bytes = text.data() + text.size() - distance;
  return is_thai(bytes) ? thai_classes[thai_index(bytes)] : ThaiClass::plain;
}

}  // namespace

/// Builds the folded text and its shifts, one character of the original at a time.
class FoldedText::Folder {
 public:
  Folder(std::string_view original, FoldedText& folded)
      : original_(original), text_(folded.text_), shifts_(folded.shifts_) {}

  void run() {
    text_.reserve(original_.size());
    while (at_ < original_.size()) {
      if (static_cast<unsigned char>(original_[at_]) < 0x80) {
        ascii();
      } else if (is_thai(original_.data() + at_)) {
        thai();
      } else {
        other();
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

  void thai() {
    const std::size_t index = thai_index(original_.data() + at_);
    switch (thai_classes[index]) {
      case ThaiClass::plain:
        return plain_thai();
      case ThaiClass::digit:
        return replace(thai_size, static_cast<UChar32>('0' + (index - 0x50)));
      case ThaiClass::sara_e:
        return last_class() == ThaiClass::sara_e ? absorb(sara_ae) : copy(thai_size);
      case ThaiClass::sara_aa:
        return sara_aa(last_class());
      case ThaiClass::vowel:
        // One tone mark only: more are no Thai, and moving over them would not be linear.
        return last_class() == ThaiClass::tone && class_from_end(text_, 1) != ThaiClass::tone
                   ? insert()
                   : copy(thai_size);
      case ThaiClass::tone:
        return last_class() == ThaiClass::sara_am && class_from_end(text_, 1) != ThaiClass::sara_am
                   ? insert()
                   : copy(thai_size);
      default:
        return copy(thai_size);
    }
  }

  /// Copies the run of Thai characters that fold to themselves where they stand.
  void plain_thai() {
    std::size_t end = at_;
    ThaiClass last = last_class();
    while (end < original_.size() && is_thai(original_.data() + end)) {
      const ThaiClass next = thai_classes[thai_index(original_.data() + end)];
      if (changes_after(last, next)) break;
      last = next;
      end += thai_size;
    }
    copy(end - at_);
  }

  /// Whether a character of the class `next` may be folded, or fold, where it stands after `last`.
  static bool changes_after(ThaiClass last, ThaiClass next) {
    switch (next) {
      case ThaiClass::plain:
      case ThaiClass::nikhahit:
      case ThaiClass::sara_am:
        return false;
      case ThaiClass::digit:
        return true;
      case ThaiClass::sara_e:
        return last == ThaiClass::sara_e;
      case ThaiClass::sara_aa:
        return last == ThaiClass::nikhahit || last == ThaiClass::tone;
      case ThaiClass::vowel:
        return last == ThaiClass::tone;
      case ThaiClass::tone:
        return last == ThaiClass::sara_am;
    }
    return true;
  }

  ThaiClass last_class() const { return class_from_end(text_, 0); }

  void sara_aa(ThaiClass last) {
    if (last == ThaiClass::nikhahit) return absorb(sara_am);
    if (last == ThaiClass::tone && class_from_end(text_, 1) == ThaiClass::nikhahit &&
        class_from_end(text_, 2) != ThaiClass::sara_am) {
      text_.erase(text_.size() - 2 * thai_size, thai_size);
      text_.append(thai_size, '\0');
      return absorb(sara_am);
    }
    copy(thai_size);
  }

  void other() {
    std::size_t end = at_;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(original_.data(), end, c);
    const UChar32 folded = fold_character(c);
    const std::size_t size = end - at_;
    if (folded == 0) return remove(size);
    // A few rare letters fold to longer ones; they stay, so that the folded text is never the
    // longer one.
    if (folded == c || static_cast<std::size_t>(U8_LENGTH(folded)) > size) return copy(size);
    replace(size, folded);
  }

  void copy(std::size_t size) {
    text_.append(original_, at_, size);
    at_ += size;
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

  /// The character of `size` bytes leaves nothing. Two shifts at one folded offset: the first tells
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

  /// The Thai character joins the one before it: both are `composed`.
  void absorb(std::string_view composed) {
    text_.replace(text_.size() - thai_size, thai_size, composed);
    while (!shifts_.empty() && shifts_.back().folded == text_.size()) shifts_.pop_back();
    at_ += thai_size;
    push_shift();
  }

  /// The Thai character goes before the last one, which is of the same length: no shift.
  void insert() {
    text_.insert(text_.size() - thai_size, original_, at_, thai_size);
    at_ += thai_size;
  }

  void push_shift() {
    shifts_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(at_)});
  }

  std::string_view original_;
  std::size_t at_ = 0;  // offset in the original of the next character
  std::string& text_;
  std::vector<Shift>& shifts_;
};

FoldedText::FoldedText(std::string_view original) { Folder(original, *this).run(); }

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

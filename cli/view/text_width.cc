// SPDX-License-Identifier: Apache-2.0
#include "cli/view/text_width.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <utility>

#include "text/error.h"

namespace thalign::cli {
namespace {

std::size_t width_of(UChar32 c) {
  const auto category = u_charType(c);
  const bool combines =
      category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR;
  if (combines) return 0;
  const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t width_of(const icu::UnicodeString& text) {
  std::size_t width = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    width += width_of(text.char32At(i));
  }
  return width;
}

/// `text` on one line without control characters.
icu::UnicodeString printable(std::string_view text) {
  const icu::UnicodeString all = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString result;
  bool space = false;
  for (std::int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const UChar32 c = all.char32At(i);
    const bool is_blank = u_isWhitespace(c) != 0;
    constexpr UChar32 kReplacementCharacter = 0xFFFD;
    if (is_blank) {
      if (!space) result.append(static_cast<UChar32>(' '));
    } else {
      result.append(u_iscntrl(c) != 0 ? kReplacementCharacter : c);
    }
    space = is_blank;
  }
  return result.trim();
}

using Breaks = std::unique_ptr<icu::BreakIterator>;

/// `status` is read after the breaks were made.
Breaks made(Breaks breaks, const UErrorCode& status) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::io, "", "ICU can't break lines; its data are missing");
  }
  return breaks;
}

/// The pieces of `text` between the breaks.
std::vector<icu::UnicodeString> pieces(icu::BreakIterator& breaks, const icu::UnicodeString& text) {
  std::vector<icu::UnicodeString> result;
  breaks.setText(text);
  for (std::int32_t begin = breaks.first(), end = breaks.next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks.next()) {
    result.emplace_back(text, begin, end - begin);  // a copy: `text` may be gone before it
  }
  return result;
}

/// Fills lines with pieces, none of which is parted.
class Lines {
 public:
  explicit Lines(std::size_t width) : width_(width) {}

  bool fits(const icu::UnicodeString& piece) const { return width_of(trimmed(piece)) <= width_; }
  void add(const icu::UnicodeString& piece) {
    if (width_of(trimmed(line_ + piece)) > width_) end_line();
    line_ += piece;
  }
  std::vector<std::string> finish() {
    if (!line_.isEmpty() || lines_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  static icu::UnicodeString trimmed(icu::UnicodeString text) { return text.trim(); }
  void end_line() {
    lines_.emplace_back();
    trimmed(line_).toUTF8String(lines_.back());
    line_.remove();
  }

  std::size_t width_;
  icu::UnicodeString line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::size_t text_width(std::string_view text) {
  return width_of(icu::UnicodeString::fromUTF8(text));
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale thai("th");
  const Breaks lines = made(Breaks(icu::BreakIterator::createLineInstance(thai, status)), status);
  const Breaks characters =
      made(Breaks(icu::BreakIterator::createCharacterInstance(thai, status)), status);
  Lines result(width);
  for (const icu::UnicodeString& piece : pieces(*lines, printable(text))) {
    if (result.fits(piece)) {
      result.add(piece);
      continue;
    }
    for (const icu::UnicodeString& character : pieces(*characters, piece)) result.add(character);
  }
  return result.finish();
}

}  // namespace thalign::cli

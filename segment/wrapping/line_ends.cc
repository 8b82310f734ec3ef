#include "segment/wrapping/line_ends.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "segment/english/english_words.h"
#include "segment/wrapping/line_words.h"
#include "segment/wrapping/page_furniture.h"
#include "segment/wrapping/repeated_lines.h"
#include "text/unicode/thai_class.h"
#include "text/words.h"

namespace thalign {
namespace {

/// How a line ends, and how the next begins, where one of the two is not Thai.
enum class Last : std::uint8_t { word, opener, comma, colon, stop, hyphen };
enum class Next : std::uint8_t { small, large, number, mark, closing, item };

/// Log of P(pair | wrapped) / P(pair | end on purpose).
constexpr std::array<std::array<float, 6>, 6> kLatinRatios = {{
    {3.0F, -0.4F, 0.0F, 0.0F, 3.0F, -5.0F},    // word
    {4.5F, 2.5F, 3.0F, 2.5F, 3.0F, -5.0F},     // opener
    {2.5F, 1.5F, 1.5F, 1.0F, 2.0F, -4.0F},     // comma
    {1.0F, -2.5F, -1.0F, -2.0F, 2.0F, -5.0F},  // colon
    {1.0F, -2.3F, -2.0F, -1.5F, 1.0F, -5.0F},  // stop
    {2.0F, 0.5F, 1.0F, 0.0F, 2.0F, -4.0F},     // hyphen
}};

constexpr float kThaiInsideWord = 3.0F;
constexpr float kThaiInsideSyllable = 8.0F;
constexpr float kThaiComma = 1.5F;
constexpr float kThaiColon = -1.0F;
constexpr float kThaiStop = -1.0F;
constexpr float kQuotation = -1.0F;  // begins with the next line
constexpr float kSameLine = -6.0F;
constexpr float kSameBegin = -4.0F;  // of two lines
constexpr float kRepeatedEdge = -4.0F;
constexpr float kItem = -5.0F;

/// Lines begin with capitals throughout if there are so many, and so many for each small letter.
constexpr std::size_t kLeastCapitals = 4;
constexpr std::size_t kCapitalsASmall = 8;

/// Columns of a line from which on it is not wrapped, unless it is one long word.
constexpr std::uint32_t kLongest = 200;
constexpr std::size_t kWindow = 36;  // bytes of a text on either side in which words are looked for

bool is_thai(UChar32 c) { return c >= 0x0E01 && c <= 0x0E4E; }

UChar32 first_of(std::string_view text) {
  UChar32 c = 0;
  std::size_t at = 0;
  U8_NEXT_UNSAFE(text.data(), at, c);
  return c;
}

UChar32 last_of(std::string_view text) {
  std::size_t last = text.size() - 1;
  while ((static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  return first_of(text.substr(last));
}

/// Whether a line end between two Thai letters stands inside a syllable: before a mark or a vowel
/// that is written after its consonant, or between a vowel that is written before its consonant and
/// the consonant.
bool parts_syllable(UChar32 last, std::string_view next) {
  const bool after_leading_vowel = last >= 0x0E40 && last <= 0x0E44;
  return begins_inside_syllable(next) ||
         (after_leading_vowel && thai_class_at(next) == ThaiClass::consonant);
}

bool is_closer(UChar32 c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

bool opens_quotation(std::string_view content) {
  return content.starts_with('"') || content.starts_with("\u201C");
}

Last last_kind(std::string_view content) {
  UChar32 c = last_of(content);
  while (is_closer(c) && content.size() > 1) {
    content.remove_suffix(static_cast<std::size_t>(U8_LENGTH(c)));
    c = last_of(content);
  }
  if (c == '.' || c == '?' || c == '!' || c == 0x2026) return Last::stop;
  if (c == ',') return Last::comma;
  if (c == ':' || c == ';') return Last::colon;
  if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == '/' || c == '&') return Last::hyphen;
  constexpr std::size_t kLongestOpener = 12;
  std::string word;
  while (!content.empty() && word.size() <= kLongestOpener) {
    const char letter = static_cast<char>(content.back() | 0x20);
    if (letter < 'a' || letter > 'z') break;
    word.insert(word.begin(), letter);
    content.remove_suffix(1);
  }
  return opens_english_phrase(word) ? Last::opener : Last::word;
}

Next next_kind(const TextLine& line, std::string_view content) {
  if (line.begins_item) return Next::item;
  const UChar32 c = first_of(content);
  if (u_isdigit(c) != 0) return Next::number;
  if (content.substr(0, content.find(' ')).find('_') != std::string_view::npos) return Next::mark;
  if (u_islower(c) != 0) return Next::small;
  if (u_isalpha(c) != 0) return Next::large;
  constexpr std::string_view kClosing = ")]},.;:!?%";
  return c < 0x80 && kClosing.find(static_cast<char>(c)) != std::string_view::npos ? Next::closing
                                                                                   : Next::mark;
}

/// Of a line end with Thai on one side.
float thai_ratio(Last last) {
  switch (last) {
    case Last::comma:
      return kThaiComma;
    case Last::colon:
      return kThaiColon;
    case Last::stop:
      return kThaiStop;
    default:
      return 0.0F;
  }
}

/// Whether two lines begin with the same words, as those of lists do.
bool begin_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kBytes = 15;
  return a.size() >= kBytes && a.substr(0, kBytes) == b.substr(0, kBytes);
}

/// The last bytes of `text`, or the first, up to white space, from a character boundary on.
std::string_view tail(std::string_view text) {
  std::size_t begin = text.size() > kWindow ? text.size() - kWindow : 0;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  text.remove_prefix(begin);
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}
std::string_view head(std::string_view text) {
  std::size_t end = std::min(text.size(), kWindow);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text = text.substr(0, end);
  return text.substr(0, text.find(' '));
}

class LineEndReader {
 public:
  LineEndReader(std::string_view text, std::span<const TextLine> lines)
      : text_(text),
        lines_(lines),
        repeated_(text, lines),
        furniture_(page_furniture(text, lines)) {}

  std::vector<LineEnd> read() {
    bool opens_paragraph = true;  // the line does not continue the one before it
    for (std::uint32_t i = 0; i + 1 < lines_.size(); ++i) {
      if (is_furniture(i)) continue;
      const std::uint32_t next = next_of_text(i);
      if (next >= lines_.size()) break;
      const bool continues = may_continue(i, next, opens_paragraph);
      if (continues) add(i, next);
      opens_paragraph = !continues;
    }
    find_words();
    if (capitals_ >= kLeastCapitals && small_ * kCapitalsASmall < capitals_) lower_capitals();
    return std::move(ends_);
  }

 private:
  /// Where the lines of a line end meet in `windows_`.
  struct Window {
    std::uint32_t end;  // number of the line end
    std::size_t at;
  };

  std::string_view content(std::uint32_t line) const {
    return text_.substr(lines_[line].content.begin, lines_[line].content.size());
  }

  bool is_furniture(std::uint32_t line) const { return !furniture_.empty() && furniture_[line]; }

  /// The line that may continue line `i`: the next, or the first with text behind a page break.
  std::uint32_t next_of_text(std::uint32_t i) const {
    bool page_break = false;
    std::uint32_t next = i + 1;
    for (; next < lines_.size(); ++next) {
      page_break = page_break || is_furniture(next) || lines_[next].begins_page;
      if (!lines_[next].blank() && !is_furniture(next)) break;
    }
    return page_break ? next : i + 1;
  }

  /// Whether line `i` and `after` may be of one paragraph by how they stand.
  bool may_continue(std::uint32_t i, std::uint32_t after, bool opens_paragraph) const {
    const TextLine& line = lines_[i];
    const TextLine& next = lines_[after];
    if (line.blank() || next.blank() || line.apart || next.apart) return false;
    if (line.quotes != next.quotes) return false;
    if (std::max(line.indent, next.indent) - std::min(line.indent, next.indent) < 2) return true;
    if (next.indent < line.indent) return opens_paragraph;
    // Lines after a bullet hang; else a line that is indented more opens a paragraph.
    return line.begins_item;
  }

  void add(std::uint32_t i, std::uint32_t next_line) {
    const std::string_view before = content(i);
    const std::string_view after = content(next_line);
    const bool thai_last = is_thai(last_of(before));
    LineEnd end{.line = i, .next = next_line};
    if (lines_[i].columns > kLongest || lines_[next_line].columns > kLongest) {
      ends_.push_back(end);  // hardly wrapped, whatever its words are
      return;
    }
    end.thai_next = is_thai(first_of(after));
    end.thai = end.thai_next && thai_last;
    end.inside_syllable = end.thai && parts_syllable(last_of(before), after);
    end.inside_address = tail(before).find("://") != std::string_view::npos && !thai_last;
    end.at_dash = after.front() == '-' && thai_last;
    if (lines_[next_line].begins_item) {
      end.log_ratio = kItem;
    } else if (before == after) {
      end.log_ratio = kSameLine;
    } else if (begin_alike(before, after)) {
      end.log_ratio = kSameBegin;
    } else {
      const Last last = last_kind(before);
      const Next next = next_kind(lines_[next_line], after);
      const bool half_thai = (end.thai_next || thai_last) && next != Next::closing;
      if (!half_thai && next == Next::large) {
        ++capitals_;
        end.begins_large = true;
      }
      small_ += !half_thai && next == Next::small ? 1U : 0U;
      end.log_ratio =
          half_thai ? thai_ratio(last) + (opens_quotation(after) ? kQuotation : 0.0F)
                    : kLatinRatios[static_cast<std::size_t>(last)][static_cast<std::size_t>(next)];
    }
    if (repeated_.ends(before) || repeated_.begins(after)) end.log_ratio += kRepeatedEdge;
    if (end.thai_next || thai_last) {
      windows_.append(tail(before));
      windows_at_.push_back({static_cast<std::uint32_t>(ends_.size()), windows_.size()});
      windows_.append(head(after)) += '\n';
    }
    end.paragraph_log_ratio = end.log_ratio;
    ends_.push_back(end);
  }

  /// Where lines begin with capitals throughout, as verses do, a capital does not mean a name
  /// inside a sentence.
  void lower_capitals() {
    const float most =
        kLatinRatios[static_cast<std::size_t>(Last::word)][static_cast<std::size_t>(Next::large)];
    for (LineEnd& end : ends_) {
      if (!end.begins_large) continue;
      end.log_ratio = std::min(end.log_ratio, most);
      end.paragraph_log_ratio = std::min(end.paragraph_log_ratio, most);
    }
  }

  /// Breaks the words around all line ends with Thai at once.
  void find_words() {
    const LineWords& line_words = LineWords::thai();
    const Words words(windows_);
    const std::span<const Word> all = words.all();
    std::size_t k = 0;
    for (const Window& window : windows_at_) {
      LineEnd& end = ends_[window.end];
      while (k < all.size() && all[k].original.end <= window.at) ++k;
      if (k == all.size()) break;  // the text after the last window is not a word
      end.inside_word = end.inside_syllable || (end.thai && all[k].original.begin < window.at);
      if (end.inside_word) {
        end.log_ratio =
            std::max(end.log_ratio, end.inside_syllable ? kThaiInsideSyllable : kThaiInsideWord);
        end.paragraph_log_ratio = end.log_ratio;
        continue;
      }
      const auto thai_word = [&](std::size_t word) {
        return all[word].kind == WordKind::thai ? words.folded(all[word]) : std::string_view();
      };
      const std::string_view last = k == 0 ? std::string_view() : thai_word(k - 1);
      const std::string_view next = thai_word(k);
      end.next_word = columns_of(all[k].original);
      end.space_log_odds = line_words.space_log_odds(last, next);
      end.paragraph_log_ratio += line_words.paragraph_log_ratio(last, next);
      end.log_ratio += line_words.sentence_log_ratio(last, next);
    }
  }

  std::uint32_t columns_of(ByteRange window) const {
    return columns(std::string_view(windows_).substr(window.begin, window.size()));
  }

  std::string_view text_;
  std::span<const TextLine> lines_;
  RepeatedLines repeated_;
  std::vector<bool> furniture_;
  std::vector<LineEnd> ends_;
  std::size_t small_ = 0, capitals_ = 0;  // line ends with such a letter behind them
  std::string windows_;
  std::vector<Window> windows_at_;
};

}  // namespace

std::vector<LineEnd> line_ends(std::string_view text, std::span<const TextLine> lines) {
  return LineEndReader(text, lines).read();
}

}  // namespace thalign

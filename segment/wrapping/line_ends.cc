// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/line_ends.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "segment/wrapping/line_edges.h"
#include "segment/wrapping/line_words.h"
#include "segment/wrapping/page_furniture.h"
#include "segment/wrapping/repeated_lines.h"
#include "text/words.h"

namespace thalign {
namespace {

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
constexpr float kItemFollows = -5.0F;
constexpr float kLoneDash = -1.5F;
/// Lines on either side in which a list has another item.
constexpr std::uint32_t kItemsApart = 10;

/// Lines begin with capitals throughout if there are so many, and so many for each small letter.
constexpr std::size_t kLeastCapitals = 4;
constexpr std::size_t kCapitalsASmall = 8;

/// Columns of a line from which on it is not wrapped, unless it is one long word.
constexpr std::uint32_t kMaxWrappedColumns = 200;
constexpr std::size_t kWindow = 36;  // bytes of a text on either side in which words are looked for

/// Of a line end with Thai on one side.
float thai_ratio(LineTail last) {
  switch (last) {
    case LineTail::comma:
      return kThaiComma;
    case LineTail::colon:
      return kThaiColon;
    case LineTail::stop:
      return kThaiStop;
    default:
      return 0.0F;
  }
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

  /// Whether a line begins with a dash without being an item of a list: "(28 June" "- 3 July)".
  bool is_lone_dash(std::string_view before, std::uint32_t line) const {
    const std::string_view dash = leading_dash(content(line));
    if (dash.empty() || last_kind(before) == LineTail::colon) return false;
    const std::uint32_t first = line - std::min(line, kItemsApart);
    const auto last = std::min(line + kItemsApart, static_cast<std::uint32_t>(lines_.size() - 1));
    for (std::uint32_t i = first; i <= last; ++i)
      if (i != line && content(i).starts_with(dash)) return false;
    return true;
  }

  void add(std::uint32_t i, std::uint32_t next_line) {
    const std::string_view before = content(i);
    const std::string_view after = content(next_line);
    const bool thai_last = ends_with_thai(before);
    LineEnd end{.line = i, .next = next_line};
    if (lines_[i].columns > kMaxWrappedColumns || lines_[next_line].columns > kMaxWrappedColumns) {
      ends_.push_back(end);  // hardly wrapped, whatever its words are
      return;
    }
    end.thai_next = begins_with_thai(after);
    end.thai = end.thai_next && thai_last;
    end.inside_syllable = end.thai && parts_syllable(before, after);
    end.inside_address = tail(before).find("://") != std::string_view::npos && !thai_last;
    end.at_dash = after.front() == '-' && leading_dash(after).empty() && thai_last;
    if (lines_[next_line].begins_item) {
      end.log_ratio = is_lone_dash(before, next_line) ? kLoneDash : kItemFollows;
    } else if (before == after) {
      end.log_ratio = kSameLine;
    } else if (begin_alike(before, after)) {
      end.log_ratio = kSameBegin;
    } else {
      const LineTail last = last_kind(before);
      const LineHead next = next_kind(lines_[next_line], after);
      const bool half_thai = (end.thai_next || thai_last) && next != LineHead::closing;
      if (!half_thai && next == LineHead::large) {
        ++capitals_;
        end.begins_large = true;
      }
      small_ += !half_thai && next == LineHead::small ? 1U : 0U;
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
    const float most = kLatinRatios[static_cast<std::size_t>(LineTail::word)]
                                   [static_cast<std::size_t>(LineHead::large)];
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
      const auto known_word = [&](std::size_t word) {
        if (all[word].kind == WordKind::number) return LineWords::kNumber;
        return all[word].kind == WordKind::thai ? words.folded(all[word]) : std::string_view();
      };
      const std::string_view last = k == 0 ? std::string_view() : known_word(k - 1);
      const std::string_view next =
          lines_[end.next].begins_item ? std::string_view() : known_word(k);
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

// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/page_furniture.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace thalign {
namespace {

/// Lines with text at each end of a page that may be furniture.
constexpr std::size_t kEdge = 2;
/// Pages that are known by their numbers: how many there are at least, and lines between them.
constexpr std::size_t kLeastNumbers = 3;
constexpr std::size_t kLeastLines = 12;

/// Digits of both scripts as ASCII ones; nothing else changed.
std::string with_ascii_digits(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view thai = text.substr(i, 3);
    if (thai >= "\u0E50" && thai <= "\u0E59" && thai.size() == 3) {
      result += static_cast<char>('0' + (static_cast<unsigned char>(thai[2]) - 0x90));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "12", "- 12 -", "Page 12 of 30", "หน้า ๑๒": the number of the page.
std::optional<int> page_number(std::string_view content) {
  constexpr std::size_t kLongest = 40;  // bytes
  if (content.size() > kLongest) return std::nullopt;
  std::string rest = with_ascii_digits(content);
  constexpr std::array<std::string_view, 14> kAround = {"page",
                                                        "Page",
                                                        "PAGE",
                                                        "of",
                                                        "\u0E2B\u0E19\u0E49\u0E32",
                                                        "\u0E17\u0E35\u0E48",
                                                        "\u2013",
                                                        "\u2014",
                                                        "-",
                                                        "|",
                                                        "/",
                                                        "[",
                                                        "]",
                                                        " "};
  const std::size_t digit = rest.find_first_of("0123456789");
  if (digit == std::string::npos) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(rest.data() + digit, rest.data() + rest.size(), number);
  constexpr int kMostPages = 9999;
  if (error != std::errc() || number > kMostPages) return std::nullopt;
  for (const std::string_view word : kAround) {
    for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word, at))
      rest.erase(at, word.size());
  }
  return std::ranges::all_of(rest, is_digit) ? std::optional(number) : std::nullopt;
}

/// The line without its numbers: what is the same on all pages.
std::string without_digits(std::string_view content) {
  std::string key = with_ascii_digits(content);
  std::erase_if(key, is_digit);
  return key;
}

class FurnitureFinder {
 public:
  FurnitureFinder(std::string_view text, std::span<const TextLine> lines)
      : text_(text), lines_(lines) {}

  std::vector<bool> find() {
    find_edges();
    if (edges_.empty()) return {};
    std::unordered_map<std::string, std::size_t> pages;
    for (const std::size_t line : edges_) ++pages[without_digits(content(line))];
    std::vector<bool> furniture(lines_.size(), false);
    for (const std::size_t line : edges_) {
      furniture[line] = page_number(content(line)).has_value() ||
                        pages[without_digits(content(line))] >= least_pages_;
    }
    return furniture;
  }

 private:
  std::string_view content(std::size_t line) const {
    return text_.substr(lines_[line].content.begin, lines_[line].content.size());
  }

  /// Lines at the edges of pages.
  void find_edges() {
    std::vector<std::size_t> breaks;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (lines_[i].begins_page && i > 0) breaks.push_back(i);
    if (breaks.empty()) {
      breaks = numbered_breaks();
      least_pages_ = kLeastNumbers;
    }
    for (const std::size_t line : breaks) {
      add_edge(line, -1);
      add_edge(line, 1);
    }
    if (!breaks.empty()) {
      add_edge(0, 1);
      add_edge(lines_.size(), -1);
    }
    std::ranges::sort(edges_);
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
  }

  /// Lines with numbers that count up.
  std::vector<std::size_t> numbered_breaks() const {
    std::vector<std::size_t> best, breaks;
    int last = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank()) continue;
      const std::optional<int> number = page_number(content(i));
      if (!number) continue;
      const bool goes_on =
          !breaks.empty() && *number == last + 1 && i - breaks.back() >= kLeastLines;
      if (!goes_on) breaks.clear();
      breaks.push_back(i);
      last = *number;
      if (breaks.size() > best.size()) best = breaks;
    }
    return best.size() >= kLeastNumbers ? best : std::vector<std::size_t>();
  }

  /// The lines with text from the page break before `line` on, upwards or down; both ends of the
  /// text are such breaks.
  void add_edge(std::size_t line, std::ptrdiff_t step) {
    std::size_t found = 0;
    std::size_t at = step < 0 ? line - 1 : line;
    for (; at < lines_.size() && found < kEdge; at += static_cast<std::size_t>(step)) {
      if (lines_[at].blank()) continue;
      edges_.push_back(at);
      ++found;
    }
  }

  std::string_view text_;
  std::span<const TextLine> lines_;
  std::vector<std::size_t> edges_;
  std::size_t least_pages_ = 2;  // that have a head or foot in common
};

}  // namespace

std::vector<bool> page_furniture(std::string_view text, std::span<const TextLine> lines) {
  return FurnitureFinder(text, lines).find();
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include "segment/gap.h"

namespace thalign {
namespace {

/// Longest spans, in bytes of the text; a Thai letter is three.
constexpr std::uint32_t kMaxBracket = 600;
constexpr std::uint32_t kMaxQuotation = 150;

struct Pair {
  std::string_view open;
  std::string_view close;
  std::uint32_t max_bytes;
};

constexpr std::array kPairs = {
    Pair{"(", ")", kMaxBracket},
    Pair{"[", "]", kMaxBracket},
    Pair{"{", "}", kMaxBracket},
    Pair{"\u00AB", "\u00BB", kMaxQuotation},
    Pair{"\u201C", "\u201D", kMaxQuotation},
    Pair{"\u2018", "\u2019", kMaxQuotation},
    Pair{"\"", "\"", kMaxQuotation},
    Pair{"'", "'", kMaxQuotation},
};

struct Open {
  const Pair* pair;
  std::uint32_t begin;
};

/// A mark word as it may open or close a span: its first and last characters decide, since a run of
/// one mark is one word.
const Pair* pair_opened_by(std::string_view mark) {
  const auto* const it = std::find_if(kPairs.begin(), kPairs.end(),
                                      [&](const Pair& p) { return mark.starts_with(p.open); });
  return it == kPairs.end() ? nullptr : it;
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

class SpanFinder {
 public:
  /// Closes the innermost open span that `mark` can close. What stood open inside it was
  /// unbalanced.
  bool close(std::string_view mark, std::uint32_t end) {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      const Open open = open_[depth];
      if (!mark.starts_with(open.pair->close)) continue;
      open_.resize(depth);
      if (end - open.begin <= open.pair->max_bytes) add({open.begin, end});
      return true;
    }
    return false;
  }

  void open(const Pair* pair, std::uint32_t begin) {
    if (open_.size() < kMaxDepth) open_.push_back({pair, begin});
  }

  void end_line() { open_.clear(); }

  std::vector<ByteRange> spans() && { return std::move(spans_); }

 private:
  static constexpr std::size_t kMaxDepth = 8;

  /// Spans are added in the order of their ends; an outer one swallows those inside it.
  void add(ByteRange span) {
    while (!spans_.empty() && span.contains(spans_.back())) spans_.pop_back();
    spans_.push_back(span);
  }

  std::vector<Open> open_;
  std::vector<ByteRange> spans_;
};

}  // namespace

bool SegmentationInput::inside_unbroken(std::uint32_t k) const {
  const std::uint32_t at = words.all()[k].original.begin;
  const auto it = std::upper_bound(unbroken.begin(), unbroken.end(), at,
                                   [](std::uint32_t b, ByteRange span) { return b < span.end; });
  return it != unbroken.end() && it->begin < at;
}

std::vector<ByteRange> unbroken_spans(std::string_view text, const Words& words) {
  SpanFinder finder;
  std::uint32_t end = 0;
  for (const Word& word : words.all()) {
    const std::string_view before = text.substr(end, word.original.begin - end);
    if (before.find_first_of("\r\n") != std::string_view::npos) finder.end_line();
    end = word.original.end;
    if (word.kind != WordKind::mark) continue;
    const std::string_view mark = text.substr(word.original.begin, word.original.size());
    // An apostrophe inside a word is not a quote. A straight quote opens after white space only.
    const bool follows_word = before.empty() && word.original.begin > 0;
    const bool inside_word = follows_word && end < text.size() && is_small_letter(text[end]);
    if (inside_word && (mark == "\u2019" || mark == "'")) continue;
    const Pair* const opened = pair_opened_by(mark);
    const bool straight = mark == "\"" || mark == "'";
    const bool opens_here = straight && !follows_word;
    if (!opens_here && finder.close(mark, word.original.end)) continue;
    if (opened != nullptr && (mark != "'" || opens_here)) finder.open(opened, word.original.begin);
  }
  return std::move(finder).spans();
}

}  // namespace thalign

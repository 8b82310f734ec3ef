// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/copied_lines.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "text/hash.h"
#include "text/language.h"

namespace thalign {
namespace {

/// Words in a row that show a copy, and places of such a row that are looked at.
constexpr std::size_t kRow = 3;
constexpr std::size_t kMaxPlaces = 16;

using Keys = std::vector<std::uint32_t>;

/// A line of a text in the language of the other.
struct ForeignLine {
  UnitRange units;
  Keys words;  ///< hashes of its words, marks left out
};

/// Where in the other text a line may come from.
struct CopyPlace {
  std::size_t line;
  std::size_t begin, end;  ///< words of the other text
  std::size_t rows;        ///< in common

  /// Up to where the other text is taken: a word more or less than there moves the end.
  std::size_t middle() const { return (begin + end + 1) / 2; }
};

bool is_thai_text(const SegmentedText& text) {
  return text.document().language() == Language::thai;
}

/// The words of `text` in `bytes`, from `next` on, which moves behind them.
std::span<const Word> words_in(const SegmentedText& text, ByteRange bytes, std::size_t& next) {
  const std::span<const Word> all = text.words().all();
  while (next < all.size() && all[next].original.begin < bytes.begin) ++next;
  const std::size_t first = next;
  while (next < all.size() && all[next].original.begin < bytes.end) ++next;
  return all.subspan(first, next - first);
}

/// Characters of the words of a kind, as bytes of the folded text: of the same script alike.
std::size_t bytes_of(std::span<const Word> words, WordKind kind) {
  std::size_t bytes = 0;
  for (const Word& word : words) bytes += word.kind == kind ? word.folded.size() : 0;
  return bytes;
}

Keys word_keys(const SegmentedText& text, std::span<const Word> words) {
  Keys keys;
  for (const Word& word : words) {
    if (word.kind != WordKind::mark) keys.push_back(hash_bytes(text.words().folded(word)));
  }
  return keys;
}

/// The lines of `text`, which has `kind` words of its own language, that are in the other.
std::vector<ForeignLine> foreign_lines(const SegmentedText& text, WordKind own, WordKind other) {
  const std::string_view bytes = text.document().text();
  const std::span<const Unit> units = text.units();
  std::vector<ForeignLine> lines;
  std::size_t next = 0;
  for (std::uint32_t begin = 0, end = 0; begin < units.size(); begin = end) {
    for (++end; end < units.size(); ++end) {
      const std::uint32_t gap = units[end - 1].range.end;
      if (bytes.substr(gap, units[end].range.begin - gap).find_first_of("\n\r") !=
          std::string_view::npos)
        break;
    }
    const auto words = words_in(text, text.bytes({begin, end}), next);
    const std::size_t foreign = bytes_of(words, other);
    const std::size_t native = bytes_of(words, own);
    const bool is_foreign = own == WordKind::thai ? native == 0 && foreign > 0 : foreign > native;
    if (is_foreign) lines.push_back({{begin, end}, word_keys(text, words)});
  }
  return lines;
}

/// Finds where in a text rows of words stand.
class RowIndex {
 public:
  explicit RowIndex(const Keys& words) : words_(words) {
    for (std::size_t row = 1; row <= kRow; ++row) {
      for (std::size_t i = 0; i + row <= words.size(); ++i) {
        std::vector<std::uint32_t>& places = places_[key(std::span(words).subspan(i, row))];
        if (places.size() < kMaxPlaces) places.push_back(static_cast<std::uint32_t>(i));
      }
    }
  }

  /// Places that have at least half of the rows of `line`, best first.
  std::vector<CopyPlace> places_of(const ForeignLine& line, std::size_t number) const {
    const std::size_t row = std::min(kRow, line.words.size());
    const std::size_t rows = line.words.size() - row + 1;
    std::map<std::ptrdiff_t, std::size_t> in_common;  // by where the line would begin
    for (std::size_t i = 0; i < rows; ++i) {
      const auto found = places_.find(key(std::span(line.words).subspan(i, row)));
      if (found == places_.end()) continue;
      for (const std::uint32_t place : found->second)
        ++in_common[std::ptrdiff_t{place} - static_cast<std::ptrdiff_t>(i)];
    }
    std::vector<CopyPlace> places;
    for (const auto& [begin, count] : in_common) {
      if (2 * count < rows) continue;
      const auto first = static_cast<std::size_t>(std::max<std::ptrdiff_t>(begin, 0));
      places.push_back({number, first, std::min(first + line.words.size(), words_.size()), count});
    }
    return places;
  }

 private:
  static std::uint64_t key(std::span<const std::uint32_t> row) {
    std::uint64_t key = row.size();
    for (const std::uint32_t word : row) key = (key ^ word) * 0x9E3779B97F4A7C15U;
    return key;
  }

  const Keys& words_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places_;
};

/// The places, at most one a line, that ascend in both texts and have the most rows in common.
std::vector<CopyPlace> best_copies(const std::vector<ForeignLine>& lines, const RowIndex& index) {
  struct Link {
    CopyPlace place;
    std::size_t sum;
    std::optional<std::size_t> before;
  };
  std::vector<Link> links;
  std::map<std::size_t, std::size_t> best;  // by middle: links whose sums ascend
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const std::size_t first = links.size();
    for (const CopyPlace& place : index.places_of(lines[number], number)) {
      const auto after = best.upper_bound(place.begin);
      Link link = {place, place.rows, {}};
      if (after != best.begin()) {
        link.before = std::prev(after)->second;
        link.sum += links[*link.before].sum;
      }
      links.push_back(link);
    }
    for (std::size_t i = first; i < links.size(); ++i) {
      auto after = best.upper_bound(links[i].place.middle());
      if (after != best.begin() && links[std::prev(after)->second].sum >= links[i].sum) continue;
      while (after != best.end() && links[after->second].sum <= links[i].sum)
        after = best.erase(after);
      best[links[i].place.middle()] = i;
    }
  }
  std::vector<CopyPlace> chain;
  std::optional<std::size_t> link;
  if (!best.empty()) link = best.rbegin()->second;
  for (; link; link = links[*link].before) chain.push_back(links[*link].place);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// Adds lines beside copied ones.
std::vector<UnitRange> with_neighbours(const std::vector<ForeignLine>& lines,
                                       const std::vector<CopyPlace>& chain) {
  std::vector<bool> copied(lines.size());
  for (const CopyPlace& place : chain) copied[place.line] = true;
  const auto touch = [&](std::size_t a, std::size_t b) {
    return lines[a].units.end == lines[b].units.begin;
  };
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (copied[i - 1] && touch(i - 1, i)) copied[i] = true;
  for (std::size_t i = lines.size(); i-- > 1;)
    if (copied[i] && touch(i - 1, i)) copied[i - 1] = true;
  std::vector<UnitRange> units;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (copied[i]) units.push_back(lines[i].units);
  return units;
}

/// The lines of `text` that copy `other`.
std::vector<UnitRange> copies(const SegmentedText& text, const SegmentedText& other) {
  constexpr double kBilingual = 1.5;
  constexpr double kLeastForeign = 0.2;
  if (!text.has_words() || !other.has_words()) return {};
  const double thai = thai_share(text.document().text()).value_or(0.0);
  if ((is_thai_text(text) ? 1.0 - thai : thai) < kLeastForeign) return {};
  const WordKind own = is_thai_text(text) ? WordKind::thai : WordKind::latin;
  const WordKind foreign = is_thai_text(text) ? WordKind::latin : WordKind::thai;
  const std::vector<ForeignLine> lines = foreign_lines(text, own, foreign);
  const Keys words = word_keys(other, other.words().all());
  if (lines.empty() || words.empty()) return {};

  const std::vector<CopyPlace> chain = best_copies(lines, RowIndex(words));
  std::size_t covered = 0;
  for (const CopyPlace& place : chain) covered += place.end - place.begin;
  // A Thai letter has three bytes, a Latin one has one.
  const auto letters = [](std::size_t bytes, WordKind kind) {
    return static_cast<double>(bytes) / (kind == WordKind::thai ? 3.0 : 1.0);
  };
  const double native =
      letters(bytes_of(text.words().all(), own), own) /
      letters(std::max<std::size_t>(bytes_of(other.words().all(), foreign), 1), foreign);
  const double share = static_cast<double>(covered) / static_cast<double>(words.size());
  if (share + std::min(native, 1.0) < kBilingual) return {};
  return with_neighbours(lines, chain);
}

}  // namespace

CopiedLines copied_lines(const SegmentedText& source, const SegmentedText& target) {
  CopiedLines lines = {copies(source, target), {}};
  if (lines.source.empty()) lines.target = copies(target, source);
  return lines;
}

}  // namespace thalign

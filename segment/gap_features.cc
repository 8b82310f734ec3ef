// SPDX-License-Identifier: Apache-2.0
#include "segment/gap_features.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "segment/english/english_view.h"
#include "segment/repetition.h"
#include "text/hash.h"

namespace thalign {
namespace {

/// Hash of a word beyond the line.
constexpr std::uint32_t kBeyond = 7U;

std::uint32_t feature(std::uint32_t name, std::initializer_list<std::uint32_t> values) {
  std::uint32_t hash = mix_hash(17U, name);
  for (const std::uint32_t value : values) hash = mix_hash(hash, value);
  return hash;
}

/// Lengths in steps of half a power of two.
std::uint32_t length_class(std::uint32_t bytes) {
  const auto width = static_cast<std::uint32_t>(std::bit_width(bytes));
  const std::uint32_t upper_half = width >= 2 ? (bytes >> (width - 2)) & 1U : 0U;
  return 2 * width + upper_half;
}

}  // namespace

GapReader::GapReader(const SegmentationInput& input, Language language)
    : input_(input),
      words_(input.words.all()),
      thai_(language == Language::thai),
      view_(input),
      repeated_(repeated_gaps(input)),
      hashes_(words_.size()),
      line_begin_(words_.size()),
      line_end_(words_.size()) {
  const auto words = static_cast<std::uint32_t>(words_.size());
  for (std::uint32_t k = 0; k < words; ++k) {
    hashes_[k] = hash_of(k);
    line_begin_[k] = k == 0 || input.gaps[k] >= GapKind::line_end ? k : line_begin_[k - 1];
  }
  for (std::uint32_t k = words; k-- > 0;) {
    const bool last = k + 1 == words || input.gaps[k + 1] >= GapKind::line_end;
    line_end_[k] = last ? k + 1 : line_end_[k + 1];
  }
}

void GapReader::read(std::uint32_t k, float rule, std::vector<std::uint32_t>& features) const {
  features.clear();
  const std::uint32_t base = thai_ ? 100 : 0;
  const auto put = [&](std::uint32_t name, std::initializer_list<std::uint32_t> values) {
    features.push_back(feature(base + name, values));
  };
  const auto kind = static_cast<std::uint32_t>(is_joint(k) ? GapKind::space : input_.gaps[k]);
  const std::uint32_t p1 = word(k, -1), p2 = word(k, -2), p3 = word(k, -3);
  const std::uint32_t n1 = word(k, 0), n2 = word(k, 1), n3 = word(k, 2);
  const std::uint32_t before = length_class(input_.bytes_before(k));
  const std::uint32_t after = length_class(input_.bytes_after(k));
  const auto kinds = static_cast<std::uint32_t>(words_[k - 1].kind) * 8 +
                     static_cast<std::uint32_t>(words_[k].kind);
  const auto category = static_cast<std::uint32_t>(std::lround(rule * 2.0F) + 100);
  const std::uint32_t written = thai_ ? 0 : static_cast<std::uint32_t>(view_.next_word(k));
  const std::uint32_t line_before = length_class(line_bytes_before(k));
  const std::uint32_t line_after = length_class(line_bytes_after(k));
  // Crossed with the kind of document.
  put(1, {kind, kinds});
  put(2, {kind, n1});
  put(3, {kind, p1});
  put(4, {kind, before, after});
  // Words.
  put(5, {kind, category});
  put(6, {p1});
  put(7, {p2, p1});
  put(8, {p3, p2, p1});
  put(9, {n1});
  put(10, {n1, n2});
  put(11, {n1, n2, n3});
  put(12, {p1, n1});
  put(13, {p2});
  put(14, {n2});
  // Lengths and places.
  put(15, {kind, before});
  put(16, {kind, after});
  put(17, {kind, line_before});
  put(18, {kind, line_after});
  put(19, {kind, std::min(line_before, line_after)});
  put(20, {kind, input_.inside_unbroken(k) ? 1U : 0U, repeated_[k] ? 1U : 0U});
  // The runs of text on either side.
  put(21, {hashes_[input_.chunk_end[k] - 1]});
  put(22, {hashes_[input_.chunk_begin[k - 1]]});
  put(23, {hashes_[input_.chunk_begin[k - 1]], n1});
  const std::uint32_t next_chunk = input_.chunk_end[k];
  const bool in_line = next_chunk < line_end_[k];
  put(24, {in_line ? hashes_[next_chunk] : kBeyond});
  put(25, {n1, in_line ? hashes_[next_chunk] : kBeyond});
  put(26, {n1, after});
  put(27, {p1, before});
  put(28, {kinds, before});
  put(29, {kinds, after});
  if (!thai_) {
    put(30, {kind, written, p1});
    put(31, {written, n1, kind});
    put(32, {kind, written, category});
  }
}

/// Whether lines were joined without a space before word `k`.
bool GapReader::is_joint(std::uint32_t k) const {
  return input_.gaps[k] == GapKind::none && std::ranges::binary_search(input_.joints, k);
}

std::uint32_t GapReader::joined_word(std::uint32_t k) const { return feature(201, {hashes_[k]}); }

void GapReader::read_joined(std::uint32_t k, std::vector<std::uint32_t>& features) const {
  const std::uint32_t p1 = word(k, -1);
  const std::uint32_t n1 = hashes_[k];
  features.assign({
      joined_word(k),
      feature(202, {p1}),
      feature(203, {p1, n1}),
      feature(204, {n1, word(k, 1)}),
      feature(205, {word(k, -2), p1}),
      feature(206, {length_class(input_.bytes_before(k))}),
      feature(207, {length_class(input_.bytes_after(k))}),
      feature(208, {n1, length_class(input_.bytes_before(k)) / 2}),
      feature(209, {n1, length_class(input_.bytes_after(k)) / 2}),
  });
}

std::uint32_t GapReader::hash_of(std::uint32_t k) const {
  const Word& word = words_[k];
  switch (word.kind) {
    case WordKind::number:
      return mix_hash(17U, std::min(word.folded.size(), 5U));
    case WordKind::latin:
      if (thai_) return mix_hash(17U, 99U);
      return hash_bytes(input_.words.folded(word));
    case WordKind::mark:
    case WordKind::thai:
      break;
  }
  return hash_bytes(input_.words.folded(word));
}

std::uint32_t GapReader::word(std::uint32_t k, std::int32_t offset) const {
  const std::int64_t at = std::int64_t{k} + offset;
  const std::uint32_t line = offset < 0 ? k - 1 : k;
  if (at < line_begin_[line] || at >= line_end_[line]) return kBeyond;
  return hashes_[static_cast<std::size_t>(at)];
}

std::uint32_t GapReader::line_bytes_before(std::uint32_t k) const {
  return words_[k - 1].folded.end - words_[line_begin_[k - 1]].folded.begin;
}

std::uint32_t GapReader::line_bytes_after(std::uint32_t k) const {
  return words_[line_end_[k] - 1].folded.end - words_[k].folded.begin;
}

GapFeatures gap_features(const SegmentationInput& input, Language language,
                         std::span<const Unit> units) {
  GapFeatures features;
  if (units.empty()) return features;
  const GapReader reader(input, language);
  const bool rules = language == Language::english;
  const std::span<const Word> words = input.words.all();
  std::vector<std::uint32_t> of_gap;
  std::uint32_t k = 0;
  for (std::size_t u = 0; u + 1 < units.size(); ++u) {
    while (k < words.size() && words[k].original.begin < units[u + 1].range.begin) ++k;
    if (k > 0 && k < words.size()) {
      reader.read(k, rules ? units[u].break_after : 0.0F, of_gap);
      features.hashes.insert(features.hashes.end(), of_gap.begin(), of_gap.end());
    }
    features.begin.push_back(static_cast<std::uint32_t>(features.hashes.size()));
  }
  features.begin.push_back(static_cast<std::uint32_t>(features.hashes.size()));
  return features;
}

}  // namespace thalign

#include "segment/thai/thai_features.h"

#include <algorithm>
#include <bit>
#include <string_view>

namespace thalign {
namespace {

constexpr std::uint32_t kFnvBasis = 2166136261U;
constexpr std::uint32_t kFnvPrime = 16777619U;

/// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
std::uint32_t hash_bytes(std::string_view bytes) {
  std::uint32_t hash = kFnvBasis;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * kFnvPrime;
  return hash;
}

std::uint32_t mix(std::uint32_t hash, std::uint32_t value) {
  hash = (hash ^ value) * 0x9E3779B1U;
  return hash ^ (hash >> 15U);
}

/// Which template a feature is made from; part of its hash.
enum Template : std::uint32_t {
  kPrevious,
  kPrevious2,
  kPreviousPair,
  kNext,
  kNext2,
  kNextPair,
  kKinds,
  kBytesBefore,
  kBytesAfter,
  kChunkLast,
  kLinePlace,
  kLineRest,
  kInside,
};

std::uint32_t feature(Template name, std::uint32_t a = 0, std::uint32_t b = 0,
                      std::uint32_t c = 0) {
  return mix(mix(mix(mix(kFnvBasis, name), a), b), c);
}

/// Lengths in steps of half a power of two.
std::uint32_t length_class(std::uint32_t bytes) {
  const auto width = static_cast<std::uint32_t>(std::bit_width(bytes));
  const std::uint32_t upper_half = width >= 2 ? (bytes >> (width - 2)) & 1U : 0U;
  return 2 * width + upper_half;
}

}  // namespace

ThaiFeatures::ThaiFeatures(const SegmentationInput& input)
    : input_(input),
      hashes_(input.gaps.size()),
      line_begin_(input.gaps.size()),
      line_end_(input.gaps.size()) {
  const auto words = static_cast<std::uint32_t>(input.gaps.size());
  for (std::uint32_t k = 0; k < words; ++k) {
    const Word& word = input.words.all()[k];
    hashes_[k] = word.kind == WordKind::number
                     ? mix(kFnvBasis, std::min(word.folded.size(), 5U))
                     : (word.kind == WordKind::latin ? mix(kFnvBasis, 99U)
                                                     : hash_bytes(input.words.folded(word)));
    line_begin_[k] = input.gaps[k] >= GapKind::line_end ? k : line_begin_[k - 1];
  }
  for (std::uint32_t k = words; k-- > 0;) {
    const bool last = k + 1 == words || input.gaps[k + 1] >= GapKind::line_end;
    line_end_[k] = last ? k + 1 : line_end_[k + 1];
  }
}

std::uint32_t ThaiFeatures::word(std::uint32_t k, std::int32_t offset) const {
  const std::int64_t at = std::int64_t{k} + offset;
  const std::uint32_t line = offset < 0 ? k - 1 : k;
  if (at < line_begin_[line] || at >= line_end_[line]) return kFnvPrime;
  return hashes_[static_cast<std::size_t>(at)];
}

void ThaiFeatures::of(std::uint32_t k, std::vector<std::uint32_t>& features) const {
  const std::uint32_t previous = word(k, -1);
  const std::uint32_t previous2 = word(k, -2);
  const std::uint32_t next = word(k, 0);
  const std::uint32_t next2 = word(k, 1);
  const std::uint32_t before = length_class(input_.bytes_before(k));
  const std::uint32_t after = length_class(input_.bytes_after(k));
  const std::span<const Word> words = input_.words.all();
  const auto kinds =
      static_cast<std::uint32_t>(words[k - 1].kind) * 8 + static_cast<std::uint32_t>(words[k].kind);
  const std::uint32_t chunk_last = hashes_[input_.chunk_end[k] - 1];
  features.assign({
      feature(kPrevious, previous),
      feature(kPrevious2, previous2),
      feature(kPreviousPair, previous2, previous),
      feature(kNext, next),
      feature(kNext2, next2),
      feature(kNextPair, next, next2),
      feature(kKinds, kinds),
      feature(kBytesBefore, before),
      feature(kBytesAfter, after),
      feature(kChunkLast, chunk_last),
      feature(kInside, input_.inside_unbroken(k) ? 1U : 0U),
  });
}

}  // namespace thalign

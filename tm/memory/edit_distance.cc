// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/edit_distance.h"

#include <algorithm>

namespace thalign {
namespace {

constexpr std::size_t kWordBits = 64;

/// 64 rows of a column: where a row is one more (`plus`) or one less (`minus`) than the row above.
struct Block {
  std::uint64_t plus = ~std::uint64_t{0};
  std::uint64_t minus = 0;
};

/// How a row changes from one column to the next: at most one of the two is 1.
struct Carry {
  std::uint64_t plus;
  std::uint64_t minus;
};

/// Moves `block` to the next column, whose symbol stands in the rows `equal`; `above` is the change
/// of the row above the block. Returns the change of the row of `last`, a single bit.
Carry advance(Block& block, std::uint64_t equal, Carry above, std::uint64_t last) {
  const std::uint64_t vertical = equal | block.minus;
  equal |= above.minus;
  const std::uint64_t horizontal = (((equal & block.plus) + block.plus) ^ block.plus) | equal;
  std::uint64_t plus = block.minus | ~(horizontal | block.plus);
  std::uint64_t minus = block.plus & horizontal;
  const Carry below{(plus & last) != 0 ? 1U : 0U, (minus & last) != 0 ? 1U : 0U};
  plus = (plus << 1U) | above.plus;
  minus = (minus << 1U) | above.minus;
  block.plus = minus | ~(vertical | plus);
  block.minus = plus & vertical;
  return below;
}

}  // namespace

EditDistance::EditDistance(std::span<const std::uint64_t> pattern)
    : size_(pattern.size()),
      blocks_((pattern.size() + kWordBits - 1) / kWordBits),
      symbols_(pattern.begin(), pattern.end()) {
  std::ranges::sort(symbols_);
  symbols_.erase(std::unique(symbols_.begin(), symbols_.end()), symbols_.end());
  rows_.resize(symbols_.size() * blocks_);
  for (std::size_t row = 0; row < pattern.size(); ++row) {
    const auto symbol = static_cast<std::size_t>(std::ranges::lower_bound(symbols_, pattern[row]) -
                                                 symbols_.begin());
    rows_[symbol * blocks_ + row / kWordBits] |= std::uint64_t{1} << (row % kWordBits);
  }
}

const std::uint64_t* EditDistance::rows_of(std::uint64_t symbol) const {
  const auto found = std::ranges::lower_bound(symbols_, symbol);
  if (found == symbols_.end() || *found != symbol) return nullptr;
  return rows_.data() + static_cast<std::size_t>(found - symbols_.begin()) * blocks_;
}

std::size_t EditDistance::to(std::span<const std::uint64_t> text) const {
  if (size_ == 0) return text.size();
  std::vector<Block> column(blocks_);
  constexpr std::uint64_t kTopBit = std::uint64_t{1} << (kWordBits - 1);
  const std::uint64_t last_row = std::uint64_t{1} << ((size_ - 1) % kWordBits);
  std::size_t distance = size_;
  for (const std::uint64_t symbol : text) {
    const std::uint64_t* const rows = rows_of(symbol);
    Carry carry{1, 0};  // the row above the first one counts the symbols of the text
    for (std::size_t i = 0; i < blocks_; ++i) {
      carry = advance(column[i], rows == nullptr ? 0 : rows[i], carry,
                      i + 1 == blocks_ ? last_row : kTopBit);
    }
    distance += carry.plus;
    distance -= carry.minus;
  }
  return distance;
}

}  // namespace thalign

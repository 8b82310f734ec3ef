// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/code_points.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace thalign {
namespace {

constexpr std::size_t kIndexBlockBytes = 256;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::uint32_t count_characters(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(text, starts_character));
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  before_block_.reserve(text.size() / kIndexBlockBytes + 1);
  for (std::size_t begin = 0; begin <= text.size(); begin += kIndexBlockBytes) {
    before_block_.push_back(size_);
    size_ += count_characters(text.substr(begin, kIndexBlockBytes));
  }
}

std::uint32_t CodePointIndex::code_point(std::uint32_t offset) const {
  assert(offset <= text_.size());
  assert(offset == text_.size() || starts_character(text_[offset]));
  const std::size_t block = offset / kIndexBlockBytes;
  const std::size_t begin = block * kIndexBlockBytes;
  return before_block_[block] + count_characters(text_.substr(begin, offset - begin));
}

std::uint32_t CodePointIndex::byte(std::uint32_t index) const {
  assert(index <= size_);
  if (index == size_) return static_cast<std::uint32_t>(text_.size());
  const auto after = std::ranges::upper_bound(before_block_, index);
  const auto block = static_cast<std::size_t>(after - before_block_.begin()) - 1;
  std::size_t offset = block * kIndexBlockBytes;
  for (std::uint32_t left = index - before_block_[block];; ++offset) {
    if (!starts_character(text_[offset])) continue;
    if (left == 0) return static_cast<std::uint32_t>(offset);
    --left;
  }
}

}  // namespace thalign

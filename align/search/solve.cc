// SPDX-License-Identifier: Apache-2.0
#include "align/search/solve.h"

#include <algorithm>

#include "align/search/blocks.h"
#include "align/search/region_search.h"

namespace thalign {
namespace {

bool in_blocks(const SearchTexts& texts, const SearchOptions& options) {
  return std::min(texts.source.units(), texts.target.units()) / 2 > options.block;
}

}  // namespace

Solution solve(const SearchTexts& texts, const SearchOptions& options) {
  if (in_blocks(texts, options)) return solve_in_blocks(texts, options);
  RegionSearch region(texts, options);
  // Where units are short, blocks of fewer are as good.
  SearchOptions smaller = options;
  if (!region.prepare() && options.block != SearchOptions::kNoBlocks) {
    while (smaller.block > kLeastBlock && !in_blocks(texts, smaller)) smaller.block /= 2;
    if (in_blocks(texts, smaller)) return solve_in_blocks(texts, smaller);
  }
  return region.solve();
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "align/search/search.h"
#include "align/search/search_texts.h"
#include "align/search_space/search_options.h"

namespace thalign {

/// Blocks are not made smaller than this (source units) for want of memory.
inline constexpr std::uint32_t kLeastBlock = 512;

/// Searches long texts block by block, so that memory does not grow with them. A block begins where
/// the one before has a boundary that is certain, and reaches beyond the boundary that the next one
/// begins with: what is cut off there can't change what is before. Where a block has no such
/// boundary it is searched again twice as long, where it needs too much memory half as long.
///
/// The solution has no likely pairs; all else is as of `search`, but for what the words on both
/// sides of a block's first boundary say.
///
/// Requires: at least one unit on either side; `options.block` is above 0. Throws as `solve`.
Solution solve_in_blocks(const SearchTexts& texts, const SearchOptions& options);

}  // namespace thalign

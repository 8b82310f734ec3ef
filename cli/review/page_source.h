// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace thalign::cli {

/// A page of `cli/review/page` with its style and script: what stands before its data and what
/// stands after them.
struct PageSource {
  std::string_view head, tail;
};

/// The page of a pair of texts.
PageSource review_page_source();
/// The list of the pages of many pairs.
PageSource page_index_source();

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ostream>
#include <span>
#include <string>

namespace thalign::cli {

/// The page of a pair, one of many.
struct PageEntry {
  std::string file;  ///< path of the page as the list of pages has to name it; empty: there is none
  std::string source, target;  ///< names of the documents
  std::size_t beads = 0, nulls = 0;
  double confidence = 0;  ///< mean of beads with text on both sides
};

/// Writes the page that lists others.
void write_page_index(std::ostream& out, std::span<const PageEntry> pages);

}  // namespace thalign::cli

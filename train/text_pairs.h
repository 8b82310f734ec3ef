#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "text/segmented_text.h"

namespace thalign {

/// A Thai text and its English translation, cut into units.
struct TextPair {
  SegmentedText thai, english;
};

/// Reads all pairs NAME.th.txt, NAME.en.txt of `folder`, by name. Throws `Error`.
std::vector<TextPair> read_pairs(const std::filesystem::path& folder);

/// Calls `work(0)` to `work(count - 1)` on all cores; calls must not depend on each other.
void for_each_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace thalign

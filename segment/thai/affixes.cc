// SPDX-License-Identifier: Apache-2.0
#include "segment/thai/affixes.h"

#include <algorithm>
#include <functional>

namespace thalign {

Affixes::Affixes(std::span<const std::string_view> words) {
  std::size_t number = 0;
  for (const std::string_view word : words) {
    prefixes_[first_key(word)].push_back({word, number});
    suffixes_[last_key(word)].push_back({word, number});
    ++number;
  }
  const auto sort = [](Bucket& bucket) {
    std::ranges::stable_sort(bucket, std::ranges::greater(),
                             [](const Numbered& entry) { return entry.word.size(); });
  };
  std::ranges::for_each(prefixes_, sort);
  std::ranges::for_each(suffixes_, sort);
}

}  // namespace thalign

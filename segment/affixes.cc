#include "segment/affixes.h"

#include <algorithm>

namespace thalign {
namespace {

template <typename Key, typename Begins>
void sort_by_key(std::vector<std::string_view>& words, Begins& begins, Key&& key) {
  std::ranges::stable_sort(words, {}, key);
  for (const std::string_view word : words) ++begins[key(word) + 1U];
  for (std::size_t i = 1; i < begins.size(); ++i)
    begins[i] = static_cast<std::uint16_t>(begins[i] + begins[i - 1]);
}

}  // namespace

Affixes::Affixes(std::span<const std::string_view> words)
    : prefixes_(words.begin(), words.end()), suffixes_(prefixes_) {
  sort_by_key(prefixes_, prefix_begin_, first_key);
  sort_by_key(suffixes_, suffix_begin_, last_key);
}

}  // namespace thalign

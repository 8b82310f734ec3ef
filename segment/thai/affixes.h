// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace thalign {

/// Words of a list that a text begins, or ends, with. Only those that share a letter with it are
/// compared, so that long lists cost little.
class Affixes {
 public:
  /// Requires: the words are not empty, what they view stays, and words looked for at ends have two
  /// bytes or more.
  explicit Affixes(std::span<const std::string_view> words);

  /// Whether `fits` holds for some word that `text` begins with.
  template <typename Fits>
  bool any_prefix(std::string_view text, Fits&& fits) const {
    return longest_prefix(text, fits).has_value();
  }
  /// Whether `fits` holds for some word that `text` ends with.
  template <typename Fits>
  bool any_suffix(std::string_view text, Fits&& fits) const {
    return longest_suffix(text, fits).has_value();
  }
  /// Number in the list of the longest word that `text` begins with and for which `fits` holds; of
  /// equal ones the first.
  template <typename Fits>
  std::optional<std::size_t> longest_prefix(std::string_view text, Fits&& fits) const {
    return longest(prefixes_[first_key(text)], fits,
                   [&](std::string_view word) { return text.starts_with(word); });
  }
  /// The same for the longest word that `text` ends with.
  template <typename Fits>
  std::optional<std::size_t> longest_suffix(std::string_view text, Fits&& fits) const {
    return longest(suffixes_[last_key(text)], fits,
                   [&](std::string_view word) { return text.ends_with(word); });
  }

 private:
  struct Numbered {
    std::string_view word;
    std::size_t number;
  };
  /// Words of one key, the longest first.
  using Bucket = std::vector<Numbered>;

  /// By the last byte of the first letter if that is Thai, else the first byte.
  static std::uint8_t first_key(std::string_view text) {
    if (text.empty()) return 0;
    const bool thai = text.front() == '\xE0' && text.size() >= 3;
    return static_cast<std::uint8_t>(text[thai ? 2 : 0]);
  }
  /// By the last two bytes, since abbreviations all end with a full stop.
  static std::uint8_t last_key(std::string_view text) {
    if (text.size() < 2) return 0;
    const auto last = static_cast<std::uint8_t>(text[text.size() - 1]);
    const auto before = static_cast<std::uint8_t>(text[text.size() - 2]);
    return static_cast<std::uint8_t>(last * 31U + before);
  }
  template <typename Fits, typename Matches>
  static std::optional<std::size_t> longest(const Bucket& bucket, Fits&& fits, Matches&& matches) {
    for (const Numbered& entry : bucket) {
      if (matches(entry.word) && fits(entry.word)) return entry.number;
    }
    return std::nullopt;
  }

  std::array<Bucket, 256> prefixes_, suffixes_;
};

}  // namespace thalign

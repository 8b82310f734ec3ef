#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace thalign {

/// Words of a list that a text begins, or ends, with. Only those that share a letter with it are
/// compared, so that long lists cost little.
class Affixes {
 public:
  /// Requires: the words are not empty, and what they view stays.
  explicit Affixes(std::span<const std::string_view> words);

  /// Whether `fits` holds for some word that `text` begins with.
  template <typename Fits>
  bool any_prefix(std::string_view text, Fits&& fits) const {
    return any(prefixes_, prefix_begin_, first_key(text), fits,
               [&](std::string_view word) { return text.starts_with(word); });
  }
  /// Whether `fits` holds for some word that `text` ends with.
  template <typename Fits>
  bool any_suffix(std::string_view text, Fits&& fits) const {
    return any(suffixes_, suffix_begin_, last_key(text), fits,
               [&](std::string_view word) { return text.ends_with(word); });
  }

 private:
  static constexpr std::size_t kKeys = 256;
  using Begins = std::array<std::uint16_t, kKeys + 1>;

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
  static bool any(const std::vector<std::string_view>& words, const Begins& begins,
                  std::uint8_t key, Fits&& fits, Matches&& matches) {
    for (std::size_t i = begins[key]; i < begins[key + 1U]; ++i) {
      if (matches(words[i]) && fits(words[i])) return true;
    }
    return false;
  }

  std::vector<std::string_view> prefixes_, suffixes_;  // by key
  Begins prefix_begin_{}, suffix_begin_{};
};

}  // namespace thalign

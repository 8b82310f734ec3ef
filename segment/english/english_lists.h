// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "segment/english/english_view.h"

namespace thalign {

/// Markers of list items in an English text: "1.", "(a)", "IV.", "•" at the begin of a line, and
/// numbered items within one line ("1) Open it 2) Close it").
class EnglishLists {
 public:
  /// Requires: `text` outlives the object.
  explicit EnglishLists(const EnglishView& text);

  /// Whether the gap before word `k` follows a marker: the item begins before the marker.
  bool after_marker(std::uint32_t k) const;

  /// Whether an item within a line begins at word `k`.
  bool begins_item(std::uint32_t k) const;

 private:
  /// A marker such as "2)" or "(b)": which item it numbers, from 1, and how it is written.
  struct Marker {
    std::uint32_t number;
    std::string_view close;  ///< its marks after the label
    bool letter;
    std::uint32_t next;  ///< the word after it
  };

  bool is_bullet(std::uint32_t word) const;
  /// Whether the words from `begin` to `end` are a marker: "(a)", "12.", "iv)", "1.)".
  bool is_marker(std::uint32_t begin, std::uint32_t end) const;
  std::optional<Marker> marker_at(std::uint32_t k) const;
  void find_items();

  const EnglishView& text_;
  std::vector<std::uint32_t> items_;        // first words of items within lines, ascending
  std::vector<std::uint32_t> after_items_;  // the words after their markers, ascending
};

}  // namespace thalign

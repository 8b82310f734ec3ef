// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_map>

#include "text/document.h"

namespace thalign {

/// Hyphens at line ends: those that a program put there to break a word ("govern-" "ment") and
/// those of compounds ("well-" "known"). The words of the text itself decide, counted when the
/// first is met.
class Hyphens {
 public:
  /// Requires: `text` outlives the object.
  explicit Hyphens(std::string_view text) : text_(text) {}

  /// Where a word goes on after a hyphen, `join` takes no space, and removes the hyphen unless it
  /// is that of a compound. Requires: `join` is one of the text.
  void settle(LineJoin& join);

 private:
  void count_words();
  std::size_t count(std::string_view word) const;

  std::string_view text_;
  bool counted_ = false;
  std::unordered_map<std::string_view, std::size_t> words_;  // compounds, too
};

}  // namespace thalign

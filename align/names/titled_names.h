// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "text/words.h"

namespace thalign {

/// Follows which words of a Thai text may belong to a name, since they stand behind a title or the
/// kind of a place: "นายสมชาย ใจดี", "พล.อ.สมชาย", "จังหวัดลำปาง". A name of a person has two parts
/// with a space between, at most four words each.
class TitledNames {
 public:
  /// Requires: `words` outlive the object.
  explicit TitledNames(const Words& words) : words_(words) {}

  /// Whether word `k` may belong to one. Requires: called for each word in turn.
  bool holds(std::size_t k);

 private:
  /// A name of so many parts may follow.
  void begin(int parts);

  const Words& words_;
  int words_left_ = 0;     // of the part at hand
  int parts_left_ = 0;     // with the one at hand
  bool is_first_ = false;  // nothing of the name was seen yet
};

}  // namespace thalign

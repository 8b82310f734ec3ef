// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "text/unicode/white_space.h"
#include "tm/line_source.h"
#include "tm/translation_unit.h"

// Not installed.

namespace thalign {

/// The sentences, one a line, that an alignment by numbers is about; taken in their order.
class SentenceSource {
 public:
  explicit SentenceSource(ByteSource source) : lines_(std::move(source)) {}

  /// Puts the sentences `units` into `side`, a space between them; of lines without text nothing.
  /// Requires: `units` begins where the last ones ended or later. Returns false if there are not
  /// that many sentences.
  bool take(UnitRange units, Variant& side) {
    side.text.clear();
    side.joints.clear();
    side.units = units;
    while (position_ < units.end) {
      const auto line = lines_.next();
      if (!line) return false;
      if (position_++ < units.begin || is_blank(*line)) continue;
      if (!side.text.empty()) {
        side.text += ' ';
        side.joints.push_back(static_cast<std::uint32_t>(side.text.size()));
      }
      side.text += *line;
    }
    return true;
  }
  /// Number of the sentence that comes next.
  std::uint32_t position() const { return position_; }
  const std::string& name() const& { return lines_.name(); }
  const std::string& name() const&& = delete;

 private:
  LineSource lines_;
  std::uint32_t position_ = 0;
};

}  // namespace thalign

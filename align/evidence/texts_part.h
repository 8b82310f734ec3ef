// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "text/ranges.h"

namespace thalign {

/// A part of two texts as texts of their own. Only the symbols in it are numbered, so that what is
/// done for each symbol takes no longer where the texts are long.
class TextsPart {
 public:
  /// `forward` links source to target symbols, `backward` the other way. Time linear in the part
  /// and in their symbols.
  TextsPart(const Features& source, const Features& target, const Links& forward,
            const Links& backward, UnitRange source_units, UnitRange target_units);

  const Features& source() const { return source_; }
  const Features& target() const { return target_; }
  const Links& forward() const { return links_.forward; }
  const Links& backward() const { return links_.backward; }

  /// May be changed, but for their symbols.
  Features& source() { return source_; }
  Features& target() { return target_; }

 private:
  Features source_, target_;
  LinkPair links_;
};

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "align/lexicon/features.h"
#include "text/ranges.h"
#include "text/segmented_text.h"

namespace thalign {

/// The words and anchors of a text as keys of `Vocabulary`: what a lexicon is learnt from.
class TextKeys {
 public:
  explicit TextKeys(const SegmentedText& text) : features_(make_features(text, vocabulary_)) {}

  /// The keys in `units`, in order. Valid as long as the object.
  std::vector<std::string_view> in(UnitRange units) const& {
    std::vector<std::string_view> keys;
    for (std::uint32_t t = features_.token_begin[units.begin]; t < features_.token_begin[units.end];
         ++t) {
      keys.push_back(vocabulary_.key(features_.tokens[t]));
    }
    return keys;
  }
  std::vector<std::string_view> in(UnitRange units) const&& = delete;
  std::vector<std::string_view> all() const& { return in({0, features_.units()}); }
  std::vector<std::string_view> all() const&& = delete;

 private:
  Vocabulary vocabulary_;
  Features features_;
};

}  // namespace thalign

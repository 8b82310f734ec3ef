// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/text_keys.h"
#include "text/language.h"
#include "text/ranges.h"

namespace thalign {

/// Terms of one language as the aligner sees them: the keys of the words of each.
class LexiconTerms {
 public:
  /// Requires: valid UTF-8 without line ends; Thai terms have Thai letters. Linear time.
  LexiconTerms(std::span<const std::string> terms, Language language);

  /// The keys of a term, in order; none where it has marks only. Valid as long as the object.
  std::vector<std::string_view> keys(std::size_t term) const& { return keys_->in(units_[term]); }
  std::vector<std::string_view> keys(std::size_t term) const&& = delete;

 private:
  std::vector<UnitRange> units_;  // of each term: one unit or none
  std::optional<TextKeys> keys_;
};

}  // namespace thalign

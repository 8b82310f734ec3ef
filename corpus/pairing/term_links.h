// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "corpus/pairing/term_table.h"

namespace thalign {

/// An English term that may translate a Thai one, by their numbers in their collections.
struct TermLink {
  std::uint32_t english;
  float to_english;  ///< p(English term | Thai term)
  float to_thai;     ///< p(Thai term | English term)
};

/// For each Thai term of a collection the terms of an English collection that may translate it: by
/// the lexicon, or as the same number, date or Latin word.
class TermLinks {
 public:
  TermLinks(const TermNumbers& thai, const TermNumbers& english, const Lexicon& lexicon);

  std::span<const TermLink> of(std::uint32_t thai) const {
    return std::span(links_).subspan(begin_[thai], begin_[thai + 1] - begin_[thai]);
  }

 private:
  std::vector<TermLink> links_;
  std::vector<std::size_t> begin_ = {0};
};

}  // namespace thalign

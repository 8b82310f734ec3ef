// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace thalign {

/// A lexicon of `words` words a language, "ก00" and "e00" and so on, each pair with its number;
/// every third Thai word may also be the next English one.
class SmallLexicon {
 public:
  explicit SmallLexicon(WordId words) {
    LexiconSide thai, english;
    for (WordId i = 0; i < words; ++i) {
      const std::string number = std::to_string(100 + i);
      const float background = 0.001F / static_cast<float>(1 + i % 7);
      thai.entries.push_back({"\u0E01" + number, background, {{i, 0.6F}}});
      english.entries.push_back({"e" + number, background, {{i, 0.5F}}});
      if (i % 3 == 0 && i + 1 < words) thai.entries.back().translations.push_back({i + 1, 0.1F});
    }
    const std::string packed = Lexicon::pack(thai, english);
    bytes_.resize(packed.size() / sizeof(std::uint32_t));  // aligned
    std::memcpy(bytes_.data(), packed.data(), packed.size());
  }

  Lexicon get() const {
    return {{reinterpret_cast<const char*>(bytes_.data()), bytes_.size() * sizeof(std::uint32_t)},
            "small"};
  }

 private:
  std::vector<std::uint32_t> bytes_;
};

}  // namespace thalign

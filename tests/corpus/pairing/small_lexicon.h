// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace thalign {

/// A lexicon with its bytes.
class PackedLexicon {
 public:
  PackedLexicon(const LexiconSide& thai, const LexiconSide& english) {
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

/// A lexicon of `words` words a language, "ก100" and "e100" and so on, each pair with its number;
/// every third Thai word may also be the next English one.
class SmallLexicon : public PackedLexicon {
 public:
  explicit SmallLexicon(WordId words)
      : PackedLexicon(side(Language::thai, words), side(Language::english, words)) {}

 private:
  static LexiconSide side(Language language, WordId words) {
    LexiconSide result;
    for (WordId i = 0; i < words; ++i) {
      const std::string number = std::to_string(100 + i);
      const float background = 0.001F / static_cast<float>(1 + i % 7);
      if (language == Language::english) {
        result.entries.push_back({"e" + number, background, {{i, 0.5F}}});
        continue;
      }
      result.entries.push_back({"\u0E01" + number, background, {{i, 0.6F}}});
      if (i % 3 == 0 && i + 1 < words) result.entries.back().translations.push_back({i + 1, 0.1F});
    }
    return result;
  }
};

}  // namespace thalign

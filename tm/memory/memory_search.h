// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/ranges.h"
#include "tm/memory/memory.h"
#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

struct MatchOptions {
  std::string from = {};  ///< language of the text, a tag or its first part; empty: any
  std::string to = {};    ///< a language the unit must have beside it; empty: any
  int threshold = 70;     ///< lowest score returned, percent
  std::size_t limit = 5;  ///< most matches returned
  /// Neighbours of the text in its document, where the caller knows them: an equal text between
  /// equal neighbours scores `kContextScore`.
  std::optional<std::string> before = {}, after = {};
};

/// A unit with a text like the one asked for.
struct Match {
  int score;  ///< percent (tm/memory/fuzzy_score.h)
  UnitNumber number;
  TranslationUnit unit;
  std::size_t variant;  ///< the one that is alike
};

struct OccurrenceOptions {
  std::string language = {};  ///< of the text looked into; empty: any
  std::string to = {};        ///< a language the unit must have beside it; empty: any
  std::size_t limit = 20;
};

/// A unit with a text that holds the one asked for.
struct Occurrence {
  UnitNumber number;
  TranslationUnit unit;
  std::size_t variant;            ///< the first one that holds it
  std::vector<ByteRange> places;  ///< in that variant's text, ascending, disjoint
};

/// Looks into a memory. Requires: the memory stays where it is.
class MemorySearch {
 public:
  explicit MemorySearch(const Memory& memory);
  MemorySearch(const MemorySearch&) = delete;
  MemorySearch& operator=(const MemorySearch&) = delete;
  ~MemorySearch();

  /// Units with a text like `text`, in any of their languages, best first; of equal scores those
  /// changed last, then the first ones stored. Units with the same texts come once.
  ///
  /// Equal texts are found, of those that very many units have the last ones stored. Similar ones
  /// are looked for among those that share rare trigrams with `text`: docs/translation-memory.md
  /// says how many are missed. Requires: valid UTF-8.
  std::vector<Match> matches(std::string_view text, const MatchOptions& options) const;

  /// Units that hold `text` in one of their texts, both as matching texts (tm/memory/match_key.h),
  /// in the order they were stored. Texts of one or two characters are looked for in every unit.
  std::vector<Occurrence> occurrences(std::string_view text,
                                      const OccurrenceOptions& options) const;

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace thalign
#pragma GCC visibility pop

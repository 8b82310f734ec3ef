// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/filter/near_duplicates.h"
#include "tm/translation_unit.h"

namespace thalign {

/// Why a pair of texts is not good to learn from, in the order in which it is checked.
enum class FilterReason : std::uint8_t {
  one_sided,     ///< a text is missing
  confidence,    ///< the confidence is too low
  length,        ///< a text is too long
  length_ratio,  ///< one text is too long for the other
  language,      ///< a text is not in its language, or has no letters
  copied,     ///< both texts are the same, or most words of the Thai one stand in the English one
  numbers,    ///< the texts name different numbers
  duplicate,  ///< an equal pair came before
  near_duplicate,  ///< a pair that is nearly equal came before
};
inline constexpr std::size_t kFilterReasons = 9;

/// "length-ratio", as the user writes it and as outputs have it.
std::string_view filter_reason_name(FilterReason reason);
/// What it says of pairs: "one text is too long for the other".
std::string_view filter_reason_text(FilterReason reason);
std::optional<FilterReason> filter_reason_of_name(std::string_view name);

struct FilterOptions {
  double min_confidence = 0.5;                    ///< pairs without a confidence pass
  double max_length_ratio = 3.0;                  ///< of characters, either way
  std::size_t max_characters = 2000;              ///< of a text
  std::array<bool, kFilterReasons> ignored = {};  ///< reasons that are not looked at
};

/// What a pair of texts looks like by itself.
struct PairCheck {
  std::optional<FilterReason> reason;  ///< nothing: good, as far as can be said without the others
  std::string folded;                  ///< both texts for comparing, of a pair without a reason
};

/// Looks at one pair. Requires: `unit` has two variants. May be called from any thread.
PairCheck check_pair(const TranslationUnit& unit, const FilterOptions& options);

/// Finds repeats of pairs and counts reasons. Memory: 16 bytes a pair that passed, 64 more for near
/// duplicates.
class CorpusFilter {
 public:
  explicit CorpusFilter(const FilterOptions& options) : options_(options) {}

  /// Why the pair is left out; nothing: it passes.
  std::optional<FilterReason> judge(const PairCheck& check);

  std::size_t count(FilterReason reason) const { return counts_[static_cast<std::size_t>(reason)]; }
  std::size_t passed() const { return passed_; }

 private:
  std::optional<FilterReason> repeated(const std::string& folded);
  bool looks_at(FilterReason reason) const {
    return !options_.ignored[static_cast<std::size_t>(reason)];
  }

  FilterOptions options_;
  HashSet seen_;
  NearDuplicates near_;
  std::array<std::size_t, kFilterReasons> counts_ = {};
  std::size_t passed_ = 0;
};

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/filter/hash_set.h"
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
  std::uint64_t key = 0;               ///< of a pair without a reason: equal if both texts are
  std::optional<NearKeys> near = {};   ///< nothing also where near duplicates are ignored
};

/// Looks at one pair. Requires: `unit` has two variants. May be called from any thread.
PairCheck check_pair(const TranslationUnit& unit, const FilterOptions& options);

/// Finds repeats of pairs and counts reasons. Memory: 64 MiB at most, and a tenth of a byte a pair;
/// what does not fit is in files without a name (`HashSet`), 40 bytes a pair that is looked up.
class CorpusFilter {
 public:
  /// `folder`: where files are made.
  CorpusFilter(const FilterOptions& options, std::filesystem::path folder)
      : options_(options), seen_(std::move(folder)) {}

  /// Why the pair is left out; nothing: it passes. Throws `Error` (io).
  std::optional<FilterReason> judge(const PairCheck& check);

  std::size_t count(FilterReason reason) const { return counts_[static_cast<std::size_t>(reason)]; }
  std::size_t passed() const { return passed_; }

 private:
  std::optional<FilterReason> repeated(const PairCheck& check);
  bool looks_at(FilterReason reason) const {
    return !options_.ignored[static_cast<std::size_t>(reason)];
  }

  FilterOptions options_;
  HashSet seen_;  // keys of pairs and those of near duplicates
  std::array<std::size_t, kFilterReasons> counts_ = {};
  std::size_t passed_ = 0;
};

}  // namespace thalign

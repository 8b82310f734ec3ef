// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Trigrams of texts: three code points in a row, as FTS5 indexes them. Not installed.

namespace thalign {

/// All trigrams of a text in their order, with repetitions. Texts of less than three code points
/// have none.
std::vector<std::string_view> trigrams(std::string_view text);

/// In how many texts of a sample trigrams occur; a table of fixed size by hash, so that some share
/// a count.
class TrigramSample {
 public:
  TrigramSample() : counts_(kSlots, 0) {}
  /// What `bytes()` returned; an empty sample if it is of another size.
  TrigramSample(std::string_view bytes, std::int64_t texts);

  void add(std::string_view text);
  std::string_view bytes() const& {
    return {reinterpret_cast<const char*>(counts_.data()), counts_.size() * sizeof(counts_[0])};
  }
  std::string_view bytes() const&& = delete;
  std::int64_t texts() const { return texts_; }
  /// The share of texts that hold `trigram`, 0 to 1, never 0: about.
  double share(std::string_view trigram) const;

 private:
  static constexpr std::size_t kSlots = 1U << 16U;
  static std::size_t slot(std::string_view trigram);

  std::vector<std::uint16_t> counts_;
  std::int64_t texts_ = 0;
};

struct ChosenTrigram {
  std::string_view trigram;
  double weight;  ///< -log of its share: how much it says about a text
};

/// The trigrams of `text` to look for similar texts by, so that about `budget` rows of an index of
/// `texts` texts have to be read: the rarest one of each eighth of the text, so that a change in
/// one place leaves others, then the rarest of all. At least three where there are as many.
std::vector<ChosenTrigram> choose_trigrams(std::string_view text, const TrigramSample& sample,
                                           std::int64_t texts, double budget);

}  // namespace thalign

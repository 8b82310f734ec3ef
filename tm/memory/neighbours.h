// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "tm/translation_unit.h"

// What is next to a text in its document. Not installed.

namespace thalign {

/// Type of the property that carries the neighbours of a variant in exchanged files.
inline constexpr const char* kNeighboursProperty = "x-neighbours";

/// Match keys of the texts before and after a text in its document; 0: not known, or none.
struct Neighbours {
  std::uint64_t before = 0;
  std::uint64_t after = 0;
  friend bool operator==(const Neighbours&, const Neighbours&) = default;
};

/// The text of a `kNeighboursProperty`: two keys as hexadecimal numbers, 0 for none.
std::string neighbours_text(Neighbours neighbours);
/// Nothing if `text` is none.
std::optional<Neighbours> parse_neighbours(const std::string& text);

/// A unit on its way into a memory; one element of each vector for each variant.
struct IncomingUnit {
  TranslationUnit unit;
  std::vector<std::string> match_texts = {};
  std::vector<std::uint64_t> keys = {};  ///< 0: no text
  std::vector<Neighbours> neighbours = {};
};

/// Finds the neighbours of units that come in the order of their documents: the texts of the same
/// language and document that come next before and after. Units without a counterpart count as
/// neighbours. What a `kNeighboursProperty` says takes precedence over what is found; the property
/// is taken out of the unit.
class NeighbourFinder {
 public:
  void push(const TranslationUnit& unit);
  /// No more units: those that wait for their next neighbour have none.
  void finish() { last_.clear(); }
  /// The first unit whose neighbours are known; units come out in the order they came in.
  std::optional<IncomingUnit> pop();

 private:
  struct Last {
    std::string document;
    std::uint64_t key;
    std::size_t unit;  // number of the unit since the begin
    std::size_t variant;
  };

  bool waits(std::size_t unit) const;

  std::deque<IncomingUnit> units_;
  std::size_t popped_ = 0;
  std::unordered_map<std::string, Last> last_;  // by language
};

}  // namespace thalign

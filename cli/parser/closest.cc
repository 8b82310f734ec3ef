// SPDX-License-Identifier: Apache-2.0
#include "cli/parser/closest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace thalign::cli {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Edits that make `b` of `a`, a swap of neighbours counting as one (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

}  // namespace

std::optional<std::string> closest(std::string_view given,
                                   std::span<const std::string> candidates) {
  std::optional<std::string> best;
  std::size_t best_distance = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t edits = distance(given, candidate);
    if (3 * edits > std::max(given.size(), candidate.size()) + 1) continue;
    if (best && edits >= best_distance) continue;
    best = candidate;
    best_distance = edits;
  }
  return best;
}

std::string suggest(std::string_view given, std::span<const std::string> candidates) {
  const std::optional<std::string> name = closest(given, candidates);
  return name ? fmt::format("did you mean '{}'?", *name)
              : fmt::format("give one of: {}", fmt::join(candidates, ", "));
}

}  // namespace thalign::cli

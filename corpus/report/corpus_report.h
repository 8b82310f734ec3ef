// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/translation_unit.h"

namespace thalign {

/// A histogram over equal steps; what lies outside is in the first or last one.
class Histogram {
 public:
  Histogram(double begin, double end, std::size_t steps)
      : begin_(begin), end_(end), counts_(steps) {}

  void add(double value);
  double begin() const { return begin_; }
  double end() const { return end_; }
  const std::vector<std::size_t>& counts() const& { return counts_; }
  const std::vector<std::size_t>& counts() const&& = delete;

 private:
  double begin_, end_;
  std::vector<std::size_t> counts_;
};

/// What a corpus of pairs looks like: lengths, confidence, shapes, sources, and why pairs were
/// refused. Memory does not grow with the pairs, but by the name of each source document.
class CorpusReport {
 public:
  /// Requires: `unit` has two variants.
  void add(const TranslationUnit& unit);
  /// A pair that was left out; its property x-filter says why.
  void add_refused(const TranslationUnit& unit);

  /// Writes a page of HTML that needs no other file: tables, and plots as SVG. `title`: any text.
  void write(std::ostream& out, std::string_view title) const;

 private:
  std::size_t pairs_ = 0, null_source_ = 0, null_target_ = 0, refused_ = 0, flagged_ = 0;
  std::array<std::size_t, 2> characters_ = {};
  std::array<std::string, 2> languages_;
  std::array<Histogram, 2> lengths_ = {Histogram(0, 400, 40), Histogram(0, 400, 40)};
  Histogram ratios_{-1.5, 1.5, 30};  // log of target by source characters
  Histogram confidences_{0, 1, 20};
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shapes_;
  std::map<std::string, std::size_t> sources_, reasons_;
};

}  // namespace thalign

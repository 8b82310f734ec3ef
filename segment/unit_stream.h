// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "segment/srx/srx.h"
#include "text/document.h"
#include "text/language.h"

#pragma GCC visibility push(default)
namespace thalign {

/// A unit of a text that is cut block by block.
struct StreamedUnit {
  std::string_view gap;   ///< white space between the unit before it, or the begin, and this one
  std::string_view text;  ///< never empty, no white space at either edge
  float break_after;      ///< as in `Unit`; infinite after the last unit of the text
};

/// Cuts a text into the units that `segment()` finds, without holding more of it than a window and
/// some lines around it.
///
///     text    ... given away | context | not yet given away | lines ahead | not yet added
///                            ^ begin of the window          ^ up to here units are settled
///
/// What is said of a gap depends on its line and a few lines before and after it; so the units are
/// those of the whole text. A line is never cut: memory grows with the
/// longest line (with SRX rules, the longest paragraph). Time linear in the text.
class UnitStream {
 public:
  using Take = std::function<void(const StreamedUnit&)>;

  static constexpr std::size_t kUsualWindow = std::size_t{1} << 20;

  /// `take` is called for each unit in order; what it gets lives during the call. `window`: bytes
  /// that are cut at a time, at least 1024.
  UnitStream(Language language, Take take, std::vector<SrxRule> rules = {},
             std::size_t window = kUsualWindow);

  /// Adds text. Requires: valid UTF-8, whole characters. Throws `Error` (limit): a line is larger
  /// than 2 GiB, or as `segment()`.
  ///
  /// `joints`: where lines are joined in it, counted from its begin.
  void add(std::string_view text, std::span<const LineJoint> joints = {});
  /// The text ends: gives away all units left.
  void finish();

 private:
  void find_lines(std::size_t from);
  /// Up to where units are settled: begin of a line with enough lines after it.
  std::size_t settled() const;
  void give_away(std::size_t settled, bool last);
  void drop_text();

  Language language_;
  Take take_;
  std::vector<SrxRule> rules_;
  std::size_t window_;

  std::string text_;               // the window
  std::vector<LineJoint> joints_;  // in `text_`
  std::size_t given_ = 0;          // end in `text_` of the last unit given away
  bool starts_document_ = true;
  std::size_t wanted_;  // bytes that have to be settled before the next cut

  std::vector<std::size_t> lines_;  // begins in `text_` of lines that are not blank (with rules: of
                                    // paragraphs)
  std::size_t line_ = 0;            // begin of the line that text is added to
  bool line_is_blank_ = true;
  bool after_blank_line_ = true;
};

}  // namespace thalign
#pragma GCC visibility pop

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The texts of units as content of XLIFF. Not installed.

namespace thalign {

/// Which XLIFF is written.
enum class XliffVersion : std::uint8_t { v1_2, v2_1 };

/// The codes of a unit, numbered from 1 in the order they are found. A code that a later side has
/// too gets the number it has.
class XliffCodes {
 public:
  explicit XliffCodes(XliffVersion version) : version_(version) {}

  /// `markup`, the content of a seg, as that of a source or target: its codes are ph, sc and ec, or
  /// ph, bpt, ept and it with their native texts. `hi` is an mrk. Requires: as
  /// `parse_seg`.
  std::string content(std::string_view markup);
  /// The native texts by number, as content of XML.
  const std::vector<std::string>& native() const& { return native_; }
  const std::vector<std::string>& native() const&& = delete;

 private:
  friend class MarkupToXliff;
  enum class Kind : std::uint8_t { alone, begins, ends };

  std::size_t number(Kind kind, const std::string& native, std::vector<bool>& taken);

  XliffVersion version_;
  std::vector<std::string> native_;
  std::vector<Kind> kinds_;  ///< of the codes
};

}  // namespace thalign

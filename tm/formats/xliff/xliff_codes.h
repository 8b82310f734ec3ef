// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tm/tmx/inline_codes.h"
#include "tm/translation_unit.h"

// Not installed.

namespace thalign {

/// Kinds of the marks that stand for `hi` of TMX, in XLIFF 2.x and 1.2; there a colon and the type
/// may follow.
inline constexpr std::string_view kXliffHighlight = "thalign:hi";
inline constexpr std::string_view kXliff12Highlight = "x-hi";

/// Numbers of the codes of a unit, by their ids: the same ones in source and target. Codes of TMX
/// are paired by them.
class XliffCodeNumbers {
 public:
  void clear() { numbers_.clear(); }
  std::string number(const std::string& id) {
    return std::to_string(numbers_.emplace(id, numbers_.size() + 1).first->second);
  }

 private:
  std::map<std::string, std::size_t> numbers_;
};

/// Builds a text with codes of TMX from the content of a source or target of XLIFF, 1.2 and 2.x.
/// Marks (mrk, sm, em) lose their tags, but those for `hi`. Native text is what XLIFF 1.2 has
/// inside of its codes and 2.x in the data of the unit.
class XliffText {
 public:
  /// The native texts of the unit by their ids, XLIFF 2.x only.
  using Data = std::map<std::string, std::string>;

  /// Begins the content of `side`, which, as the two others, outlives the end. Requires: `finish()`
  /// after the last content.
  void start(Variant& side, const Data& data, XliffCodeNumbers& numbers);
  /// An element of the content. `name` without prefix.
  void begin(std::string_view name, const char** attributes);
  void end();
  void text(std::string_view piece);
  /// Elements that are open inside the content.
  std::size_t depth() const { return open_.size(); }
  void finish() { builder_.finish(); }

 private:
  struct Open {
    std::string code;    ///< element of TMX to end; empty: none
    std::string number;  ///< of the pair to end by an ept; empty: none
    std::string native;  ///< of this ept
  };
  void code(const char* element, const std::string& number, bool has_position, bool begins,
            std::string_view native, bool stays_open);
  void highlight(const std::string& type);
  std::string data(const char** attributes, std::string_view name) const;

  SegBuilder builder_{[](std::string_view, std::string_view) {}};
  std::vector<Open> open_;
  const Data* data_ = nullptr;
  XliffCodeNumbers* numbers_ = nullptr;
};

/// The value of attribute `name`; empty if there is none.
std::string xliff_attribute(const char** attributes, std::string_view name);

}  // namespace thalign

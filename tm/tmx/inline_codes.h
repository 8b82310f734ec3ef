// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/files/xml_parser.h"

// The content of a TMX seg: text with inline codes. Not installed.

namespace thalign {

/// Builds the plain text and the markup of a seg from the events of a parser.
///
/// Plain text is that of `seg` and `hi`; what stands in the codes bpt, ept, it, ph and ut, and in
/// the flows (`sub`) inside them, is not. The markup is valid by the DTD of TMX 1.4, whatever
/// comes: elements it does not allow at their place lose their tags and keep their content, a bpt
/// without its ept (or the other way round) becomes an `it`, and each such repair is reported.
class SegBuilder {
 public:
  /// Reports a repair: its kind, a static text, and the detail.
  using Report = std::function<void(std::string_view, std::string_view)>;

  explicit SegBuilder(Report report) : report_(std::move(report)) {}

  /// Begins a seg, whose content goes to the two strings.
  void start(std::string& text, std::string& markup);
  /// `attributes`: name, value, ..., null.
  void begin(std::string_view name, const char** attributes);
  void end();
  void text(std::string_view piece);
  /// Elements that are open inside the seg.
  std::size_t depth() const { return open_.size(); }
  /// Ends the seg.
  void finish();

 private:
  struct Open {
    std::string_view name;  ///< empty: its tags are left out
    std::size_t code;       ///< in `codes_`, for bpt and ept
  };
  /// A bpt or ept in the markup.
  struct Code {
    bool begins;
    std::string i, other_attributes;
    std::size_t tag = 0, tag_end = 0, end_tag = 0;  ///< bytes of the markup
    bool paired = false;
  };

  bool holds_text() const;
  std::string write_attributes(std::string_view name, const char** attributes);
  void pair_codes();

  Report report_;
  std::string* text_ = nullptr;
  std::string* markup_ = nullptr;
  std::vector<Open> open_;
  std::vector<Code> codes_;
  std::size_t codes_open_ = 0;  ///< open elements whose text is not plain
  bool has_markup_ = false;
};

/// Gives `events` what is in the seg whose content `markup` is, the element seg included. Throws
/// `Error` (format) if it is not well-formed.
void parse_seg(std::string_view markup, XmlEvents& events);

/// The plain text and the normal form of `markup`, the content of a seg. Throws `Error` (format)
/// with `place` if it is not well-formed.
std::pair<std::string, std::string> parse_markup(std::string_view markup, std::string_view place);

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/files/xml_parser.h"
#include "tm/tmx/inline_codes.h"
#include "tm/tmx/tmx_attributes.h"
#include "tm/tmx/tmx_reader.h"

// Not installed.

namespace thalign {

/// Makes translation units of the elements of a TMX file.
///
///     tmx > header > note, prop
///         > body > tu > note, prop
///                     > tuv > note, prop, seg > inline codes
class TmxHandler : public XmlEvents {
 public:
  /// Reports a repair at the place the parser has come to.
  using Report = SegBuilder::Report;
  /// Throws `Error` (format) at the place the parser has come to.
  using Fail = std::function<void(std::string_view message)>;

  TmxHandler(Report report, Fail fail);

  void begin(std::string_view name, const char** attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;
  void unknown_entity(std::string_view name) override;

  /// Units that have ended.
  std::size_t complete_units() const { return units_ - (unit_open_ ? 1 : 0); }
  /// Requires: `number` < `complete_units()`.
  const TranslationUnit& unit(std::size_t number) const { return unit_list_[number]; }
  /// Makes room for new ones; their memory is used again.
  void drop_complete_units();

  TmxHeader header;
  bool in_body = false;
  std::vector<std::pair<std::string, std::size_t>> languages;

 private:
  enum class Place { outside, tmx, header, body, tu, tuv, seg, remark };

  void begin_tmx(std::string_view name, const char** attributes);
  void begin_in_tu(std::string_view name, const char** attributes);
  void begin_tu(const char** attributes);
  void begin_tuv(const char** attributes);
  void begin_seg();
  bool begin_remark(std::string_view name, const char** attributes, Description& about);
  void begin_unknown(std::string_view name);
  void end_tuv();
  void end_tu();

  void count_language(const std::string& tag);
  void check_languages(const TranslationUnit& unit);

  Report report_;
  Fail fail_;
  TmxAttributes attributes_;
  SegBuilder seg_;
  Place place_ = Place::outside;
  Place remark_parent_ = Place::outside;
  std::string* remark_ = nullptr;  ///< where the text of a note or prop goes
  std::size_t ignored_ = 0;        ///< open elements that are left out with their content
  Description header_about_;
  std::vector<TranslationUnit> unit_list_;
  std::size_t units_ = 0;  ///< of `unit_list_`, the open one included; the rest is to use again
  bool unit_open_ = false;
  TranslationUnit* unit_ = nullptr;  ///< the open one, the last of them
  std::size_t variants_ = 0;         ///< of `unit_->variants`; the rest is to use again
  bool has_seg_ = false;
  std::string bare_text_;  ///< of a tuv, outside of its seg
};

}  // namespace thalign

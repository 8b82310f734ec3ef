// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tm/tmx/inline_codes.h"
#include "tm/tmx/tmx_reader.h"

// Not installed.

namespace thalign {

/// What the attributes of the elements of TMX say; repairs are reported. Attributes are name,
/// value,
/// ..., null.
class TmxAttributes {
 public:
  using Report = SegBuilder::Report;

  explicit TmxAttributes(Report report) : report_(std::move(report)) {}

  void read_version(const char** attributes, TmxHeader& header) const;
  void read_header(const char** attributes, TmxHeader& header) const;
  /// Of a tu. What it does not say stays as it is in `unit`.
  void read_unit(const char** attributes, TranslationUnit& unit) const;
  /// Of a tuv. What it does not say stays as it is in `variant`, but the language.
  void read_variant(const char** attributes, Variant& variant) const;
  /// Of a prop, without its text.
  Property read_property(const char** attributes) const;
  /// Of a note, without its text.
  Note read_note(const char** attributes) const;

 private:
  bool read_remark(std::string_view name, const char* value, std::string& language) const;
  bool describe(Description& about, std::string_view name, std::string_view value) const;
  std::optional<Date> date(std::string_view value) const;
  std::string language(std::string_view written) const;

  Report report_;
};

}  // namespace thalign

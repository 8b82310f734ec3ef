// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tm/repair.h"

// Not installed.

namespace thalign {

/// Makes of XML with single bad places what a parser reads, piece by piece, and reports each
/// change:
/// `&` and `<` that begin nothing become references, entities of HTML and unknown ones texts;
/// control characters, also as references, and white space before the XML declaration are left out.
/// Comments, CDATA sections, processing instructions and document types stay as they are, but for
/// control characters. The number of lines stays the same.
class XmlRepair {
 public:
  explicit XmlRepair(RepairCallback on_repair) : on_repair_(std::move(on_repair)) {}

  /// Appends what `piece`, in an encoding that has ASCII in it, becomes; a place that it does not
  /// finish waits for the next. Requires: nothing comes after the piece with `last`.
  void add(std::string_view piece, bool last, std::string& out);

 private:
  enum class State : std::uint8_t { begin, text, tag, comment, cdata, instruction, doctype };

  bool step(std::string_view bytes, std::size_t& at, std::string& out);
  bool read_declaration(std::string_view bytes, std::size_t& at, std::string& out);
  bool read_markup(std::string_view bytes, std::size_t& at, std::string& out);
  bool read_reference(std::string_view bytes, std::size_t& at, std::string& out);
  void read_number(std::string_view bytes, std::size_t& at, std::size_t end, std::string& out);
  void end_markup(std::string_view bytes, std::size_t at);
  void report(std::string_view bytes, std::size_t at, std::string_view kind,
              std::string_view detail = {});

  RepairCallback on_repair_;
  std::string waiting_;
  std::string passed_;  ///< the last two bytes of earlier pieces
  State state_ = State::begin;
  std::size_t brackets_ = 0;  ///< open in the document type
  bool last_ = false;
  std::size_t line_ = 1, column_ = 1;  ///< of `counted_`
  std::size_t counted_ = 0;            ///< bytes of the piece
};

}  // namespace thalign

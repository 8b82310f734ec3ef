// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tm/byte_source.h"
#include "tm/repair.h"
#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

/// What the header of a TMX file says.
struct TmxHeader {
  std::string version;          ///< such as "1.4"
  std::string source_language;  ///< BCP 47 tag; "*all*": any; empty: not said
  std::string datatype = "plaintext";
  std::string segtype = "sentence";
  std::vector<Property> properties;
  std::vector<Note> notes;
};

/// Reads TMX 1.1 to 1.4b, plain or compressed, in UTF-8, UTF-16 or an 8-bit encoding it
/// declares. Lenient where what is meant is clear, and each repair is reported: language codes
/// with `_`, `lang`, missing attributes of the header, dates of ISO 8601, inline codes without
/// partner, units without text in the source language, and so on; nothing is repaired silently.
/// Not well-formed XML is refused with its place, as are entities of one's own. It opens nothing
/// but its source and expands no entity.
///
/// Variants stand in the order of the file. What thalign's writer says of beads (documents,
/// offsets, score, confidence) becomes fields of the unit again; the missing side of its null beads
/// is a missing variant.
class TmxReader : public UnitReader {
 public:
  /// Reads up to the body. `on_repair` is called from here and from `next()`. Throws `Error`: io;
  /// format (no TMX, not well-formed); encoding.
  explicit TmxReader(ByteSource source, RepairCallback on_repair = {});
  ~TmxReader() override;

  /// As `UnitReader::next`. Throws `Error` (format) at the end if the file has no unit at all.
  const TranslationUnit* next() override;

  const TmxHeader& header() const&;
  const TmxHeader& header() const&& = delete;
  /// Language tags of the texts read so far and how many each has, in the order they came first.
  const std::vector<std::pair<std::string, std::size_t>>& languages() const&;
  const std::vector<std::pair<std::string, std::size_t>>& languages() const&& = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace thalign
#pragma GCC visibility pop

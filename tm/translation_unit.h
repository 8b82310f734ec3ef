// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/ranges.h"

#pragma GCC visibility push(default)
namespace thalign {

/// A moment in UTC, to the second.
using Date = std::chrono::sys_seconds;

/// A property of a unit or a variant: TMX `prop`. Types that only one tool knows start with "x-".
struct Property {
  std::string type, text;
  std::string language = {};  ///< BCP 47 tag of `text`; empty: not said
  friend bool operator==(const Property&, const Property&) = default;
};

/// A remark for people: TMX `note`.
struct Note {
  std::string text;
  std::string language = {};  ///< BCP 47 tag of `text`; empty: not said
  friend bool operator==(const Note&, const Note&) = default;
};

/// Another attribute that TMX allows, such as "creationid" or "usagecount".
struct Attribute {
  std::string name, value;
  friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// What is said about a unit, or about one of its variants, beside the text.
struct Description {
  std::optional<Date> created, changed;
  std::vector<Attribute> attributes;  ///< neither dates nor language nor tuid; in the order read
  std::vector<Property> properties;
  std::vector<Note> notes;
  friend bool operator==(const Description&, const Description&) = default;
};

/// The text of a unit in one language.
struct Variant {
  std::string language = {};  ///< BCP 47 tag
  std::string text = {};      ///< plain, without inline codes: what is matched and counted
  std::string markup = {};  ///< `text` with its inline codes, as content of a TMX seg; empty: none

  // Where a text cut out of a document stands, as far as it is known.
  std::string document = {};  ///< name of the document
  std::optional<CodePointRange> offsets = {};
  std::optional<UnitRange> units = {};  ///< may be empty: the place of a missing side
  /// Bytes of `text` where its second and further units begin; ascending.
  std::vector<std::uint32_t> joints = {};

  Description about = {};

  /// A side without text: its counterpart has none.
  bool missing() const { return text.empty() && markup.empty(); }
  friend bool operator==(const Variant&, const Variant&) = default;
};

/// Texts that translate each other, in two or more languages: what all formats of this folder have
/// in common. An aligned bead is one; so is a `tu` of TMX or a line of a Moses pair.
///
/// Formats of two texts take variant 0 as the source and variant 1 as the target. A null bead has
/// both, one of them missing. A text that has offsets is a cut of a document, whose line ends and
/// runs of spaces are layout: formats that hold a text on one line make each one space.
struct TranslationUnit {
  std::string id = {};  ///< TMX tuid; empty: none
  std::vector<Variant> variants = {};
  std::optional<std::uint64_t> bead = {};  ///< 0-based number in its alignment
  std::optional<double> score = {};        ///< nats, as `Bead::score`
  std::optional<double> confidence = {};   ///< 0 to 1
  Description about = {};

  friend bool operator==(const TranslationUnit&, const TranslationUnit&) = default;
};

/// BCP 47 tags of two texts.
struct LanguagePair {
  std::string source, target;
};

/// Reads units one by one; memory does not grow with their number.
class UnitReader {
 public:
  UnitReader() = default;
  UnitReader(const UnitReader&) = delete;
  UnitReader& operator=(const UnitReader&) = delete;
  virtual ~UnitReader() = default;

  /// The next unit, good until the next call; null after the last one. Throws `Error` (io, format,
  /// encoding), after the units before the fault were returned.
  virtual const TranslationUnit* next() = 0;

  /// 1-based number of the line on which the unit that `next` returned last begins; 0 where the
  /// format has no lines to name.
  virtual std::size_t line() const { return 0; }
};

struct WriteStatistics {
  std::size_t written = 0;              ///< units written
  std::size_t null_beads_left_out = 0;  ///< units without text on both sides, not written
  std::size_t characters_dropped = 0;   ///< characters the format can't carry, left out
};

/// Writes units one by one; memory does not grow with their number. The caller checks the stream.
class UnitWriter {
 public:
  UnitWriter() = default;
  UnitWriter(const UnitWriter&) = delete;
  UnitWriter& operator=(const UnitWriter&) = delete;
  virtual ~UnitWriter() = default;

  /// Throws `Error` (format) if the format can't say what it must of `unit`.
  virtual void write(const TranslationUnit& unit) = 0;
  /// Writes what is left and what ends the format; to be called once, after the last unit.
  virtual WriteStatistics finish() = 0;
};

/// Writes all that `reader` has and finishes. Throws as they do.
inline WriteStatistics copy_units(UnitReader& reader, UnitWriter& writer) {
  while (const TranslationUnit* const unit = reader.next()) writer.write(*unit);
  return writer.finish();
}

}  // namespace thalign
#pragma GCC visibility pop

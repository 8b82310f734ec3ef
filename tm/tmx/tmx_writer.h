// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

struct TmxOptions {
  /// Language of the source texts: `srclang` of the header.
  std::string source_language = {};
  /// creationdate of the header. Beyond the years 0 to 9999, which the format can't write, the
  /// nearest date it can. Nothing: the header has no date, so that the same units give the same
  /// bytes on any day.
  std::optional<Date> date = {};
  /// Write null beads too, as translation units with one tuv.
  bool null_beads = false;
  /// Kind of text and of segment, for the header.
  std::string datatype = "plaintext", segtype = "sentence";
  /// Properties and notes of the header.
  std::vector<Property> properties = {};
  std::vector<Note> notes = {};
};

/// Writes TMX 1.4, valid by its DTD: UTF-8 without BOM or DOCTYPE; units without an id get a tuid
/// made of their texts and places, which the reader takes away again; a tuv for each variant that
/// is not missing, in their order; what is known of beads as the properties `x-document-source`,
/// `x-document-target`, `x-source-offsets`, `x-target-offsets` (code points "begin-end", end
/// exclusive), `x-score` and `x-confidence` of the tu. In segs of texts that have offsets, runs of
/// white space become one space (NBSP and other special spaces stay). Characters that XML 1.0
/// forbids are left out and counted; a text of such characters only counts as missing.
///
/// Requires: markup is well-formed and balanced, as `parse_markup` (tm/tmx/inline_codes.h) makes
/// it. Same input, same bytes. Source: https://www.gala-global.org/tmx-14b
std::unique_ptr<UnitWriter> make_tmx_writer(std::ostream& out, const TmxOptions& options);

}  // namespace thalign
#pragma GCC visibility pop

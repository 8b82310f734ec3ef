// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>
#include <string>

#include "tm/translation_unit.h"

// Writers of formats of two texts a unit: variant 0 is the source, variant 1 the target, further
// ones are left alone. What each column means stands in docs/formats.md. The streams must outlive
// the writer. TMX has a header of its own.

namespace thalign {

/// Tab-separated lines, null beads included; the first line names the columns and starts with `#`.
/// Texts on one line; `-` for what is missing or not known.
std::unique_ptr<UnitWriter> make_tsv_writer(std::ostream& out);

/// One JSON object a line, null beads included; texts exact.
std::unique_ptr<UnitWriter> make_jsonl_writer(std::ostream& out);

/// Two texts of as many lines each (Moses, OPUS): line n of one translates line n of the other.
/// Units without text on both sides are left out.
std::unique_ptr<UnitWriter> make_moses_writer(std::ostream& source, std::ostream& target);

/// The text output of hunalign: source, target, confidence between tabs; units of a side joined by
/// " ~~~ ", an empty column for a missing side.
std::unique_ptr<UnitWriter> make_hunalign_writer(std::ostream& out);

/// The ladder of hunalign: on each line the first source unit and the first target unit of a bead
/// and its confidence, in the end the numbers of units. Writing throws `Error` (format) if units
/// have no unit numbers or don't follow each other.
std::unique_ptr<UnitWriter> make_ladder_writer(std::ostream& out);

/// vecalign's lines `[source units]:[target units]:cost`, the cost 1 - confidence. Writing throws
/// `Error` (format) if a side that is there has no unit numbers.
std::unique_ptr<UnitWriter> make_vecalign_writer(std::ostream& out);

/// Bitextor's lines: two URLs (the documents), two texts, confidence; the first line names them.
/// Units without text on both sides are left out.
std::unique_ptr<UnitWriter> make_bitextor_writer(std::ostream& out);

/// CSV for spreadsheets: UTF-8 with a byte order mark, commas, lines end with CR LF; cells that a
/// spreadsheet would take as a formula begin with an apostrophe.
std::unique_ptr<UnitWriter> make_csv_writer(std::ostream& out);

/// XLIFF 2.1: a unit of one segment each; inline codes as `ph`, their native text as original data.
/// Requires: markup is well-formed, as `TmxReader` makes it. `run`: what made the file, a note of
/// each file element; empty: none.
std::unique_ptr<UnitWriter> make_xliff_writer(std::ostream& out, const std::string& source_language,
                                              const std::string& target_language,
                                              const std::string& run = {});

/// XLIFF 1.2: a trans-unit each; inline codes as bpt, ept, it and ph. The rest as of XLIFF 2.1.
std::unique_ptr<UnitWriter> make_xliff12_writer(std::ostream& out,
                                                const std::string& source_language,
                                                const std::string& target_language,
                                                const std::string& run = {});

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "tm/byte_source.h"
#include "tm/formats/read_options.h"
#include "tm/translation_unit.h"

// Readers of formats of two texts a unit, plain or compressed by gzip or zstd, UTF-8. What each
// column means stands in docs/formats.md. Units have two variants, source and target, one of which
// may be missing. What breaks a format is an `Error` (format) that names file, line and column. TMX
// has a header of its own.

namespace thalign {

/// Lines of `make_tsv_writer`, or a table as of CSV, whose cells end where their lines end.
std::unique_ptr<UnitReader> make_tsv_reader(ByteSource source, const UnitReadOptions& options);

/// Lines of `make_jsonl_writer`; of their fields only the texts are required. `languages` goes
/// where an object does not say its own.
std::unique_ptr<UnitReader> make_jsonl_reader(ByteSource source, const UnitReadOptions& options);

/// Two texts of as many lines. Pairs of two blank lines are left out.
std::unique_ptr<UnitReader> make_moses_reader(ByteSource source, ByteSource target,
                                              const LanguagePair& languages);

/// The text output of hunalign. Its quality becomes the property `x-hunalign-quality`.
std::unique_ptr<UnitReader> make_hunalign_reader(ByteSource source, const UnitReadOptions& options);

/// A ladder of hunalign and the sentences it is about, one a line.
std::unique_ptr<UnitReader> make_ladder_reader(ByteSource ladder, ByteSource source_sentences,
                                               ByteSource target_sentences, LanguagePair languages);

/// vecalign's lines and the sentences they are about, one a line. The cost becomes the property
/// `x-vecalign-cost`.
std::unique_ptr<UnitReader> make_vecalign_reader(ByteSource alignment, ByteSource source_sentences,
                                                 ByteSource target_sentences,
                                                 LanguagePair languages);

/// Bitextor's sentence pairs, with or without the line that names the columns; columns beyond the
/// texts become properties `x-bitextor-NAME`.
std::unique_ptr<UnitReader> make_bitextor_reader(ByteSource source, const UnitReadOptions& options);

/// CSV of a spreadsheet, separated by commas, semicolons or tabs, in UTF-8, UTF-16 or, where it is
/// neither, windows-874 or -1252; the columns of the texts are found by their names or by what they
/// hold.
std::unique_ptr<UnitReader> make_csv_reader(ByteSource source, const UnitReadOptions& options);

/// A sheet of a workbook of Excel (XLSX): the first one that shows columns of both texts, or the
/// one that `options.columns` names as "SHEET!SOURCE,TARGET"; further sheets are reported. Texts
/// lose their formatting, numbers and dates are as `shown_number` writes them.
std::unique_ptr<UnitReader> make_xlsx_reader(ByteSource source, const UnitReadOptions& options);

/// PO of gettext. Fuzzy and obsolete messages are left out and counted unless `options.unfinished`;
/// messages without translation always. Contexts become the property `x-po-context`; each plural
/// form gives a unit.
std::unique_ptr<UnitReader> make_po_reader(ByteSource source, const UnitReadOptions& options);

/// XLIFF 1.2 and 2.0 to 2.2: a unit for each segment that has a translation. Inline codes become
/// those of TMX, states the property `x-xliff-state`; what is not translated yet by its state is
/// left out and counted unless `options.unfinished`.
std::unique_ptr<UnitReader> make_xliff_reader(ByteSource source, const UnitReadOptions& options);

/// Text memories of Wordfast: tab-separated lines behind one that begins with `%`.
std::unique_ptr<UnitReader> make_wordfast_reader(ByteSource source, const UnitReadOptions& options);

}  // namespace thalign

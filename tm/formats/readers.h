#pragma once

#include <memory>

#include "tm/byte_source.h"
#include "tm/translation_unit.h"

// Readers of formats of two texts a unit, plain or compressed by gzip, UTF-8. What each column
// means stands in docs/formats.md. Units have two variants, source and target, one of which may be
// missing. What breaks a format is an `Error` (format) that names file, line and column. TMX has a
// header of its own.

namespace thalign {

/// Lines of `make_tsv_writer`, or of two columns, source and target.
std::unique_ptr<UnitReader> make_tsv_reader(ByteSource source, LanguagePair languages);

/// Lines of `make_jsonl_writer`; of their fields only the texts are required. `languages` goes
/// where an object does not say its own.
std::unique_ptr<UnitReader> make_jsonl_reader(ByteSource source, LanguagePair languages);

/// Two texts of as many lines. Pairs of two blank lines are left out.
std::unique_ptr<UnitReader> make_moses_reader(ByteSource source, ByteSource target,
                                              const LanguagePair& languages);

/// The text output of hunalign. Its quality becomes the property `x-hunalign-quality`.
std::unique_ptr<UnitReader> make_hunalign_reader(ByteSource source, LanguagePair languages);

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
std::unique_ptr<UnitReader> make_bitextor_reader(ByteSource source, LanguagePair languages);

/// CSV of a spreadsheet, separated by commas, semicolons or tabs: columns by their names, as
/// `make_csv_writer` writes them, or else source and target.
std::unique_ptr<UnitReader> make_csv_reader(ByteSource source, LanguagePair languages);

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/fixed_spans.h"
#include "tm/translation_unit.h"
#include "tm/unit_marks.h"

// Beads that a person has corrected, and where they stand in their documents.

#pragma GCC visibility push(default)
namespace thalign {

/// What a file of corrections says of itself, in a first line of its own: a JSON object with
/// "thalign":"corrections".
struct CorrectionsHead {
  bool complete = false;  ///< the beads are all of an alignment that was looked at as it stands
  std::string run = {};   ///< what made that alignment
  std::optional<Date> date = {};
  std::optional<double> document_score = {};
  /// Code points at which units begin inside the beads, of source and target.
  std::array<std::vector<std::uint32_t>, 2> cuts = {};
};

/// Reads the head from the first line of a file; nothing if it is another line. Throws `Error`
/// (format) naming `name`: a version that this thalign does not read.
std::optional<CorrectionsHead> parse_corrections_head(std::string_view line,
                                                      const std::string& name);

/// A unit of a file of corrections.
struct Correction {
  std::string place, label;  ///< "FILE:LINE" and "line LINE", for messages
  TranslationUnit unit;
};

/// Reads all units. Throws what `units` throws. `name`: of the file.
std::vector<Correction> read_corrections(UnitReader& units, const std::string& name);

/// What becomes of a text that stands in neither document.
enum class EditedTexts {
  refuse,
  keep,  ///< it takes the place of the text at its offsets or, without any, between its neighbours
};

/// A correction and where it stands.
struct PlacedCorrection {
  FixedSpan span;     ///< bytes of both texts as they came
  std::string state;  ///< what `kCorrection` says; empty: as the aligner made it
  std::array<std::optional<std::string>, 2> texts = {};  ///< edited texts of source and target
  std::optional<double> score = {}, confidence = {};     ///< of a bead as the aligner made it
};

/// Finds each text in its document. Offsets are hints: where a text doesn't stand at its offsets,
/// or has none, it is searched for between those of the lines around it, white space ignored.
///
/// Result: one for each of `corrections`, in their order. Throws `Error` (format) naming the line:
/// a text that its document does not have (see `edited`), beads that overlap or cross.
std::vector<PlacedCorrection> place_corrections(std::span<const Correction> corrections,
                                                const Document& source, const Document& target,
                                                EditedTexts edited);

/// Puts what a person said of a bead into `unit`, which is that bead: edited texts, with the text
/// of the document as `kOriginal`; what was done, as `kCorrection`, in place of marks of the
/// aligner; confidence 1 and no score where the aligner did not make it.
void apply_correction(TranslationUnit& unit, const PlacedCorrection& correction);

}  // namespace thalign
#pragma GCC visibility pop

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/align/align_run.h"
#include "cli/align/aligned_pair.h"
#include "cli/base/messages.h"
#include "cli/output/memory_output.h"
#include "cli/output/unit_output.h"
#include "tm/unit_filter.h"

namespace thalign::cli {

/// The formats that alignments are written in: those of translation units; `html`, the page of
/// review; and `memory`, a translation memory that units are added to.
const std::vector<UnitFormat>& align_formats();

/// Declares the files that an alignment written to `path` makes. `place`: as for `RunFiles`. Throws
/// `UsageError`: bad tags, a file that the run reads or writes already.
void declare_pair_output(RunFiles& files, const AlignSettings& settings, const std::string& path,
                         const std::string& place = "");

/// What the alignments of one pair of texts, or of many, are written to.
class PairOutput {
 public:
  /// `path`: a file, or `-`. The format is the one the settings name, else by the extension of
  /// `path`. Throws `UsageError`: an unknown extension, a ladder without all
  /// beads, an output that the run reads. Throws `Error` (io). Requires: `run` outlives it.
  PairOutput(const AlignRun& run, const std::string& path);

  /// Outputs say that they were made as `head` says, at its date: those of an alignment that was
  /// looked at as a whole. To be called before `write`.
  void set_origin(const CorrectionsHead& head);

  /// Whether the format can hold several documents.
  bool holds_many() const { return format_.many_documents; }

  /// Writes all beads. JSON lines are out when it returns; of a memory some thousand units at a
  /// time are. Throws `Error` (io).
  void write(const AlignedPair& pair);

  /// Ends the format, and gives the files away; reports what was left out. Throws `Error` (io).
  WrittenFiles finish(const Notes& notes);
  /// The same, and puts the files in their places.
  void commit(const Notes& notes);

 private:
  enum class Segtype : std::uint8_t { sentence, paragraph };

  /// `written`: the alignment whose beads are written already, those of one sentence among them;
  /// null: none.
  void write_units(const AlignedPair& pair, const Bitext& bitext, Segtype segtype,
                   const Alignment* written);
  UnitWriter& writer(const Bitext& bitext);
  /// What is said about each unit beside its texts.
  Description description(const Bitext& bitext, Segtype segtype) const;

  /// Gives the unit to the writer or the memory, unless it is to be left out.
  void put(const TranslationUnit& unit, UnitWriter* out);

  std::string path_;
  const UnitFormat& format_;
  std::optional<MemoryOutput> memory_;  ///< null: `output_`
  std::string run_;                     ///< what made the alignment, as outputs have it
  bool sentences_, paragraphs_;         ///< which units are written
  TmxOptions tmx_;
  std::optional<UnitOutput> output_;  ///< null: `memory_`
  std::unique_ptr<UnitWriter> writer_;
  SeenUnits seen_;
  UnitSieve sieve_;
  std::size_t characters_dropped_ = 0;
};

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "text/segmented_text.h"
#include "tm/bitext.h"
#include "tm/translation_unit.h"

namespace thalign::python {

/// A lexicon, and its bytes where they are not the library's own.
class OwnedLexicon {
 public:
  OwnedLexicon() : lexicon_(&Lexicon::shipped()) {}
  /// Reads lexicons or tables of terms, beside the shipped lexicon or without it. Throws `Error`.
  OwnedLexicon(const std::vector<std::string>& paths, bool beside_shipped);
  OwnedLexicon(const OwnedLexicon&) = delete;
  OwnedLexicon& operator=(const OwnedLexicon&) = delete;

  const Lexicon& get() const { return *lexicon_; }

 private:
  std::string packed_;
  std::optional<Lexicon> own_;
  const Lexicon* lexicon_;
};

using Unit = std::shared_ptr<TranslationUnit>;

/// Two texts and their alignment, with the beads as translation units.
class AlignedTexts {
 public:
  /// Aligns two texts. `may_cut`: the Thai one may be cut further. Throws `Error`.
  AlignedTexts(const SegmentedText& source, const SegmentedText& target,
               const OwnedLexicon* lexicon, std::pair<std::string, std::string> tags, bool may_cut,
               bool numbers_lines);

  const SegmentedText& source() const { return source_; }
  const SegmentedText& target() const { return target_; }
  const Alignment& alignment() const { return alignment_; }
  const std::vector<Unit>& beads() const { return beads_; }
  Bitext bitext() const;

 private:
  SegmentedText source_, target_;
  Alignment alignment_;
  std::pair<std::string, std::string> tags_;
  Numbering numbering_;
  std::vector<Unit> beads_;
};

void add_texts(pybind11::module_& module);
void add_alignment(pybind11::module_& module);
void add_units(pybind11::module_& module);
void add_memory(pybind11::module_& module);

}  // namespace thalign::python

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
#include "align/wrapped_pair.h"
#include "segment/srx/srx.h"
#include "segment/wrapping/wrapping.h"
#include "text/document.h"
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

/// How texts are cut.
struct Cutting {
  std::string wrapped;           ///< "auto", "yes" or "no"
  const SrxFile* srx = nullptr;  ///< null: our rules
  bool presegmented = false;     ///< a line is a sentence
};

/// Throws `pybind11::value_error`: `wrapped` is none of the three words.
WrappedLines wrapped_lines(const std::string& wrapped, const Document& document);

/// Two texts and their alignment, with the beads as translation units.
class AlignedTexts {
 public:
  /// Joins the wrapped lines of two texts, segments and aligns them, as `thalign align` does.
  /// Requires: they are of different languages. Throws `Error`.
  AlignedTexts(const Document& source, const Document& target, const OwnedLexicon* lexicon,
               std::pair<std::string, std::string> tags, const Cutting& cutting);

  const SegmentedText& source() const { return texts_.source; }
  const SegmentedText& target() const { return texts_.target; }
  const Alignment& alignment() const { return texts_.alignment; }
  const std::vector<Unit>& beads() const { return beads_; }
  Bitext bitext() const;

 private:
  UnwrappedPair texts_;
  std::pair<std::string, std::string> tags_;
  Numbering numbering_;
  std::vector<Unit> beads_;
};

void add_texts(pybind11::module_& module);
void add_alignment(pybind11::module_& module);
void add_units(pybind11::module_& module);
void add_memory(pybind11::module_& module);

}  // namespace thalign::python

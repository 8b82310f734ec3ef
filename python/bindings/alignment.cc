// SPDX-License-Identifier: Apache-2.0
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <string>
#include <utility>
#include <vector>

#include "align/align.h"
#include "align/explain.h"
#include "align/lexicon/lexicon_file.h"
#include "align/lexicon/lexicon_table.h"
#include "bindings/bindings.h"
#include "segment/segment.h"
#include "text/files/file.h"

namespace thalign::python {
namespace {

namespace py = pybind11;

std::vector<std::pair<std::string, double>> translations(const OwnedLexicon& lexicon,
                                                         const std::string& word,
                                                         Language language) {
  const Lexicon& words = lexicon.get();
  const Language other = language == Language::thai ? Language::english : Language::thai;
  std::vector<std::pair<std::string, double>> result;
  const std::optional<WordId> id = words.find(language, word);
  if (!id) return result;
  for (const Translation& translation : words.translations(language, *id))
    result.emplace_back(words.word(other, translation.word), translation.probability);
  return result;
}

std::vector<std::vector<std::pair<std::string, double>>> explain_beads(
    const AlignedTexts& texts, const OwnedLexicon* lexicon) {
  const Lexicon& words = lexicon == nullptr ? Lexicon::shipped() : lexicon->get();
  std::vector<std::vector<std::pair<std::string, double>>> result;
  for (const Contributions& bead :
       explain(texts.source(), texts.target(), texts.alignment().beads(), words)) {
    auto& terms = result.emplace_back();
    for (const Contribution& term : bead) terms.emplace_back(term.term, term.nats);
  }
  return result;
}

WrappedText wrapped_text(const Document& document, const Cutting& cutting) {
  const WrappedLines lines =
      cutting.presegmented ? WrappedLines::no : wrapped_lines(cutting.wrapped, document);
  return WrappedText{.document = document, .lines = lines};
}

std::vector<SrxRule> srx_rules(const Cutting& cutting, const std::string& tag) {
  return cutting.srx == nullptr ? std::vector<SrxRule>() : cutting.srx->rules(tag);
}

UnwrappedPair align_documents(const Document& source, const Document& target,
                              const Lexicon& lexicon,
                              const std::pair<std::string, std::string>& tags,
                              const Cutting& cutting) {
  WrappedText wrapped_source = wrapped_text(source, cutting);
  WrappedText wrapped_target = wrapped_text(target, cutting);
  const std::vector<SrxRule> source_rules = srx_rules(cutting, tags.first);
  const std::vector<SrxRule> target_rules = srx_rules(cutting, tags.second);
  const bool thai_is_source = source.language() == Language::thai;
  const bool may_cut =
      !cutting.presegmented && (thai_is_source ? source_rules : target_rules).empty();
  const auto segment_side = [&](Document document, PairSide side) {
    if (cutting.presegmented) return presegmented(std::move(document));
    return segment(std::move(document), side == PairSide::source ? source_rules : target_rules);
  };
  const auto align_texts = [&](SegmentedText& source_text, SegmentedText& target_text) {
    const AlignOptions options{.lexicon = lexicon};
    return may_cut ? cut_and_align(source_text, target_text, options)
                   : align(source_text, target_text, options);
  };
  return align_unwrapped(wrapped_source, wrapped_target, segment_side, align_texts);
}

}  // namespace

OwnedLexicon::OwnedLexicon(const std::vector<std::string>& paths, bool beside_shipped) {
  LexiconTable table = beside_shipped ? LexiconTable(Lexicon::shipped()) : LexiconTable();
  for (const std::string& path : paths) add_lexicon_file(table, read_file(path), path);
  packed_ = table.pack();
  lexicon_ = &own_.emplace(packed_, paths.empty() ? "lexicon" : paths.front());
}

AlignedTexts::AlignedTexts(const Document& source, const Document& target,
                           const OwnedLexicon* lexicon, std::pair<std::string, std::string> tags,
                           const Cutting& cutting)
    : texts_(align_documents(
          source, target, lexicon == nullptr ? Lexicon::shipped() : lexicon->get(), tags, cutting)),
      tags_(std::move(tags)),
      numbering_(cutting.presegmented ? Numbering::lines : Numbering::units) {
  BitextReader units(bitext());
  while (const TranslationUnit* const unit = units.next())
    beads_.push_back(std::make_shared<TranslationUnit>(*unit));
}

Bitext AlignedTexts::bitext() const {
  return {.source = source(),
          .target = target(),
          .alignment = alignment(),
          .source_tag = tags_.first,
          .target_tag = tags_.second,
          .numbering = numbering_};
}

void add_alignment(py::module_& module) {
  const py::call_guard<py::gil_scoped_release> without_lock;
  py::class_<OwnedLexicon, std::shared_ptr<OwnedLexicon>>(module, "Lexicon")
      .def(py::init<>())
      .def(py::init<const std::vector<std::string>&, bool>(), without_lock, py::arg("paths"),
           py::arg("beside_shipped"))
      .def(
          "size",
          [](const OwnedLexicon& self, const std::string& tag) {
            return self.get().words(language_of_tag(tag).value());
          },
          py::arg("language"))
      .def(
          "translations",
          [](const OwnedLexicon& self, const std::string& word, const std::string& tag) {
            return translations(self, word, language_of_tag(tag).value());
          },
          py::arg("word"), py::arg("language"));
  py::class_<AlignedTexts, std::shared_ptr<AlignedTexts>>(module, "AlignedTexts")
      .def(py::init([](const Document& source, const Document& target, const OwnedLexicon* lexicon,
                       std::pair<std::string, std::string> tags, const std::string& wrapped,
                       const SrxFile* srx, bool presegmented) {
             return std::make_shared<AlignedTexts>(
                 source, target, lexicon, std::move(tags),
                 Cutting{.wrapped = wrapped, .srx = srx, .presegmented = presegmented});
           }),
           without_lock, py::arg("source"), py::arg("target"), py::arg("lexicon").none(true),
           py::arg("tags"), py::arg("wrapped"), py::arg("srx").none(true), py::arg("presegmented"))
      .def_property_readonly("source",
                             [](const AlignedTexts& self) { return self.source().document(); })
      .def_property_readonly("target",
                             [](const AlignedTexts& self) { return self.target().document(); })
      .def_property_readonly("beads", &AlignedTexts::beads)
      .def_property_readonly(
          "document_score",
          [](const AlignedTexts& self) { return self.alignment().document_score(); })
      .def_property_readonly(
          "tokens", [](const AlignedTexts& self) { return self.alignment().statistics().tokens; })
      .def("explain", explain_beads, without_lock, py::arg("lexicon").none(true));
}

}  // namespace thalign::python

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

}  // namespace

OwnedLexicon::OwnedLexicon(const std::vector<std::string>& paths, bool beside_shipped) {
  LexiconTable table = beside_shipped ? LexiconTable(Lexicon::shipped()) : LexiconTable();
  for (const std::string& path : paths) add_lexicon_file(table, read_file(path), path);
  packed_ = table.pack();
  lexicon_ = &own_.emplace(packed_, paths.empty() ? "lexicon" : paths.front());
}

AlignedTexts::AlignedTexts(const SegmentedText& source, const SegmentedText& target,
                           const OwnedLexicon* lexicon, std::pair<std::string, std::string> tags,
                           bool may_cut, bool numbers_lines)
    : source_(source),
      target_(target),
      alignment_([&] {
        const AlignOptions options{.lexicon =
                                       lexicon == nullptr ? Lexicon::shipped() : lexicon->get()};
        return may_cut ? cut_and_align(source_, target_, options)
                       : align(source_, target_, options);
      }()),
      tags_(std::move(tags)),
      numbering_(numbers_lines ? Numbering::lines : Numbering::units) {
  BitextReader units(bitext());
  while (const TranslationUnit* const unit = units.next())
    beads_.push_back(std::make_shared<TranslationUnit>(*unit));
}

Bitext AlignedTexts::bitext() const {
  return {.source = source_,
          .target = target_,
          .alignment = alignment_,
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
      .def(py::init<const SegmentedText&, const SegmentedText&, const OwnedLexicon*,
                    std::pair<std::string, std::string>, bool, bool>(),
           without_lock, py::arg("source"), py::arg("target"), py::arg("lexicon").none(true),
           py::arg("tags"), py::arg("may_cut"), py::arg("numbers_lines"))
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

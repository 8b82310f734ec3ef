// SPDX-License-Identifier: Apache-2.0
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "bindings/bindings.h"
#include "document/document_reader.h"
#include "segment/segment.h"
#include "segment/srx/srx.h"
#include "segment/wrapping/wrapping.h"
#include "text/document.h"
#include "text/error.h"
#include "text/language.h"
#include "text/unicode/code_points.h"

namespace thalign::python {
namespace {

namespace py = pybind11;

/// The bytes of a document of any format as plain text; `format` may be empty: recognised.
Document read_document(const std::string& bytes, const std::string& name, const std::string& format,
                       DecodeOptions options, bool whole_page) {
  options.name = name;
  DocumentFormat kind = DocumentFormat::text;
  if (format.empty()) {
    kind = recognise_document_format(bytes, name);
  } else {
    bool known = false;
    for (const DocumentFormatEntry& entry : document_formats()) {
      if (entry.name != format) continue;
      kind = entry.format;
      known = true;
    }
    if (!known) throw py::value_error("unknown document format '" + format + "'");
  }
  if (kind == DocumentFormat::text) return Document::from_bytes(bytes, std::move(options));
  const StructuredDocument document =
      read_structured_document(bytes, kind,
                               {.name = name,
                                .encoding = options.encoding,
                                .replace_invalid = options.replace_invalid,
                                .whole_page = whole_page});
  options.encoding = "UTF-8";
  options.whole_lines = true;
  return Document::from_bytes(std::string(document.text()), std::move(options));
}

std::optional<Language> language_of(const std::optional<std::string>& tag) {
  if (!tag) return std::nullopt;
  const std::optional<Language> language = language_of_tag(*tag);
  if (!language) throw py::value_error("'" + *tag + "' is neither Thai (th) nor English (en)");
  return language;
}

SegmentedText segment_document(const Document& document, const std::string& wrapped,
                               const SrxFile* srx, const std::string& tag) {
  const Wrapping wrapping = find_wrapping(document.text(), wrapped_lines(wrapped, document));
  const std::vector<SrxRule> rules = srx == nullptr ? std::vector<SrxRule>() : srx->rules(tag);
  return segment(unwrapped(document, wrapping), rules);
}

/// Text, begin and end in code points of the text as it came, probability that a sentence ends.
using Sentence = std::tuple<std::string, std::uint32_t, std::uint32_t, double>;

std::vector<Sentence> sentences(const SegmentedText& text, double threshold) {
  const float log_odds = threshold <= 0.0
                             ? -std::numeric_limits<float>::infinity()
                             : static_cast<float>(std::log(threshold / (1.0 - threshold)));
  const CodePointIndex index(text.document().original_text());
  std::vector<Sentence> result;
  for (const UnitRange units : best_sentences(text, log_odds)) {
    const CodePointRange range = index.code_points(text.document().original(text.bytes(units)));
    const bool last = units.end == text.units().size();
    const double odds = last ? std::numeric_limits<double>::infinity()
                             : double{text.units()[units.end - 1].break_after};
    result.emplace_back(std::string(text.text(units)), range.begin, range.end,
                        1.0 / (1.0 + std::exp(-odds)));
  }
  return result;
}

}  // namespace

WrappedLines wrapped_lines(const std::string& wrapped, const Document& document) {
  if (wrapped == "yes") return WrappedLines::yes;
  if (wrapped == "no" || (wrapped == "auto" && document.whole_lines())) return WrappedLines::no;
  if (wrapped != "auto") throw py::value_error("wrapped must be 'auto', 'yes' or 'no'");
  return WrappedLines::recognise;
}

void add_texts(py::module_& module) {
  const py::call_guard<py::gil_scoped_release> without_lock;
  py::class_<Document>(module, "Document")
      .def_property_readonly("text", [](const Document& self) { return std::string(self.text()); })
      .def_property_readonly("name", [](const Document& self) { return self.name(); })
      .def_property_readonly("encoding", [](const Document& self) { return self.encoding(); })
      .def_property_readonly(
          "language",
          [](const Document& self) { return std::string(language_tag(self.language())); })
      .def_property_readonly("replaced", &Document::replaced);
  module.def(
      "read_document",
      [](const py::bytes& bytes, const std::string& name, const std::string& format,
         const std::string& encoding, const std::optional<std::string>& language,
         bool replace_invalid, bool whole_page) {
        const std::string copy = bytes;
        DecodeOptions options{.encoding = encoding,
                              .language = language_of(language),
                              .replace_invalid = replace_invalid};
        const py::gil_scoped_release release;
        return read_document(copy, name, format, std::move(options), whole_page);
      },
      py::arg("bytes"), py::arg("name"), py::arg("format"), py::arg("encoding"),
      py::arg("language"), py::arg("replace_invalid"), py::arg("whole_page"));

  py::class_<SrxFile>(module, "SrxRules")
      .def(py::init([](const py::bytes& bytes, const std::string& name) {
        return SrxFile::parse(std::string(bytes), name);
      }));
  py::class_<SegmentedText>(module, "SegmentedText")
      .def_property_readonly("document", [](const SegmentedText& self) { return self.document(); })
      .def("sentences", sentences, without_lock, py::arg("threshold"));
  module.def("segment", segment_document, without_lock, py::arg("document"), py::arg("wrapped"),
             py::arg("srx").none(true), py::arg("tag"));
}

}  // namespace thalign::python

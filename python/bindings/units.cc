// SPDX-License-Identifier: Apache-2.0
#include <pybind11/chrono.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings/bindings.h"
#include "text/error.h"
#include "tm/formats/unit_formats.h"
#include "tm/unit_filter.h"
#include "tm/unit_marks.h"

namespace thalign::python {
namespace {

namespace py = pybind11;

template <typename Tag>
std::optional<std::pair<std::uint32_t, std::uint32_t>> as_pair(
    const std::optional<Range<Tag>>& range) {
  if (!range) return std::nullopt;
  return std::pair{range->begin, range->end};
}

std::optional<std::int64_t> seconds(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return date->time_since_epoch().count();
}

std::optional<Date> date(const std::optional<std::int64_t>& seconds) {
  if (!seconds) return std::nullopt;
  return Date(std::chrono::seconds(*seconds));
}

std::vector<std::pair<std::string, std::string>> properties(const Description& about) {
  std::vector<std::pair<std::string, std::string>> result;
  for (const Property& property : about.properties)
    result.emplace_back(property.type, property.text);
  return result;
}

void set_properties(Description& about,
                    const std::vector<std::pair<std::string, std::string>>& given) {
  about.properties.clear();
  for (const auto& [type, text] : given) about.properties.push_back({type, text});
}

const UnitFormat& known_format(const std::string& name) {
  const UnitFormat* const format = format_of_name(name);
  if (format == nullptr) throw py::value_error("unknown format '" + name + "'");
  return *format;
}

/// A reader for Python: an iterator of units.
class Reader {
 public:
  Reader(const std::string& path, const std::string& format,
         const std::optional<std::string>& second,
         const std::optional<std::pair<std::string, std::string>>& sentences,
         std::pair<std::string, std::string> languages) {
    UnitReadOptions options{.languages = {std::move(languages.first), std::move(languages.second)},
                            .on_repair = [this](const Repair& repair) {
                              repairs_.emplace_back(std::string(repair.kind), repair.detail,
                                                    repair.line, repair.column);
                            }};
    if (format.empty()) {
      units_ = open_units(path, options);
      return;
    }
    const UnitFormat& known = known_format(format);
    if (known.read == nullptr) throw py::value_error("format '" + format + "' can only be written");
    if (known.two_files && !second)
      throw py::value_error("format '" + format + "' is two files; give the other as second");
    if (known.sentence_numbers && !sentences)
      throw py::value_error("format '" + format +
                            "' has no texts; give the two files as sentences");
    UnitSources sources{ByteSource(path)};
    if (second) sources.second.emplace(*second);
    if (sentences) {
      sources.source_sentences.emplace(sentences->first);
      sources.target_sentences.emplace(sentences->second);
    }
    units_ = known.read(std::move(sources), options);
  }

  Unit next() {
    const TranslationUnit* const unit = [&] {
      const py::gil_scoped_release release;
      return units_->next();
    }();
    if (unit == nullptr) throw py::stop_iteration();
    return std::make_shared<TranslationUnit>(*unit);
  }

  using Repairs = std::vector<std::tuple<std::string, std::string, std::size_t, std::size_t>>;
  const Repairs& repairs() const { return repairs_; }

 private:
  Repairs repairs_;
  std::unique_ptr<UnitReader> units_;
};

/// The units of any iterable of Python. The lock is held.
class IterableUnits : public UnitReader {
 public:
  /// `date`: of beads, as the program writes them; other units keep theirs.
  IterableUnits(const py::iterable& units, std::optional<Date> date)
      : next_(py::iter(units)), date_(date) {}

  const TranslationUnit* next() override {
    if (next_ == py::iterator::sentinel()) return nullptr;
    unit_ = next_->cast<Unit>();
    ++next_;
    if (!date_ || !unit_->bead || unit_->about.created) return unit_.get();
    dated_ = *unit_;
    dated_.about.created = date_;
    return &dated_;
  }

 private:
  py::iterator next_;
  std::optional<Date> date_;
  Unit unit_;
  TranslationUnit dated_;
};

struct WriteCounts {
  std::size_t written, null_beads_left_out, untranslated, unsure;
};

/// Opens a file that takes its place when all is written.
class NewFile {
 public:
  explicit NewFile(std::string path)
      : path_(std::move(path)), part_(path_ + ".part"), out_(part_, std::ios::binary) {
    if (!out_) fail("can't be written");
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    std::error_code ignored;
    if (!part_.empty()) std::filesystem::remove(part_, ignored);
  }
  std::ostream& stream() { return out_; }
  void commit() {
    out_.close();
    if (!out_) fail("can't be written; is there room?");
    std::error_code error;
    std::filesystem::rename(part_, path_, error);
    if (error) fail(error.message());
    part_.clear();
  }

 private:
  [[noreturn]] void fail(const std::string& why) const { throw Error(ErrorCode::io, path_, why); }
  std::string path_, part_;
  std::ofstream out_;
};

WriteCounts write(UnitReader& units, const std::vector<std::string>& paths,
                  const std::string& format_name, const UnitWriteOptions& options,
                  bool untranslated, double min_confidence) {
  const UnitFormat& format = known_format(format_name);
  if (format.write == nullptr)
    throw py::value_error("format '" + format_name + "' can only be read");
  if (paths.size() != (format.two_files ? 2U : 1U))
    throw py::value_error("format '" + format_name + "' is " +
                          (format.two_files ? "two files" : "one file"));
  UnitFilter filter(units, {.min_confidence = min_confidence,
                            .untranslated = untranslated || !format.for_translations});
  std::vector<std::unique_ptr<NewFile>> files;
  for (const std::string& path : paths) files.push_back(std::make_unique<NewFile>(path));
  const auto writer = format.write(
      {files.front()->stream(), files.size() == 2 ? &files.back()->stream() : nullptr}, options);
  const WriteStatistics statistics = copy_units(filter, *writer);
  for (const auto& file : files) file->commit();
  return {statistics.written, statistics.null_beads_left_out, filter.counts().untranslated,
          filter.counts().unsure};
}

std::vector<std::tuple<std::string, std::string, bool, bool, bool, bool>> formats() {
  std::vector<std::tuple<std::string, std::string, bool, bool, bool, bool>> result;
  for (const UnitFormat& format : unit_formats()) {
    result.emplace_back(std::string(format.name), std::string(format.extension),
                        format.read != nullptr, format.write != nullptr, format.two_files,
                        format.sentence_numbers);
  }
  return result;
}

void add_variant(py::module_& module) {
  py::class_<Variant, std::shared_ptr<Variant>>(module, "Variant")
      .def(py::init([](const std::string& language, const std::string& text) {
             return Variant{.language = language, .text = text};
           }),
           py::arg("language"), py::arg("text"))
      .def_readwrite("language", &Variant::language)
      .def_readwrite("text", &Variant::text)
      .def_readwrite("markup", &Variant::markup)
      .def_readwrite("document", &Variant::document)
      .def_property_readonly("span", [](const Variant& self) { return as_pair(self.offsets); })
      .def_property_readonly("units", [](const Variant& self) { return as_pair(self.units); })
      .def_property(
          "properties", [](const Variant& self) { return properties(self.about); },
          [](Variant& self, const std::vector<std::pair<std::string, std::string>>& given) {
            set_properties(self.about, given);
          });
}

std::string text_of(const TranslationUnit& unit, std::size_t variant) {
  return variant < unit.variants.size() ? unit.variants[variant].text : std::string();
}

template <std::size_t kVariant>
void add_side(py::class_<TranslationUnit, Unit>& unit, const std::string& side) {
  unit.def_property_readonly(side.c_str(),
                             [](const TranslationUnit& self) { return text_of(self, kVariant); });
  unit.def_property_readonly(
      (side + "_span").c_str(),
      [](const TranslationUnit& self) -> std::optional<std::pair<std::uint32_t, std::uint32_t>> {
        if (kVariant >= self.variants.size()) return std::nullopt;
        return as_pair(self.variants[kVariant].offsets);
      });
  unit.def_property_readonly(
      (side + "_units").c_str(),
      [](const TranslationUnit& self) -> std::optional<std::pair<std::uint32_t, std::uint32_t>> {
        if (kVariant >= self.variants.size()) return std::nullopt;
        return as_pair(self.variants[kVariant].units);
      });
}

}  // namespace

void add_units(py::module_& module) {
  add_variant(module);
  py::class_<TranslationUnit, Unit> unit(module, "TranslationUnit");
  unit.def(py::init([](std::vector<Variant> variants) {
             return TranslationUnit{.variants = std::move(variants)};
           }),
           py::arg("variants"))
      .def_readwrite("id", &TranslationUnit::id)
      .def_readwrite("variants", &TranslationUnit::variants)
      .def_readonly("bead", &TranslationUnit::bead)
      .def_readwrite("score", &TranslationUnit::score)
      .def_readwrite("confidence", &TranslationUnit::confidence)
      .def_property_readonly("flag",
                             [](const TranslationUnit& self) { return std::string(flag_of(self)); })
      .def_property_readonly(
          "created", [](const TranslationUnit& self) { return seconds(self.about.created); })
      .def_property_readonly(
          "changed", [](const TranslationUnit& self) { return seconds(self.about.changed); })
      .def_property(
          "properties", [](const TranslationUnit& self) { return properties(self.about); },
          [](TranslationUnit& self, const std::vector<std::pair<std::string, std::string>>& given) {
            set_properties(self.about, given);
          })
      .def("__eq__",
           [](const TranslationUnit& self, const TranslationUnit& other) { return self == other; });
  add_side<0>(unit, "source");
  add_side<1>(unit, "target");

  py::class_<Reader>(module, "UnitReader")
      .def(py::init<const std::string&, const std::string&, const std::optional<std::string>&,
                    const std::optional<std::pair<std::string, std::string>>&,
                    std::pair<std::string, std::string>>(),
           py::arg("path"), py::arg("format"), py::arg("second"), py::arg("sentences"),
           py::arg("languages"))
      .def("__iter__", [](Reader& self) -> Reader& { return self; })
      .def("__next__", &Reader::next)
      .def_property_readonly("repairs", &Reader::repairs);
  py::class_<WriteCounts>(module, "WriteCounts")
      .def_readonly("written", &WriteCounts::written)
      .def_readonly("null_beads_left_out", &WriteCounts::null_beads_left_out)
      .def_readonly("untranslated_left_out", &WriteCounts::untranslated)
      .def_readonly("unsure_left_out", &WriteCounts::unsure);
  module.def("formats", formats);
  module.def(
      "write_units",
      [](const py::iterable& units, const std::vector<std::string>& paths,
         const std::string& format, const std::pair<std::string, std::string>& languages,
         std::int64_t created, bool null_beads, bool untranslated, double min_confidence,
         const std::vector<std::pair<std::string, std::string>>& given) {
        UnitWriteOptions options{.target_language = languages.second,
                                 .tmx = {.source_language = languages.first,
                                         .date = *date(created),
                                         .null_beads = null_beads}};
        for (const auto& [type, text] : given) options.tmx.properties.push_back({type, text});
        IterableUnits reader(units, known_format(format).has_header ? date(created) : std::nullopt);
        return write(reader, paths, format, options, untranslated, min_confidence);
      },
      py::arg("units"), py::arg("paths"), py::arg("format"), py::arg("languages"),
      py::arg("created"), py::arg("null_beads"), py::arg("untranslated"), py::arg("min_confidence"),
      py::arg("properties"));
}

}  // namespace thalign::python

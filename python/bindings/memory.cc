// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory.h"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings/bindings.h"
#include "tm/memory/memory_filter.h"
#include "tm/memory/memory_search.h"

namespace thalign::python {
namespace {

namespace py = pybind11;

/// A memory and what looks into it, which wants the memory to stay where it is.
class SearchedMemory {
 public:
  SearchedMemory(const std::string& path, Memory::Access access)
      : memory_(path, access), search_(memory_) {}

  Memory& memory() { return memory_; }
  const MemorySearch& search() const { return search_; }

 private:
  Memory memory_;
  MemorySearch search_;
};

/// Number, unit, variant that is alike, score in percent or places in code points.
using Found = std::tuple<UnitNumber, Unit, std::size_t, int>;

std::vector<Found> matches(const SearchedMemory& self, const std::string& text,
                           const MatchOptions& options) {
  std::vector<Found> result;
  for (Match& match : self.search().matches(text, options)) {
    result.emplace_back(match.number, std::make_shared<TranslationUnit>(std::move(match.unit)),
                        match.variant, match.score);
  }
  return result;
}

std::vector<std::pair<UnitNumber, Unit>> units(SearchedMemory& self) {
  std::vector<std::pair<UnitNumber, Unit>> result;
  self.memory().visit(MemoryFilter(), [&](UnitNumber number, const TranslationUnit& unit) {
    result.emplace_back(number, std::make_shared<TranslationUnit>(unit));
    return true;
  });
  return result;
}

ImportCounts add(SearchedMemory& self, const py::iterable& units, std::int64_t now) {
  MemoryWriter writer(self.memory(), Date(std::chrono::seconds(now)));
  for (const py::handle unit : units) writer.add(*unit.cast<Unit>());
  const py::gil_scoped_release release;
  return writer.finish();
}

}  // namespace

void add_memory(py::module_& module) {
  const py::call_guard<py::gil_scoped_release> without_lock;
  py::class_<ImportCounts>(module, "ImportCounts")
      .def_readonly("read", &ImportCounts::read)
      .def_readonly("stored", &ImportCounts::stored)
      .def_readonly("updated", &ImportCounts::updated)
      .def_readonly("present", &ImportCounts::present)
      .def_readonly("left_out", &ImportCounts::left_out);
  py::class_<SearchedMemory>(module, "Memory")
      .def(py::init([](const std::string& path, const std::string& mode) {
             const auto access = mode == "r"   ? Memory::Access::read
                                 : mode == "w" ? Memory::Access::write
                                               : Memory::Access::create;
             return std::make_unique<SearchedMemory>(path, access);
           }),
           py::arg("path"), py::arg("mode"))
      .def("add", add, py::arg("units"), py::arg("now"))
      .def("units", units, without_lock)
      .def(
          "unit",
          [](SearchedMemory& self, UnitNumber number) { return self.memory().unit(number); },
          without_lock, py::arg("number"))
      .def(
          "remove",
          [](SearchedMemory& self, std::vector<std::int64_t> numbers) {
            return self.memory().remove(MemoryFilter({.units = std::move(numbers)}));
          },
          without_lock, py::arg("numbers"))
      .def(
          "dedupe",
          [](SearchedMemory& self, bool folded) {
            return self.memory().dedupe(folded ? Sameness::folded : Sameness::text);
          },
          without_lock, py::arg("folded"))
      .def(
          "matches",
          [](const SearchedMemory& self, const std::string& text, const std::string& from,
             const std::string& to, int threshold, std::size_t limit,
             std::optional<std::string> before, std::optional<std::string> after) {
            return matches(self, text,
                           {.from = from,
                            .to = to,
                            .threshold = threshold,
                            .limit = limit,
                            .before = std::move(before),
                            .after = std::move(after)});
          },
          without_lock, py::arg("text"), py::arg("source_language"), py::arg("target_language"),
          py::arg("threshold"), py::arg("limit"), py::arg("before"), py::arg("after"))
      .def(
          "search",
          [](const SearchedMemory& self, const std::string& text, const std::string& language,
             std::size_t limit) {
            std::vector<Found> result;
            for (Occurrence& found :
                 self.search().occurrences(text, {.language = language, .limit = limit})) {
              result.emplace_back(found.number,
                                  std::make_shared<TranslationUnit>(std::move(found.unit)),
                                  found.variant, 0);
            }
            return result;
          },
          without_lock, py::arg("text"), py::arg("language"), py::arg("limit"))
      .def(
          "counts",
          [](SearchedMemory& self) {
            const MemoryStatistics statistics = self.memory().statistics();
            return std::tuple{statistics.units, statistics.variants, statistics.documents};
          },
          without_lock);
}

}  // namespace thalign::python

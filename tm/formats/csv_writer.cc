// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/csv.h"
#include "tm/formats/writers.h"
#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

class CsvWriter : public RecordWriter {
 public:
  explicit CsvWriter(std::ostream& out) : RecordWriter(out) {
    output().append("\xEF\xBB\xBF");
    for (const std::string_view name : kCsvColumns) write_cell(name);
    end_line();
  }

 private:
  void write_record(const TranslationUnit& unit) override {
    static const Variant none;
    const auto side = [&](std::size_t i) -> const Variant& {
      return i < unit.variants.size() ? unit.variants[i] : none;
    };
    write_text(side(0));
    write_text(side(1));
    write_cell(side(0).language);
    write_cell(side(1).language);
    write_cell(unit.confidence ? decimal(unit.confidence) : "");
    write_cell(valid_utf8(side(0).document));
    write_cell(valid_utf8(side(1).document));
    write_cell(unit.id);
    std::string notes;
    for (const Note& note : unit.about.notes) notes += (notes.empty() ? "" : "\n") + note.text;
    write_cell(notes);
    write_cell(flag_of(unit));
    end_line();
  }

  void write_text(const Variant& side) {
    write_cell(side.offsets ? single_line(side.text) : side.text);
  }

  void write_cell(std::string_view text) {
    if (!first_) output().append(",");
    first_ = false;
    std::string cell(needs_apostrophe(text) ? "'" : "");
    cell += text;
    if (cell.find_first_of("\",;\t\r\n") == std::string::npos) return output().append(cell);
    output().append("\"");
    for (const char c : cell) output().append(c == '"' ? "\"\"" : std::string_view(&c, 1));
    output().append("\"");
  }

  void end_line() {
    output().append("\r\n");
    first_ = true;
  }

  bool first_ = true;  ///< the next cell is the first of its line
};

}  // namespace

std::unique_ptr<UnitWriter> make_csv_writer(std::ostream& out) {
  return std::make_unique<CsvWriter>(out);
}

}  // namespace thalign

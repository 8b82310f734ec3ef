// SPDX-License-Identifier: Apache-2.0
// A reader of pairs, compiled once for each of their formats (THALIGN_FUZZED_FORMAT): any bytes are
// read or refused; what is read can be written in all formats. Of workbooks the bytes are each of
// the parts that hold texts.
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include "tests/fuzz/units_fuzzer.h"
#include "tests/text/files/zip_builder.h"
#include "tm/formats/readers.h"
#include "tm/formats/unit_formats.h"
#include "tm/formats/writers.h"
#include "tm/tmx/tmx_writer.h"

namespace {

using namespace thalign;

const LanguagePair languages{"th", "en"};

std::unique_ptr<UnitReader> make_reader(ByteSource bytes, ByteSource source, ByteSource target) {
  const UnitFormat& format = *format_of_name(THALIGN_FUZZED_FORMAT);
  UnitSources sources{.units = std::move(bytes)};
  if (format.two_files) {
    sources.second = std::move(source);
  } else {
    sources.source_sentences = std::move(source);
    sources.target_sentences = std::move(target);
  }
  return format.read(std::move(sources), {.languages = languages});
}

std::string file_of(std::string bytes) {
  if (std::string_view(THALIGN_FUZZED_FORMAT) != "xlsx") return bytes;
  return zip_of({{"xl/workbook.xml",
                  "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
                  "xmlns:r='r'><sheet name='S' r:id='s'/></workbook>"},
                 {"xl/_rels/workbook.xml.rels",
                  "<R><Relationship Id='s' Type='/worksheet' Target='s.xml'/>"
                  "<Relationship Id='t' Type='/sharedStrings' Target='t.xml'/>"
                  "<Relationship Id='u' Type='/styles' Target='u.xml'/></R>"},
                 {"xl/s.xml", bytes},
                 {"xl/t.xml", bytes},
                 {"xl/u.xml", bytes}});
}

void write_all(const std::vector<TranslationUnit>& units) {
  std::ostringstream out;
  for (const auto make : {make_tsv_writer, make_jsonl_writer, make_hunalign_writer,
                          make_bitextor_writer, make_csv_writer}) {
    const auto writer = make(out);
    for (const TranslationUnit& unit : units) writer->write(unit);
    writer->finish();
  }
  const auto tmx = make_tmx_writer(out, {.source_language = "th"});
  const auto xliff = make_xliff_writer(out, "th", "en");
  const auto xliff12 = make_xliff12_writer(out, "th", "en");
  for (const TranslationUnit& unit : units) {
    tmx->write(unit);
    xliff->write(unit);
    xliff12->write(unit);
  }
  tmx->finish();
  xliff->finish();
  xliff12->finish();
}

/// JSON lines keep every text.
void check_jsonl(const std::vector<TranslationUnit>& units) {
  std::stringstream jsonl;
  const auto writer = make_jsonl_writer(jsonl);
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  const auto again = read_units(*make_jsonl_reader({jsonl, "again"}, {.languages = languages}));
  require(again.size() == units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    require(again[i].variants[0].text == units[i].variants[0].text);
    require(again[i].variants[1].text == units[i].variants[1].text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(file_of(std::string(reinterpret_cast<const char*>(data), size)));
  std::istringstream source("s0\ns1\ns2\ns3\n");
  std::istringstream target("t0\nt1\nt2\n");
  std::vector<TranslationUnit> units;
  try {
    units = read_units(*make_reader({in, "fuzz"}, {source, "source"}, {target, "target"}));
  } catch (const Error&) {
    return 0;
  }
  write_all(units);
  check_jsonl(units);
  return 0;
}

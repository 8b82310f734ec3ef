// A reader of lines, compiled once for each of their formats (THALIGN_FUZZED_FORMAT): any bytes are
// read or refused; what is read can be written in all formats.
#include <memory>
#include <sstream>
#include <string_view>

#include "tests/fuzz/units_fuzzer.h"
#include "tm/formats/readers.h"
#include "tm/formats/writers.h"
#include "tm/tmx/tmx_writer.h"

namespace {

using namespace thalign;

const LanguagePair languages{"th", "en"};

std::unique_ptr<UnitReader> make_reader(ByteSource bytes, ByteSource source, ByteSource target) {
  constexpr std::string_view format = THALIGN_FUZZED_FORMAT;
  if (format == "bitextor") return make_bitextor_reader(std::move(bytes), languages);
  if (format == "csv") return make_csv_reader(std::move(bytes), languages);
  if (format == "hunalign") return make_hunalign_reader(std::move(bytes), languages);
  if (format == "jsonl") return make_jsonl_reader(std::move(bytes), languages);
  if (format == "moses") return make_moses_reader(std::move(bytes), std::move(source), languages);
  if (format == "tsv") return make_tsv_reader(std::move(bytes), languages);
  const auto make = format == "ladder" ? make_ladder_reader : make_vecalign_reader;
  return make(std::move(bytes), std::move(source), std::move(target), languages);
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
  for (const TranslationUnit& unit : units) {
    tmx->write(unit);
    xliff->write(unit);
  }
  tmx->finish();
  xliff->finish();
}

/// JSON lines keep every text.
void check_jsonl(const std::vector<TranslationUnit>& units) {
  std::stringstream jsonl;
  const auto writer = make_jsonl_writer(jsonl);
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  const auto again = read_units(*make_jsonl_reader({jsonl, "again"}, languages));
  require(again.size() == units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    require(again[i].variants[0].text == units[i].variants[0].text);
    require(again[i].variants[1].text == units[i].variants[1].text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
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

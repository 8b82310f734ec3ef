// The readers of lines: the first byte chooses the format, any further bytes are read or refused;
// what is read can be written in all formats.
#include <array>
#include <memory>
#include <sstream>

#include "tests/fuzz/units_fuzzer.h"
#include "tm/readers.h"
#include "tm/tmx_writer.h"
#include "tm/writers.h"

namespace {

using namespace thalign;

const LanguagePair languages{"th", "en"};

std::unique_ptr<UnitReader> make_reader(std::uint8_t format, std::istream& in, std::istream& source,
                                        std::istream& target) {
  ByteSource bytes(in, "fuzz");
  switch (format % 8) {
    case 0:
      return make_tsv_reader(std::move(bytes), languages);
    case 1:
      return make_jsonl_reader(std::move(bytes), languages);
    case 2:
      return make_hunalign_reader(std::move(bytes), languages);
    case 3:
      return make_bitextor_reader(std::move(bytes), languages);
    case 4:
      return make_csv_reader(std::move(bytes), languages);
    case 5:
      return make_moses_reader(std::move(bytes), {source, "source"}, languages);
    case 6:
      return make_ladder_reader(std::move(bytes), {source, "source"}, {target, "target"},
                                languages);
    default:
      return make_vecalign_reader(std::move(bytes), {source, "source"}, {target, "target"},
                                  languages);
  }
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
  if (size == 0) return 0;
  std::istringstream in(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  std::istringstream source("s0\ns1\ns2\ns3\n");
  std::istringstream target("t0\nt1\nt2\n");
  std::vector<TranslationUnit> units;
  try {
    units = read_units(*make_reader(data[0], in, source, target));
  } catch (const Error&) {
    return 0;
  }
  write_all(units);
  check_jsonl(units);
  return 0;
}

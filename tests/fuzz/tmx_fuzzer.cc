// SPDX-License-Identifier: Apache-2.0
// The TMX reader: any bytes are read or refused; what is read is written as TMX that reads the
// same.
#include <sstream>

#include "tests/fuzz/units_fuzzer.h"
#include "tm/tmx/tmx_reader.h"
#include "tm/tmx/tmx_writer.h"

namespace thalign {
namespace {

std::vector<TranslationUnit> read_bytes(const std::string& bytes, std::size_t* repairs = nullptr) {
  std::istringstream in(bytes);
  try {
    TmxReader reader(ByteSource(in, "fuzz.tmx"), [&](const Repair& repair) {
      require(repair.line > 0 && repair.column > 0);
      if (repairs != nullptr) ++*repairs;
    });
    return read_units(reader);
  } catch (const Error&) {
    return {};
  }
}

/// What a writer must keep.
std::vector<TranslationUnit> without_missing(std::vector<TranslationUnit> units) {
  std::erase_if(units, [](TranslationUnit& unit) {
    std::erase_if(unit.variants, [](const Variant& variant) { return variant.missing(); });
    return unit.variants.empty();
  });
  return units;
}

}  // namespace
}  // namespace thalign

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace thalign;
  const auto units = read_bytes({reinterpret_cast<const char*>(data), size});
  std::ostringstream out;
  const auto writer = make_tmx_writer(out, {.source_language = "th", .null_beads = true});
  for (const TranslationUnit& unit : units) writer->write(unit);
  require(writer->finish().characters_dropped == 0);
  const auto expected = without_missing(units);
  const auto again = without_missing(read_bytes(out.str()));
  require(again.size() == expected.size());
  for (std::size_t i = 0; i < again.size(); ++i) {
    require(again[i].id == expected[i].id && again[i].about == expected[i].about);
    require(again[i].variants.size() == expected[i].variants.size());
    for (std::size_t v = 0; v < again[i].variants.size(); ++v) {
      require(again[i].variants[v].language == expected[i].variants[v].language);
      require(again[i].variants[v].markup == expected[i].variants[v].markup);
      if (!expected[i].variants[v].offsets) {
        require(again[i].variants[v].text == expected[i].variants[v].text);
      }
    }
  }
  return 0;
}

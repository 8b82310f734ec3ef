// SPDX-License-Identifier: Apache-2.0
// From one format to another and back (A -> B -> A), for a pair of formats that hold texts: no text
// changes. Texts are parted by the byte 0x1E, each two make a unit; the bytes choose the formats.
#include <array>
#include <functional>
#include <sstream>
#include <string_view>

#include "tests/fuzz/units_fuzzer.h"
#include "tm/formats/readers.h"
#include "tm/formats/writers.h"
#include "tm/tmx/tmx_reader.h"
#include "tm/tmx/tmx_writer.h"

namespace thalign {
namespace {

struct Texts {
  std::string source, target;
  bool operator==(const Texts&) const = default;
};
using Units = std::vector<Texts>;

const LanguagePair languages{"th", "en"};

std::vector<TranslationUnit> translation_units(const Units& units) {
  std::vector<TranslationUnit> result;
  for (const Texts& texts : units) {
    result.push_back({.variants = {{.language = "th", .text = texts.source},
                                   {.language = "en", .text = texts.target}}});
  }
  return result;
}

Units texts_of(const std::vector<TranslationUnit>& units) {
  Units texts;
  for (const TranslationUnit& unit : units) {
    require(unit.variants.size() == 2);
    texts.push_back({unit.variants[0].text, unit.variants[1].text});
  }
  return texts;
}

using Bitexts = std::vector<TranslationUnit>;

template <auto make_writer, auto make_reader>
Bitexts through_file(const Bitexts& units) {
  std::stringstream file;
  const auto writer = make_writer(file);
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return read_units(*make_reader({file, "file"}, {.languages = languages}));
}

Bitexts through_moses(const Bitexts& units) {
  std::stringstream source, target;
  const auto writer = make_moses_writer(source, target);
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return read_units(*make_moses_reader({source, "source"}, {target, "target"}, languages));
}

Bitexts through_tmx(const Bitexts& units) {
  std::stringstream file;
  const auto writer = make_tmx_writer(file, {.source_language = "th"});
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  TmxReader reader(ByteSource(file, "file"), [](const Repair&) {});
  return read_units(reader);
}

const std::array<std::function<Bitexts(const Bitexts&)>, 7> formats{
    through_file<make_tsv_writer, make_tsv_reader>,
    through_file<make_jsonl_writer, make_jsonl_reader>,
    through_file<make_csv_writer, make_csv_reader>,
    through_file<make_hunalign_writer, make_hunalign_reader>,
    through_file<make_bitextor_writer, make_bitextor_reader>,
    through_moses,
    through_tmx};

/// FNV-1a.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t result = 0xCBF29CE484222325;
  for (const char c : bytes) result = (result ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return result;
}

/// A text that every format carries: on one line, of characters that XML has.
std::string text_of(std::string_view bytes) {
  std::string text;
  for (const char c : replace_invalid_utf8(bytes)) {
    const auto byte = static_cast<unsigned char>(c);
    text += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  // The rest of what has no place on one line or in XML, and the mark between hunalign's sentences.
  for (const std::string_view no : {"\u2028", "\u2029", "\u0085", "\uFFFE", "\uFFFF", " ~~~ "}) {
    for (std::size_t at = text.find(no); at != std::string::npos; at = text.find(no)) {
      text.replace(at, no.size(), ".");
    }
  }
  // Runs of spaces become one, at the edges none.
  std::string line;
  for (const char c : text) {
    if (c != ' ' || (!line.empty() && !line.ends_with(' '))) line += c;
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

/// The units that the bytes stand for.
Units read_input(std::string_view input) {
  std::vector<std::string> texts;
  while (!input.empty()) {
    const std::size_t end = std::min(input.find('\x1E'), input.size());
    texts.push_back(text_of(input.substr(0, end)));
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  Units units;
  for (std::size_t i = 0; i + 1 < texts.size(); i += 2) {
    if (!texts[i].empty() && !texts[i + 1].empty()) units.push_back({texts[i], texts[i + 1]});
  }
  return units;
}

}  // namespace
}  // namespace thalign

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace thalign;
  const Units units = read_input({reinterpret_cast<const char*>(data), size});
  if (units.empty()) return 0;
  // With all that each format says of a unit, not the texts alone.
  const std::uint64_t choice = hash({reinterpret_cast<const char*>(data), size}) >> 32;
  const auto& a = formats[choice % formats.size()];
  const auto& b = formats[choice / formats.size() % formats.size()];
  const auto first = a(translation_units(units));
  require(texts_of(first) == units);
  const auto second = b(first);
  require(texts_of(second) == units);
  require(texts_of(a(second)) == units);
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tm/tmx/tmx_reader.h"
#include "tm/tmx/tmx_writer.h"

namespace thalign {

/// All that a reader made of a TMX file.
struct ReadUnits {
  TmxHeader header;
  std::vector<TranslationUnit> units;
  std::vector<std::pair<std::string, std::size_t>> languages;
  std::vector<Repair> repairs;

  /// Kinds of repairs, each once, in order.
  std::vector<std::string> kinds() const {
    RepairCounts counts;
    for (const Repair& repair : repairs) counts.add(repair);
    std::vector<std::string> result;
    for (const auto& entry : counts.entries()) result.emplace_back(entry.first.kind);
    return result;
  }
};

inline ReadUnits read_tmx(ByteSource source) {
  ReadUnits result;
  TmxReader reader(std::move(source),
                   [&](const Repair& repair) { result.repairs.push_back(repair); });
  while (const TranslationUnit* const unit = reader.next()) result.units.push_back(*unit);
  result.header = reader.header();
  result.languages = reader.languages();
  return result;
}

inline ReadUnits read_tmx(const std::string& bytes) {
  std::istringstream in(bytes);
  return read_tmx(ByteSource(in, "test.tmx"));
}

inline std::string write_tmx(const ReadUnits& read) {
  std::ostringstream out;
  const auto writer = make_tmx_writer(out, {.source_language = read.header.source_language,
                                            .null_beads = true,
                                            .datatype = read.header.datatype,
                                            .segtype = read.header.segtype,
                                            .properties = read.header.properties,
                                            .notes = read.header.notes});
  for (const TranslationUnit& unit : read.units) writer->write(unit);
  writer->finish();
  return out.str();
}

/// A whole TMX file around `body`, its units.
inline std::string tmx_around(const std::string& body) {
  return "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\">\n"
         "<header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\" "
         "adminlang=\"en\" srclang=\"th\" datatype=\"plaintext\"/>\n<body>\n" +
         body + "\n</body>\n</tmx>\n";
}

/// A unit of these two segs.
inline std::string tu(const std::string& thai, const std::string& english) {
  return "<tu><tuv xml:lang=\"th\"><seg>" + thai + "</seg></tuv><tuv xml:lang=\"en\"><seg>" +
         english + "</seg></tuv></tu>";
}

}  // namespace thalign

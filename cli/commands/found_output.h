#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/io/format.h"
#include "text/ranges.h"
#include "tm/memory/memory.h"
#include "tm/translation_unit.h"

namespace thalign::cli {

/// The formats of what is found in a memory; the first is the default.
inline constexpr std::array<Format, 3> found_formats{
    {{"text", ".txt"}, {"tsv", ".tsv"}, {"jsonl", ".jsonl"}}};

/// A unit found in a memory.
struct Found {
  std::string_view query;
  std::optional<int> score;  ///< percent
  UnitNumber number;
  const TranslationUnit& unit;
  std::size_t variant;  ///< the text that was found
  /// Where in it; empty: all of it.
  std::vector<ByteRange> places = {};
};

/// Writes what is found in one of `found_formats`, with the texts of language `to` (empty: all
/// other ones) as translations.
class FoundWriter {
 public:
  FoundWriter(std::ostream& out, std::string_view format, std::string to);
  void write(const Found& found);

 private:
  void write_text(const Found& found, const std::vector<const Variant*>& targets);
  void write_tsv(const Found& found, const std::vector<const Variant*>& targets);
  void write_json(const Found& found, const std::vector<const Variant*>& targets);

  std::ostream& out_;
  std::string format_, to_;
};

}  // namespace thalign::cli

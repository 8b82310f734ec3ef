// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "eval/evaluation.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Sizes of the two texts in code points, to check offsets against. By default nothing is too
/// large.
struct TextSizes {
  std::uint32_t source = std::numeric_limits<std::int32_t>::max();
  std::uint32_t target = std::numeric_limits<std::int32_t>::max();
};

/// The beads of one gold.tsv.
struct GoldBeads {
  std::vector<ScoredBead> units;  ///< over gold units: columns 1-4, inclusive there, half-open here
  std::vector<ScoredBead> spans;  ///< the same beads over code points of the raw texts: columns 5-8
};

/// A document aligned by hand: one folder with `th.raw.txt`, `en.raw.txt` and `gold.tsv`; Thai is
/// the source.
struct GoldDocument {
  std::string name;               ///< name of the folder
  std::string thai, english;      ///< raw texts, valid UTF-8
  TextSizes sizes;                ///< of the raw texts
  std::vector<ScoredBead> units;  ///< as in `GoldBeads`
  std::vector<ScoredBead> spans;
};

/// Reads the text of a gold.tsv: tab-separated columns source first, last, target first, last
/// (0-based unit numbers, inclusive), source start, end, target start, end (0-based code points,
/// end exclusive), type, note. Lines that start with `#` and blank lines are ignored; `-` stands
/// for nothing; a note that starts "opt:" marks an optional bead.
///
/// Throws `Error` (format) naming `name` and the line: fewer than 8 columns, no number, an end
/// before its start, one of two ends missing, an offset beyond the text of `sizes`.
GoldBeads parse_gold(std::string_view text, std::string_view name, TextSizes sizes = {});

/// Reads a system's beads over code points: the first four columns of each line, as the TSV writer
/// writes them (start, end, start, end; `-`, `-1`, an empty column or an end equal to its start for
/// nothing). Further columns, blank lines and lines that start with `#` or `th_` are ignored.
/// Throws `Error` (format) as `parse_gold` does.
std::vector<ScoredBead> parse_spans(std::string_view text, std::string_view name,
                                    TextSizes sizes = {});

/// Reads a system's beads over gold units: as `parse_spans`, but the columns are unit numbers, the
/// second and fourth inclusive.
std::vector<ScoredBead> parse_units(std::string_view text, std::string_view name);

/// Reads one document folder. Throws `Error` (io, format, encoding).
GoldDocument read_gold_document(const std::filesystem::path& folder);

/// Names of the document folders of a gold set (those with a gold.tsv), sorted. `split`: "all", or
/// the split ("dev", "heldout") that `index/*.tsv` beside the set's folder gives to a document;
/// all, where there is no index folder. Throws `Error` (io) if `set` is not a folder or has no gold
/// document of the split.
std::vector<std::string> gold_documents(const std::filesystem::path& set, std::string_view split);

}  // namespace thalign
#pragma GCC visibility pop

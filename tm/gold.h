#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "align/evaluation.h"

namespace thalign {

/// A document aligned by hand: one folder with `th.raw.txt`, `en.raw.txt` and `gold.tsv`; Thai is the source.
struct GoldDocument {
  std::string name;              ///< name of the folder
  std::string thai, english;     ///< raw texts, valid UTF-8
  std::vector<ScoredBead> units; ///< beads over gold units: columns 1-4 of gold.tsv, inclusive there, half-open here
  std::vector<ScoredBead> spans; ///< the same beads over code points of the raw texts: columns 5-8
};

/// Reads the text of a gold.tsv. Lines that start with `#` and blank lines are ignored; `-` stands for
/// nothing; a tenth column that starts "opt:" marks an optional bead.
/// Throws `Error` (format) naming `name` and the line: fewer than 8 columns, no number, an end before its
/// start, one of two ends missing, an offset beyond the text.
struct GoldBeads {
  std::vector<ScoredBead> units, spans;
};
GoldBeads parse_gold(std::string_view text, std::string_view name);

/// Reads a system's beads over code points: the first four columns of each line, as the TSV writer writes
/// them (start, end, start, end; `-` for nothing). Throws `Error` (format) as `parse_gold` does.
std::vector<ScoredBead> parse_spans(std::string_view text, std::string_view name);

/// Reads one document folder. Throws `Error` (io, format, encoding).
GoldDocument read_gold_document(const std::filesystem::path& folder);

/// Names of the document folders of a gold set (those with a gold.tsv), sorted. `split`: "all", or the
/// split ("dev", "heldout") that `index/*.tsv` beside the set's folder gives to a document; all, where there is no index folder.
/// Throws `Error` (io) if `set` is no folder or holds no gold document.
std::vector<std::string> gold_documents(const std::filesystem::path& set, std::string_view split);

}  // namespace thalign

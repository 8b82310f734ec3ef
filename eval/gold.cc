// SPDX-License-Identifier: Apache-2.0
#include "eval/gold.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <system_error>

#include "text/document.h"
#include "text/error.h"
#include "text/files/file.h"
#include "text/files/io_error.h"
#include "text/files/table.h"
#include "text/unicode/code_points.h"
#include "tm/span_columns.h"

namespace thalign {
namespace {

namespace fs = std::filesystem;

std::vector<ScoredBead> parse_beads(std::string_view text, std::string_view name, End kind,
                                    TextSizes sizes) {
  std::vector<ScoredBead> beads;
  visit_rows(text, name, [&](const TableRow& row) {
    if (row.columns[0].starts_with("th_")) return;
    require_columns(row, 4, "source start and end, target start and end");
    beads.push_back({read_span(row, 0, kind, sizes.source), read_span(row, 2, kind, sizes.target)});
  });
  return beads;
}

std::string read_raw_text(const fs::path& path) {
  const Document document = Document::from_bytes(
      read_file(path), {.name = path.string(), .encoding = "UTF-8", .language = std::nullopt});
  return std::string(document.text());
}

[[noreturn]] void fail(const fs::path& folder, const std::error_code& error) {
  throw io_error(folder.string(), "list the folder", error.value(),
                 "check its name, and that it may be read");
}

/// Paths in `folder`, sorted. Throws `Error` (io).
std::vector<fs::path> entries(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> result;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    result.push_back(it->path());
  }
  if (error) fail(folder, error);
  std::sort(result.begin(), result.end());
  return result;
}

bool is_present(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

/// Document -> split, for the documents of `set`, from all files of the folder `index`.
std::map<std::string, std::string, std::less<>> read_splits(const fs::path& index,
                                                            std::string_view set) {
  std::map<std::string, std::string, std::less<>> splits;
  for (const fs::path& path : entries(index)) {
    const std::string text = read_file(path);
    visit_rows(text, path.string(), [&](const TableRow& row) {
      if (row.columns.size() < 4 || row.columns[0] != set) return;
      splits.insert_or_assign(std::string(row.columns[1]), std::string(row.columns[2]));
    });
  }
  return splits;
}

}  // namespace

GoldBeads parse_gold(std::string_view text, std::string_view name, TextSizes sizes) {
  constexpr TextSizes kAnySize;
  GoldBeads beads;
  visit_rows(text, name, [&](const TableRow& row) {
    require_columns(row, 8, "the unit numbers and the code points of source and target");
    const bool optional = row.columns.size() > 9 && row.columns[9].starts_with("opt:");
    beads.units.push_back({read_span(row, 0, End::inclusive, kAnySize.source),
                           read_span(row, 2, End::inclusive, kAnySize.target), optional});
    beads.spans.push_back({read_span(row, 4, End::exclusive, sizes.source),
                           read_span(row, 6, End::exclusive, sizes.target), optional});
  });
  return beads;
}

std::vector<ScoredBead> parse_spans(std::string_view text, std::string_view name, TextSizes sizes) {
  return parse_beads(text, name, End::exclusive, sizes);
}

std::vector<ScoredBead> parse_units(std::string_view text, std::string_view name) {
  return parse_beads(text, name, End::inclusive, {});
}

GoldDocument read_gold_document(const fs::path& folder) {
  GoldDocument document;
  document.name = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
  document.thai = read_raw_text(folder / "th.raw.txt");
  document.english = read_raw_text(folder / "en.raw.txt");
  document.sizes = {CodePointIndex(document.thai).size(), CodePointIndex(document.english).size()};
  const fs::path path = folder / "gold.tsv";
  GoldBeads beads = parse_gold(read_file(path), path.string(), document.sizes);
  document.units = std::move(beads.units);
  document.spans = std::move(beads.spans);
  return document;
}

std::vector<std::string> gold_documents(const fs::path& set, std::string_view split) {
  std::error_code error;
  fs::path folder = fs::absolute(set, error).lexically_normal();
  if (error) fail(set, error);
  if (!folder.has_filename()) folder = folder.parent_path();

  const fs::path index = folder.parent_path() / "index";
  const bool all = split == "all" || !fs::is_directory(index, error);
  const auto splits = all ? std::map<std::string, std::string, std::less<>>()
                          : read_splits(index, folder.filename().string());
  std::vector<std::string> names;
  for (const fs::path& path : entries(folder)) {
    if (!is_present(path / "gold.tsv")) continue;
    const std::string name = path.filename().string();
    const auto it = splits.find(name);
    if (all || (it != splits.end() && it->second == split)) names.push_back(name);
  }
  if (names.empty()) {
    throw Error(
        ErrorCode::io, set.string(),
        all ? std::string("no folder in it holds a gold.tsv; name the folder of a gold set")
            : fmt::format("no gold document of split '{}'; use 'all' or a split that {} names",
                          split, index.string()));
  }
  return names;
}

}  // namespace thalign

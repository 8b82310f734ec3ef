#include "tm/gold.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>
#include <optional>
#include <system_error>

#include "text/code_points.h"
#include "text/document.h"
#include "text/error.h"
#include "text/file.h"
#include "text/table.h"

namespace thalign {
namespace {

namespace fs = std::filesystem;
using Span = ScoredBead::Span;

/// The end of a pair of columns, as the file writes it.
enum class End { inclusive, exclusive };

/// Column `index` (0-based) as a number, nothing for `-`.
std::optional<std::uint32_t> number(const TableRow& row, std::size_t index) {
  const std::string_view text = row.columns[index];
  if (text == "-" || text == "-1" || text.empty()) return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::invalid_argument || end != text.data() + text.size()) {
    row.fail(fmt::format("column {} is {}, not a number; write a position counted from 0, or '-'",
                         index + 1, quote(text)));
  }
  if (error != std::errc() || value > std::numeric_limits<std::int32_t>::max()) {
    row.fail(
        fmt::format("column {} is {}, larger than any position in a text", index + 1, quote(text)));
  }
  return value;
}

/// Columns `index` and `index` + 1 as a half-open span; nothing where both are `-` or the span is
/// empty.
std::optional<Span> span(const TableRow& row, std::size_t index, End kind, std::uint32_t size) {
  const auto begin = number(row, index);
  const auto end = number(row, index + 1);
  if (!begin && !end) return std::nullopt;
  if (!begin || !end) {
    row.fail(fmt::format("one of columns {} and {} is '-'; write both positions, or '-' twice",
                         index + 1, index + 2));
  }
  if (*end < *begin) {
    row.fail(fmt::format("columns {} and {} say {} to {}, which ends before it starts", index + 1,
                         index + 2, *begin, *end));
  }
  const Span result{*begin, *end + (kind == End::inclusive ? 1 : 0)};
  if (result.end > size) {
    row.fail(
        fmt::format("column {} is {}, but the text has only {} characters; the offsets belong "
                    "to another text, or count bytes",
                    index + 2, *end, size));
  }
  return result.begin == result.end ? std::nullopt : std::optional(result);
}

void require_columns(const TableRow& row, std::size_t count, std::string_view names) {
  if (row.columns.size() >= count) return;
  row.fail(fmt::format("only {} tab-separated column{}; the first {} are {}", row.columns.size(),
                       row.columns.size() == 1 ? "" : "s", count, names));
}

std::vector<ScoredBead> parse_beads(std::string_view text, std::string_view name, End kind,
                                    TextSizes sizes) {
  std::vector<ScoredBead> beads;
  visit_rows(text, name, [&](const TableRow& row) {
    if (row.columns[0].starts_with("th_")) return;
    require_columns(row, 4, "source start and end, target start and end");
    beads.push_back({span(row, 0, kind, sizes.source), span(row, 2, kind, sizes.target)});
  });
  return beads;
}

std::string read_raw_text(const fs::path& path) {
  const Document document = Document::from_bytes(
      read_file(path), {.name = path.string(), .encoding = "UTF-8", .language = std::nullopt});
  return std::string(document.text());
}

/// Paths in `folder`, sorted. Throws `Error` (io).
std::vector<fs::path> entries(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> result;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    result.push_back(it->path());
  }
  if (error) {
    throw Error(ErrorCode::io, folder.string(),
                fmt::format("can't list the folder: {}", error.message()));
  }
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
  constexpr TextSizes any;
  GoldBeads beads;
  visit_rows(text, name, [&](const TableRow& row) {
    require_columns(row, 8, "the unit numbers and the code points of source and target");
    const bool optional = row.columns.size() > 9 && row.columns[9].starts_with("opt:");
    beads.units.push_back({span(row, 0, End::inclusive, any.source),
                           span(row, 2, End::inclusive, any.target), optional});
    beads.spans.push_back({span(row, 4, End::exclusive, sizes.source),
                           span(row, 6, End::exclusive, sizes.target), optional});
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
  if (error) throw Error(ErrorCode::io, set.string(), error.message());
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

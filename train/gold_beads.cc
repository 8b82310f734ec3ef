#include "train/gold_beads.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "segment/segment.h"
#include "text/document.h"
#include "text/file.h"
#include "text/table.h"

namespace thalign {
namespace {

SegmentedText read_sentences(const std::filesystem::path& path, Language language) {
  return presegmented(
      Document::from_bytes(read_file(path), {.name = path.string(), .language = language}));
}

/// Units from the first to the last number of two columns; nothing for "-".
std::optional<UnitRange> units(std::string_view first, std::string_view last) {
  UnitRange range{0, 0};
  const auto read = [](std::string_view text, std::uint32_t& value) {
    return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
  };
  if (!read(first, range.begin) || !read(last, range.end)) return std::nullopt;
  ++range.end;
  return range;
}

}  // namespace

std::vector<std::filesystem::path> find_gold(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().filename() == "gold.tsv") found.push_back(entry.path().parent_path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

GoldDocument read_gold(const std::filesystem::path& folder) {
  GoldDocument document{{read_sentences(folder / "th.txt", Language::thai),
                         read_sentences(folder / "en.txt", Language::english)},
                        {}};
  const std::string path = folder / "gold.tsv";
  visit_rows(read_file(path), path, [&](const TableRow& row) {
    if (row.columns.size() < 4) row.fail("needs four columns: first and last unit of both sides");
    if (row.columns.back().starts_with("opt:")) return;
    const auto thai = units(row.columns[0], row.columns[1]);
    const auto english = units(row.columns[2], row.columns[3]);
    if (!thai || !english) return;
    if (thai->end > document.texts.thai.units().size() ||
        english->end > document.texts.english.units().size())
      row.fail("names a unit that the texts do not have");
    document.beads.push_back({*thai, *english, 0.0, 1.0});
  });
  return document;
}

}  // namespace thalign

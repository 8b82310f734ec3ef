// SPDX-License-Identifier: Apache-2.0
#include "train/gold_corpus.h"

#include <algorithm>
#include <charconv>

#include "text/error.h"
#include "text/files/file.h"
#include "text/files/table.h"

namespace thalign {
namespace {

std::size_t fold_of(const TableRow& row) {
  if (row.columns.size() < 4) row.fail("expected a set, a document, a split and a fold");
  const std::string_view text = row.columns[3];
  std::size_t fold = kFolds;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), fold);
  if (result.ec != std::errc() || fold >= kFolds) row.fail(quote(text) + " is not a fold");
  return fold;
}

}  // namespace

std::vector<TrainingDocument> read_gold_corpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> indexes;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "index"))
    if (entry.path().extension() == ".tsv") indexes.push_back(entry.path());
  std::sort(indexes.begin(), indexes.end());
  std::vector<TrainingDocument> documents;
  for (const std::filesystem::path& index : indexes) {
    const std::string text = read_file(index);
    visit_rows(text, index.string(), [&](const TableRow& row) {
      const std::size_t fold = fold_of(row);
      const std::string set(row.columns[0]);
      documents.push_back(
          {set, read_gold_document(folder / set / std::string(row.columns[1])), fold});
    });
  }
  return documents;
}

}  // namespace thalign

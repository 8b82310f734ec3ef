// SPDX-License-Identifier: Apache-2.0
#include "train/gold_beads.h"

#include <algorithm>

#include "eval/gold.h"
#include "segment/segment.h"
#include "text/document.h"
#include "text/error.h"
#include "text/files/file.h"

namespace thalign {
namespace {

SegmentedText read_sentences(const std::filesystem::path& path, Language language) {
  return presegmented(
      Document::from_bytes(read_file(path), {.name = path.string(), .language = language}));
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

GoldPair read_gold(const std::filesystem::path& folder) {
  GoldPair pair{{read_sentences(folder / "th.txt", Language::thai),
                 read_sentences(folder / "en.txt", Language::english)},
                {}};
  const std::string path = folder / "gold.tsv";
  for (const ScoredBead& bead : parse_gold(read_file(path), path).units) {
    if (bead.optional || !bead.source || !bead.target) continue;
    const UnitRange thai = {bead.source->begin, bead.source->end};
    const UnitRange english = {bead.target->begin, bead.target->end};
    if (thai.end > pair.texts.thai.units().size() ||
        english.end > pair.texts.english.units().size())
      throw Error(ErrorCode::format, path, "has a sentence that th.txt or en.txt lacks");
    pair.beads.push_back({thai, english, 0.0, 1.0});
  }
  return pair;
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
// Finds names that translations spell in both scripts, to learn the transliteration table from:
//
//     mine_names OUTPUT DATA...
//
// DATA are folders of translated documents (train/text_pairs.h), which are aligned, and lists of
// terms (train/name_list.h). In each bead, and in each term, capitalised English words are looked
// for in the Thai side alone. OUTPUT is a list of names: Thai, Latin, how often.

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "align/align.h"
#include "align/lexicon/names.h"
#include "segment/segment.h"
#include "text/error.h"
#include "text/language.h"
#include "text/ordered_work.h"
#include "train/name_list.h"
#include "train/text_pairs.h"
#include "train/trainer_main.h"

namespace thalign {
namespace {

/// Beads less sure may not translate each other.
constexpr double kLeastConfidence = 0.8;
/// Least ratio (nats) of a spelling: lower than in whole texts, since a bead has few other words.
constexpr float kLeastRatio = 4.0F;
/// Longer beads have other words that look like a name.
constexpr std::size_t kLongestBead = 1500;

using Names = std::map<std::pair<std::string, std::string>, std::size_t>;

/// Adds what the Thai text spells of the English one; nothing of texts in other letters.
void add_names(std::string_view thai, std::string_view english, Names& names) {
  constexpr double kHalf = 0.5;
  if (thai_share(thai).value_or(0.0) < kHalf || thai_share(english).value_or(1.0) > kHalf) return;
  const SegmentedText source =
      segment(Document::from_bytes(std::string(thai), {.language = Language::thai}));
  const SegmentedText target =
      segment(Document::from_bytes(std::string(english), {.language = Language::english}));
  for (const SpelledName& name :
       find_names(source, target, Lexicon::shipped(), Transliteration::shipped(), kLeastRatio)) {
    const std::span<const Word> words = source.words().all();
    const std::uint32_t begin = words[name.first_word].folded.begin;
    const std::uint32_t end = words[name.end_word - 1].folded.end;
    ++names[{std::string(source.words().folded_text().substr(begin, end - begin)), name.name}];
  }
}

Names names_of(const PairFiles& files) {
  Names names;
  const TextPair texts = read_pair(files);
  const Alignment alignment = align(texts.thai, texts.english);
  for (const Bead& bead : alignment.beads()) {
    if (bead.confidence < kLeastConfidence || bead.source.empty() || bead.target.empty()) continue;
    const std::string_view thai = texts.thai.text(bead.source);
    if (thai.size() < kLongestBead) add_names(thai, texts.english.text(bead.target), names);
  }
  return names;
}

Names names_of_terms(const std::filesystem::path& list) {
  Names names;
  for (const NamePair& term : read_name_list(list)) add_names(term.thai, term.latin, names);
  return names;
}

int run(const std::vector<std::string>& arguments) {
  Names all;
  const auto add = [&](const Names& names) {
    for (const auto& [name, times] : names) all[name] += times;
  };
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (!std::filesystem::is_directory(arguments[i])) {
      add(names_of_terms(arguments[i]));
      continue;
    }
    const std::vector<PairFiles> pairs = find_pairs(arguments[i]);
    std::vector<Names> found(pairs.size());
    for_each_parallel(pairs.size(), [&](std::size_t p) { found[p] = names_of(pairs[p]); });
    for (const Names& names : found) add(names);
  }
  std::ofstream out(arguments.front());
  for (const auto& [name, times] : all)
    out << name.first << '\t' << name.second << '\t' << times << '\n';
  fmt::print("{} names\n", all.size());
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) {
  return thalign::trainer_main(argc, argv, "mine_names", "OUTPUT DATA...", 2, thalign::run);
}

// SPDX-License-Identifier: Apache-2.0
// Measures how well a transliteration table finds names in running text:
//
//     score_names TABLE NAMES.tsv THAI_TEXT...
//
// NAMES.tsv is a list that the table was not learnt from (train/name_list.h). Its names are
// taken twenty at a time, without spaces: every other one is written into a Thai text, at word
// boundaries and without spaces; the English text has all twenty, in capitals, so that half of them
// should not be found. A name is right if it is found where it was written.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "align/lexicon/names.h"
#include "segment/segment.h"
#include "text/error.h"
#include "text/files/file.h"
#include "train/name_list.h"
#include "train/trainer_main.h"

namespace thalign {
namespace {

constexpr std::size_t kNamesPerText = 20;
constexpr std::size_t kLeastLetters = 4;
/// Bytes of a Thai text, at most.
constexpr std::size_t kTextSize = 20000;

struct NameCounts {
  std::size_t written = 0, found = 0, right = 0;
};

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// The names as one word each, the English one with a capital.
std::vector<NamePair> usable(const std::vector<NamePair>& list) {
  std::vector<NamePair> names;
  std::set<std::string> seen;
  for (NamePair name : list) {
    std::erase_if(name.latin, [](char c) { return c == ' ' || c == '-' || c == '\''; });
    const bool is_word = std::ranges::all_of(
        name.latin, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (!is_word || name.latin.size() < kLeastLetters || name.thai.find(' ') != std::string::npos ||
        !seen.insert(lower(name.latin)).second)
      continue;
    if (name.latin[0] >= 'a') name.latin[0] = static_cast<char>(name.latin[0] - 'a' + 'A');
    names.push_back(std::move(name));
  }
  return names;
}

/// A Thai text with names in it.
struct Written {
  std::string text;
  std::map<std::string, ByteRange> places;  // by folded English name
};

/// Writes every other name, from `first` on, at evenly spaced word boundaries.
Written write_names(const std::string& thai, std::span<const NamePair> names, std::size_t first) {
  const Words words(thai);
  const std::size_t step = words.all().size() / (names.size() / 2 + 2);
  Written written;
  std::uint32_t done = 0;
  for (std::size_t i = first; i < names.size(); i += 2) {
    const std::uint32_t at = words.all()[step * (i / 2 + 1)].original.begin;
    written.text.append(thai, done, at - done);
    const auto begin = static_cast<std::uint32_t>(written.text.size());
    written.text += names[i].thai;
    written.places[lower(names[i].latin)] = {begin,
                                             static_cast<std::uint32_t>(written.text.size())};
    done = at;
  }
  written.text.append(thai, done);
  return written;
}

void score(const Written& written, std::span<const NamePair> names, const Transliteration& table,
           NameCounts& counts) {
  std::string english;
  for (const NamePair& name : names) english += "He saw " + name.latin + " there.\n";
  const SegmentedText source =
      segment(Document::from_bytes(written.text, {.language = Language::thai}));
  const SegmentedText target =
      segment(Document::from_bytes(english, {.language = Language::english}));
  counts.written += written.places.size();
  for (const SpelledName& name : find_names(source, target, Lexicon::shipped(), table)) {
    ++counts.found;
    const auto place = written.places.find(name.name);
    if (place == written.places.end()) continue;
    const std::span<const Word> words = source.words().all();
    const std::uint32_t begin =
        std::max(words[name.first_word].original.begin, place->second.begin);
    const std::uint32_t end = std::min(words[name.end_word - 1].original.end, place->second.end);
    if (begin < end && 2 * (end - begin) > place->second.end - place->second.begin) ++counts.right;
  }
}

int run(const std::vector<std::string>& arguments) {
  const std::string bytes = read_file(arguments[0]);
  const Transliteration table(bytes, arguments[0]);
  const std::vector<NamePair> names = usable(read_name_list(arguments[1]));
  NameCounts counts;
  std::size_t text = 2;
  for (std::size_t i = 0; i + kNamesPerText <= names.size(); i += kNamesPerText) {
    const std::string whole = read_file(arguments[text]);
    // To the last space before the limit, so that no character is cut.
    const std::string thai = whole.substr(0, std::min(whole.rfind(' ', kTextSize), whole.size()));
    const std::span<const NamePair> some = std::span(names).subspan(i, kNamesPerText);
    for (const std::size_t first : {0U, 1U})
      score(write_names(thai, some, first), some, table, counts);
    text = text + 1 == arguments.size() ? 2 : text + 1;
  }
  const auto share = [](std::size_t part, std::size_t all) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(all, 1));
  };
  const double precision = share(counts.right, counts.found);
  const double recall = share(counts.right, counts.written);
  fmt::print("{} names, precision {:.3f}, recall {:.3f}, F1 {:.3f}\n", counts.written, precision,
             recall, 2 * precision * recall / std::max(precision + recall, 1e-9));
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) {
  return thalign::trainer_main(argc, argv, "score_names", "TABLE NAMES.tsv THAI_TEXT...", 3,
                               thalign::run);
}

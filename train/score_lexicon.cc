// SPDX-License-Identifier: Apache-2.0
// Measures a lexicon on documents aligned by hand:
//
//     score_lexicon LEXICON GOLD_SET...
//
// Where there is LEXICON.N (learn_lexicon --folds), documents whose fold in GOLD_SET/../index is N
// are measured with it. Prints for each set:
//
//     gain     how much better the words of a bead are predicted by its other side than by chance
//              (nats a word, both directions)
//     found    how often a bead's English side fits its Thai side better than those of the eight
//              beads around
//     log p    mean log-probability (nats) of that choice, proportional to exp(.35 * score), the
//              scores of `TranslationScore` in both directions added up

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "align/evidence/translation_score.h"
#include "align/lexicon/lexicon.h"
#include "align/search/problem.h"
#include "text/error.h"
#include "text/files/file.h"
#include "text/files/table.h"
#include "train/gold_beads.h"
#include "train/trainer_main.h"

namespace thalign {
namespace {

/// Beads before and after a bead that compete with it.
constexpr std::size_t kRivals = 4;
/// Tokens of a bead are not independent: their scores together say less than their sum.
constexpr double kScoreWeight = 0.35;

struct Measures {
  double gain = 0.0, tokens = 0.0, found = 0.0, log_p = 0.0, beads = 0.0;
};

/// Scores of all pairs of one bead's given and another's predicted side, by given bead.
std::vector<std::vector<double>> pair_scores(TranslationScore& score,
                                             const std::vector<UnitRange>& given,
                                             const std::vector<UnitRange>& predicted,
                                             std::uint32_t predicted_units) {
  std::vector<std::vector<double>> scores;
  std::vector<double> sums(predicted_units + std::size_t{1});
  for (const UnitRange units : given) {
    score.start(units.begin, {0, predicted_units});
    for (std::uint32_t u = units.begin; u < units.end; ++u) score.extend();
    score.sums({0, predicted_units}, sums.data());
    auto& row = scores.emplace_back();
    for (const UnitRange other : predicted) row.push_back(sums[other.end] - sums[other.begin]);
  }
  return scores;
}

void measure(const std::filesystem::path& document, const Lexicon& lexicon, Measures& out) {
  const GoldPair gold = read_gold(document);
  std::vector<UnitRange> thai_units;
  std::vector<UnitRange> english_units;
  for (const Bead& bead : gold.beads) {
    thai_units.push_back(bead.source);
    english_units.push_back(bead.target);
  }
  Problem problem(gold.texts.thai, gold.texts.english, lexicon);
  TranslationScore to_english(problem.source(), problem.target(), problem.forward());
  TranslationScore to_thai(problem.target(), problem.source(), problem.backward());
  const auto forward = pair_scores(to_english, thai_units, english_units, problem.target().units());
  const auto backward = pair_scores(to_thai, english_units, thai_units, problem.source().units());
  for (std::size_t i = 0; i < gold.beads.size(); ++i) {
    const std::size_t first = i - std::min(i, kRivals);
    const std::size_t last = std::min(gold.beads.size(), i + kRivals + 1);
    const double own = forward[i][i] + backward[i][i];
    double best_rival = -1e9, sum = 0.0;
    for (std::size_t j = first; j < last; ++j) {
      const double rival = forward[i][j] + backward[j][i];
      if (j != i) best_rival = std::max(best_rival, rival);
      sum += std::exp(kScoreWeight * (rival - own));
    }
    out.gain += own;
    out.tokens +=
        problem.source().tokens_in(thai_units[i]) + problem.target().tokens_in(english_units[i]);
    out.found += own > best_rival ? 1.0 : 0.0;
    out.log_p -= std::log(sum);
    out.beads += 1.0;
  }
}

/// The fold of each document of a set.
std::map<std::string, std::string> folds_of(const std::filesystem::path& set) {
  std::map<std::string, std::string> folds;
  const auto index = set.parent_path() / "index" / (set.filename().string() + ".tsv");
  visit_rows(read_file(index), index.string(), [&](const TableRow& row) {
    if (row.columns.size() < 4) row.fail("has no fold in column 4");
    folds.emplace(row.columns[1], row.columns[3]);
  });
  return folds;
}

class Lexicons {
 public:
  explicit Lexicons(std::string path) : path_(std::move(path)) {}

  const Lexicon& of(const std::string& fold) {
    const std::string of_fold = fmt::format("{}.{}", path_, fold);
    const std::string& path = std::filesystem::exists(of_fold) ? of_fold : path_;
    auto [found, is_new] = read_.try_emplace(path);
    if (is_new) {
      found->second.bytes = read_file(path);
      found->second.lexicon.emplace(found->second.bytes, path);
    }
    return *found->second.lexicon;
  }

 private:
  struct Read {
    std::string bytes;
    std::optional<Lexicon> lexicon;
  };
  std::string path_;
  std::map<std::string, Read> read_;
};

int run(const std::vector<std::string>& arguments) {
  Lexicons lexicons(arguments[0]);
  fmt::print("{:<12}{:>8}{:>8}{:>8}{:>8}\n", "set", "beads", "gain", "found", "log p");
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::filesystem::path set = arguments[i];
    Measures measures;
    for (const auto& [name, fold] : folds_of(set)) measure(set / name, lexicons.of(fold), measures);
    fmt::print("{:<12}{:>8}{:>8.4f}{:>8.4f}{:>8.4f}\n", set.filename().string(), measures.beads,
               measures.gain / measures.tokens, measures.found / measures.beads,
               measures.log_p / measures.beads);
  }
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) {
  return thalign::trainer_main(argc, argv, "score_lexicon", "LEXICON GOLD_SET...", 2, thalign::run);
}

// SPDX-License-Identifier: Apache-2.0
// Learns the score and the Thai breaks of models/ from documents aligned by hand:
//
//     learn_score GOLD_FOLDER LEXICONS OUTPUT_FOLDER           writes score.bin and thai_breaks.bin
//     learn_score --cross-validate GOLD_FOLDER LEXICONS        prints figures of documents not seen
//     learn_score --leave-one-set-out GOLD_FOLDER LEXICONS     ... of sets not seen
//     learn_score --ablation GOLD_FOLDER LEXICONS              ... without one group of weights
//     each learn_score --learning-curve GOLD_FOLDER LEXICONS        ... from a part of the
//     documents
//
// LEXICONS.0 to LEXICONS.4 are lexicons learnt without the documents of each fold (learn_lexicon
// --folds). Each document is looked at with the lexicon and the breaks of its own fold, which have
// not seen it: what they say of it is then what they say of a new document.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "text/error.h"
#include "text/files/file.h"
#include "text/ordered_work.h"
#include "train/break_learning.h"
#include "train/crf/lattice.h"
#include "train/gold_corpus.h"
#include "train/score_learning.h"
#include "train/score_report.h"

namespace thalign {
namespace {

/// The set that has most documents counts once, the small ones more.
constexpr std::string_view kLargeSet = "thaigov";
constexpr double kSmallSetWeight = 3.0;

using Reports = std::map<std::string, SetReport>;

/// The gold with all that is learnt before the score.
class Corpus {
 public:
  Corpus(const std::filesystem::path& folder, const std::string& lexicons)
      : documents_(read_gold_corpus(folder)),
        gaps_(documents_.size()),
        lattices_(documents_.size()) {
    for_each_parallel(documents_.size(),
                      [&](std::size_t i) { gaps_[i] = gap_examples(documents_[i].gold); });
    std::array<std::string, kFolds> bytes;
    std::array<std::optional<Lexicon>, kFolds> lexicon;
    std::array<std::optional<BreakModel>, kFolds> breaks;
    std::array<std::string, kFolds> packed;
    for_each_parallel(kFolds, [&](std::size_t fold) {
      const std::string name = fmt::format("{}.{}", lexicons, fold);
      bytes[fold] = read_file(name);
      lexicon[fold].emplace(bytes[fold], name);
      packed[fold] = learn_breaks_without(fold);
      breaks[fold].emplace(packed[fold], "breaks");
    });
    const ScoreModel priors;
    for_each_parallel(documents_.size(), [&](std::size_t i) {
      const std::size_t fold = documents_[i].fold;
      lattices_[i] = make_lattice(documents_[i].gold, *lexicon[fold], *breaks[fold], priors);
    });
  }

  std::size_t size() const { return documents_.size(); }
  const TrainingDocument& document(std::size_t i) const { return documents_[i]; }

  /// Breaks learnt from the documents of all folds but one; of all folds by default.
  std::string learn_breaks_without(std::size_t fold = kFolds) const {
    std::vector<const std::vector<GapExample>*> used;
    for (std::size_t i = 0; i < documents_.size(); ++i)
      if (documents_[i].fold != fold) used.push_back(&gaps_[i]);
    return learn_breaks(used);
  }

  using Choice = std::function<bool(std::size_t)>;

  WeightVector learn(const Choice& uses, const LearningOptions& options = {}) const {
    std::vector<WeightedLattice> used;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (uses(i))
        used.push_back({&lattices_[i], documents_[i].set == kLargeSet ? 1.0 : kSmallSetWeight});
    }
    return learn_score(used, options);
  }

  void report(const Choice& uses, const WeightVector& weights, Reports& reports,
              double posterior_scale = 1.0) const {
    std::vector<SetReport> each(documents_.size());
    for_each_parallel(documents_.size(), [&](std::size_t i) {
      if (uses(i)) each[i] = report_on(documents_[i], lattices_[i], weights, posterior_scale);
    });
    for (std::size_t i = 0; i < documents_.size(); ++i)
      if (uses(i)) reports[documents_[i].set] += each[i];
  }

  /// Learns without each fold in turn; `uses` says which of the other documents are learnt from.
  std::vector<WeightVector> learn_without_folds(
      const LearningOptions& options = {},
      const Choice& uses = [](std::size_t) { return true; }) const {
    std::vector<WeightVector> weights;
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
      weights.push_back(
          learn([&](std::size_t i) { return documents_[i].fold != fold && uses(i); }, options));
    }
    return weights;
  }

  /// Aligns the documents of each fold with what was learnt without it.
  Reports cross_validate(const std::vector<WeightVector>& without,
                         double posterior_scale = 1.0) const {
    Reports reports;
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
      report([&](std::size_t i) { return documents_[i].fold == fold; }, without[fold], reports,
             posterior_scale);
    }
    return reports;
  }

 private:
  std::vector<TrainingDocument> documents_;
  std::vector<std::vector<GapExample>> gaps_;
  std::vector<TrainingLattice> lattices_;
};

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw Error(ErrorCode::io, path.string(), "can't be written");
}

Calibration calibration_of(const Reports& reports) {
  Calibration all;
  for (const auto& [set, report] : reports) all += report.calibration;
  return all;
}

/// The posterior scale with which the confidences of documents not seen are right most often.
double best_posterior_scale(const Corpus& corpus, const std::vector<WeightVector>& without) {
  constexpr int kLeast = 10;
  constexpr int kMost = 24;
  constexpr double kStep = 0.05;
  double best = 1.0;
  double least_error = 1.0;
  for (int step = kLeast; step <= kMost; ++step) {
    const double scale = kStep * step;
    const double error = calibration_of(corpus.cross_validate(without, scale)).error();
    if (error >= least_error) continue;
    least_error = error;
    best = scale;
  }
  return best;
}

void ship(const Corpus& corpus, const std::filesystem::path& folder) {
  const WeightVector weights = corpus.learn([](std::size_t) { return true; });
  const double scale = best_posterior_scale(corpus, corpus.learn_without_folds());
  write(folder / "thai_breaks.bin", corpus.learn_breaks_without());
  write(folder / "score.bin", pack_score(weights, scale));
  fmt::print("posterior scale {:.2f}\n", scale);
  for (std::size_t term = 0; term < kTerms; ++term) {
    fmt::print("{:<26} {:8.4f}  ", kTermNames[term], weights[term]);
    for (std::size_t style = 0; style < kStyles; ++style)
      fmt::print(" {:+7.4f}", weights[first_of_style(style) + term]);
    fmt::print("\n");
  }
}

void cross_validate(const Corpus& corpus) {
  Reports priors;
  corpus.report([](std::size_t) { return true; }, prior_weights(), priors);
  print_reports("priors", priors);
  const std::vector<WeightVector> without = corpus.learn_without_folds();
  const double scale = best_posterior_scale(corpus, without);
  const Reports learnt = corpus.cross_validate(without, scale);
  print_reports(fmt::format("learnt, cross-validated, posterior scale {:.2f}", scale), learnt);
  fmt::print("confidence, share that is right, beads:\n");
  for (const Calibration::Step& step : calibration_of(learnt).steps) {
    if (step.beads > 0.0) {
      fmt::print("{:.3f} {:.3f} {:.0f}\n", step.confidence / step.beads, step.right / step.beads,
                 step.beads);
    }
  }
}

void leave_one_set_out(const Corpus& corpus) {
  std::set<std::string> sets;
  for (std::size_t i = 0; i < corpus.size(); ++i) sets.insert(corpus.document(i).set);
  Reports reports;
  for (const std::string& set : sets) {
    const auto is_of_set = [&](std::size_t i) { return corpus.document(i).set == set; };
    corpus.report(is_of_set, corpus.learn(std::not_fn(is_of_set)), reports);
  }
  print_reports("learnt without the set", reports);
}

void ablate(const Corpus& corpus) {
  const auto of_term = [](std::size_t k, std::string_view part) {
    return k < kFirstHashed && kTermNames[k % kTerms].find(part) != std::string_view::npos;
  };
  const auto is_style = [](std::size_t k) { return k >= kTerms && k < kFirstHashed; };
  const std::vector<std::pair<std::string, std::function<bool(std::size_t)>>> groups = {
      {"nothing left out", [](std::size_t) { return false; }},
      {"no hashed features", [](std::size_t k) { return k >= kFirstHashed; }},
      {"no styles", is_style},
      {"terms at their priors", [](std::size_t k) { return k < kFirstHashed; }},
      {"edges at their priors",
       [&](std::size_t k) { return of_term(k, "missing") || of_term(k, "found"); }},
      {"openings, closings at their priors",
       [&](std::size_t k) { return of_term(k, "opening") || of_term(k, "closing"); }},
      {"lines at their priors", [&](std::size_t k) { return of_term(k, "line"); }},
      {"null runs at their priors", [&](std::size_t k) { return of_term(k, "null"); }},
  };
  for (const auto& [name, fixed] : groups) {
    LearningOptions options;
    options.learns = [&fixed = fixed](std::size_t k) { return !fixed(k); };
    print_reports(name, corpus.cross_validate(corpus.learn_without_folds(options)));
  }
}

void print_learning_curve(const Corpus& corpus) {
  for (const std::size_t every : {32U, 16U, 8U, 4U, 2U, 1U}) {
    print_reports(fmt::format("one document of {}", every),
                  corpus.cross_validate(corpus.learn_without_folds(
                      {}, [&](std::size_t i) { return i % every == 0; })));
  }
}

int run(const std::vector<std::string>& arguments) {
  const std::map<std::string, void (*)(const Corpus&)> reports = {
      {"--cross-validate", cross_validate},
      {"--leave-one-set-out", leave_one_set_out},
      {"--ablation", ablate},
      {"--learning-curve", print_learning_curve}};
  if (arguments.size() != 3) {
    fmt::print(stderr,
               "usage: learn_score GOLD_FOLDER LEXICONS OUTPUT_FOLDER\n"
               "       learn_score --cross-validate|--leave-one-set-out|--ablation|"
               "--learning-curve GOLD_FOLDER LEXICONS\n");
    return 2;
  }
  if (const auto report = reports.find(arguments[0]); report != reports.end()) {
    report->second(Corpus(arguments[1], arguments[2]));
  } else {
    ship(Corpus(arguments[0], arguments[1]), arguments[2]);
  }
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) {
  try {
    return thalign::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "learn_score: {}\n", error.what());
    return 3;
  }
}

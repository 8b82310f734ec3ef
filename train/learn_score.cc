// Learns the score from documents aligned by hand (prototype).
//     learn_score GOLD_FOLDER LEXICON_DIR|- sets,comma [option=value...]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <unordered_map>

#include "align/lexicon.h"
#include "text/file.h"
#include "train/crf.h"
#include "train/lattice.h"
#include "train/text_pairs.h"

namespace thalign {
namespace {

struct Settings {
  std::map<std::string, double> values = {{"epochs", 8},  {"rate", 0.1},    {"l2", 0.3}, {"l2t", 0.02},
                                          {"small", 3.0}, {"batch", 16},    {"folds", 5}, {"only", -1},
                                          {"stride", 1},  {"worst", 0}};
  double operator[](const std::string& name) const { return values.at(name); }
};

struct Document {
  std::string set, name;
  int fold;
};

std::vector<Document> documents_of(const std::string& gold, const std::string& set) {
  std::vector<Document> result;
  std::ifstream index(gold + "/index/" + set + ".tsv");
  std::string line;
  while (std::getline(index, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream in(line);
    std::string s, d, split;
    int fold = 0;
    in >> s >> d >> split >> fold;
    result.push_back({s, d, fold});
  }
  return result;
}

SpanEvaluation evaluate(const TrainingLattice& lattice, const WeightVector& weights) {
  std::vector<ScoredBead> system;
  const auto span = [](UnitRange units, const auto& begin, const auto& end) {
    return units.empty() ? std::nullopt
                         : std::optional(ScoredBead::Span{begin[units.begin], end[units.end - 1]});
  };
  for (const Bead& bead : decode(lattice, weights)) {
    system.push_back({span(bead.source, lattice.thai_begin, lattice.thai_end),
                      span(bead.target, lattice.english_begin, lattice.english_end), false});
  }
  return evaluate_spans(lattice.gold.thai, lattice.gold.english, lattice.gold.spans, system);
}

class Trainer {
 public:
  Trainer(const std::vector<const TrainingLattice*>& train, const Settings& settings)
      : train_(train), settings_(settings), size_(kTerms + (std::size_t{1} << HashedWeights::kBits)) {}

  WeightVector run() {
    WeightVector weights(size_);
    const ScoreWeights prior;
    for (std::size_t k = 0; k < kTerms; ++k) weights[k] = prior.values[k];
    const WeightVector start = weights;
    std::vector<double> squares(size_, 1e-2);
    // In how many batches a hashed weight takes part.
    const auto batch = static_cast<std::size_t>(settings_["batch"]);
    std::vector<std::size_t> order(train_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::vector<double> appears(size_, 0.0);
    const auto epochs = static_cast<int>(settings_["epochs"]);
    WeightVector average(size_, 0.0);
    double averaged = 0.0;
    std::uint64_t random = 1;
    std::vector<double> gradient(size_);
    std::vector<std::uint32_t> touched;
    std::vector<char> is_touched(size_);
    double total_weight = 0.0;
    for (const auto* l : train_) total_weight += weight_of(*l);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) {
        random = random * 6364136223846793005ULL + 1442695040888963407ULL;
        std::swap(order[i - 1], order[(random >> 33U) % i]);
      }
      double loss = 0.0;
      int unusable = 0;
      for (std::size_t begin = 0; begin < order.size(); begin += batch) {
        const std::size_t end = std::min(order.size(), begin + batch);
        std::vector<Gradient> gradients(end - begin);
        for_each_parallel(end - begin, [&](std::size_t i) {
          gradients[i] = gradient_of(*train_[order[begin + i]], weights);
        });
        touched.clear();
        double batch_weight = 0.0;
        for (std::size_t i = 0; i < gradients.size(); ++i) {
          const double w = weight_of(*train_[order[begin + i]]);
          batch_weight += w;
          if (!gradients[i].usable) ++unusable;
          loss += gradients[i].loss;
          for (std::size_t k = 0; k < kTerms; ++k) gradient[k] += w * gradients[i].terms[k];
          for (const auto& [slot, value] : gradients[i].hashed) {
            const std::uint32_t at = static_cast<std::uint32_t>(kTerms) + slot;
            if (is_touched[at] == 0) {
              is_touched[at] = 1;
              touched.push_back(at);
            }
            gradient[at] += w * value;
          }
        }
        const double share = batch_weight / total_weight;
        for (std::size_t k = 0; k < kTerms; ++k) {
          const double g = gradient[k] + share * settings_["l2t"] * train_scale() * (weights[k] - start[k]);
          update(weights[k], squares[k], g);
          gradient[k] = 0.0;
        }
        for (const std::uint32_t at : touched) {
          is_touched[at] = 0;
          if (epoch == 0) appears[at] += share;
          const double often = epoch == 0 ? 1.0 : std::max(appears[at], share);
          const double g = gradient[at] + share / often * settings_["l2"] * weights[at];
          update(weights[at], squares[at], g);
          gradient[at] = 0.0;
        }
      }
      if (2 * epoch >= epochs) {
        for (std::size_t k = 0; k < size_; ++k) average[k] += weights[k];
        averaged += 1.0;
      }
      if (settings_["worst"] > 1) fmt::print("epoch {} loss {:.1f} unusable {}\n", epoch, loss, unusable);
      std::fflush(stdout);
    }
    for (double& w : average) w /= averaged;
    return average;
  }

 private:
  double weight_of(const TrainingLattice& lattice) const {
    return lattice.set == "thaigov" ? 1.0 : settings_["small"];
  }
  double train_scale() const { return 1.0; }
  void update(double& weight, double& square, double gradient) const {
    square += gradient * gradient;
    weight -= settings_["rate"] * gradient / std::sqrt(square);
  }

  const std::vector<const TrainingLattice*>& train_;
  const Settings& settings_;
  std::size_t size_;
};

int run(int argc, char** argv) {
  const std::string gold = argv[1];
  const std::string lexicons = argv[2];
  Settings settings;
  for (int i = 4; i < argc; ++i) {
    const std::string arg = argv[i];
    const auto at = arg.find('=');
    settings.values[arg.substr(0, at)] = std::stod(arg.substr(at + 1));
  }
  std::vector<Document> documents;
  std::istringstream sets(argv[3]);
  std::string set;
  while (std::getline(sets, set, ',')) {
    int n = 0;
    for (const Document& d : documents_of(gold, set))
      if (n++ % static_cast<int>(settings["stride"]) == 0) documents.push_back(d);
  }
  const ScoreModel model;
  std::map<std::string, SpanEvaluation> results, before;
  const auto folds = static_cast<int>(settings["folds"]);
  std::vector<TrainingLattice> lattices;
  for (int fold = 0; fold < folds; ++fold) {
    if (settings["only"] >= 0 && fold != static_cast<int>(settings["only"])) continue;
    const auto t0 = std::chrono::steady_clock::now();
    if (lattices.empty() || lexicons != "-") {
      std::string bytes;
      std::optional<Lexicon> own;
      if (lexicons != "-") {
        bytes = read_file(fmt::format("{}/fold{}.bin", lexicons, fold));
        own.emplace(bytes, "fold");
      }
      const Lexicon& lexicon = own ? *own : Lexicon::shipped();
      lattices.assign(documents.size(), {});
      for_each_parallel(documents.size(), [&](std::size_t i) {
        lattices[i] = make_lattice(
            documents[i].set, read_gold_document(gold + "/" + documents[i].set + "/" + documents[i].name),
            lexicon, model);
      });
      std::size_t beads = 0, units = 0;
      for (const auto& l : lattices) {
        beads += l.beads.size();
        units += l.source_units;
      }
      fmt::print("{} documents, {} beads, {} units; {} s\n", lattices.size(), beads, units,
                 std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - t0).count());
      std::fflush(stdout);
    }
    std::vector<const TrainingLattice*> train, test;
    for (std::size_t i = 0; i < lattices.size(); ++i)
      (documents[i].fold == fold ? test : train).push_back(&lattices[i]);
    WeightVector start(kTerms + (std::size_t{1} << HashedWeights::kBits));
    for (std::size_t k = 0; k < kTerms; ++k) start[k] = ScoreWeights().values[k];
    const auto t1 = std::chrono::steady_clock::now();
    const WeightVector weights = Trainer(train, settings).run();
    for (const TrainingLattice* l : test) {
      before[l->set] += evaluate(*l, start);
      results[l->set] += evaluate(*l, weights);
    }
    fmt::print("fold {}: {} s\n", fold,
               std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - t1).count());
    for (const auto& [name, r] : results)
      fmt::print("  {:12} {:.4f} / {:.4f}  nulls {:.3f} {:.3f}   (hand {:.4f} / {:.4f} {:.3f} {:.3f})\n", name, r.strict.f1(),
                 r.softm.f1(), r.null_source.f1(), r.null_target.f1(), before[name].strict.f1(),
                 before[name].softm.f1(), before[name].null_source.f1(), before[name].null_target.f1());
    std::fflush(stdout);
    if (settings["worst"] > 0)
      for (std::size_t k = 0; k < kTerms; ++k) fmt::print("   {:24} {:8.4f}\n", kTermNames[k], weights[k]);
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) { return thalign::run(argc, argv); }

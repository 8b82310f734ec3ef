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

#include "align/lexicon/lexicon.h"
#include "align/search/gap_scores.h"
#include "text/file.h"
#include "train/break_learning.h"
#include "train/crf.h"
#include "train/lattice.h"
#include "train/text_pairs.h"

namespace thalign {
namespace {

struct Settings {
  std::map<std::string, double> values = {
      {"epochs", 8}, {"rate", 0.1}, {"l2", 0.3},    {"l2t", 0.02},  {"small", 3.0},
      {"batch", 16}, {"folds", 5},  {"only", -1},   {"stride", 1},  {"worst", 0},
      {"l2b", 1.0},  {"ship", 0},   {"docs", 0},    {"least", 0.3}, {"null", -1},
      {"l2d", 10},   {"errors", 0}, {"init", 0.01}, {"joined", 0}};
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

SpanEvaluation evaluate(const TrainingLattice& lattice, const WeightVector& weights,
                        double least = 0.0, double null = -1.0) {
  std::vector<ScoredBead> system;
  const auto span = [](UnitRange units, const auto& begin, const auto& end) {
    return units.empty() ? std::nullopt
                         : std::optional(ScoredBead::Span{begin[units.begin], end[units.end - 1]});
  };
  for (const Bead& bead : decode(lattice, weights, least, null)) {
    system.push_back({span(bead.source, lattice.thai_begin, lattice.thai_end),
                      span(bead.target, lattice.english_begin, lattice.english_end), false});
  }
  return evaluate_spans(lattice.gold.thai, lattice.gold.english, lattice.gold.spans, system);
}

std::string code_points(const std::string& text, ScoredBead::Span span) {
  std::string out;
  std::uint32_t at = 0;
  for (const char c : text) {
    const bool lead = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (lead) ++at;
    if (at > span.begin && at <= span.end) out += c == '\n' ? ' ' : c;
  }
  return out;
}

void show_errors(const TrainingLattice& lattice, const WeightVector& weights) {
  std::vector<ScoredBead> system;
  const auto span = [](UnitRange units, const auto& begin, const auto& end) {
    return units.empty() ? std::nullopt
                         : std::optional(ScoredBead::Span{begin[units.begin], end[units.end - 1]});
  };
  for (const Bead& bead : decode(lattice, weights))
    system.push_back({span(bead.source, lattice.thai_begin, lattice.thai_end),
                      span(bead.target, lattice.english_begin, lattice.english_end), false});
  fmt::print("=== {} {}\n", lattice.set, lattice.name);
  const auto show = [&](const char* who, const ScoredBead& b) {
    fmt::print("{} TH[{}]\n   EN[{}]\n", who,
               b.source ? code_points(lattice.gold.thai, *b.source) : "",
               b.target ? code_points(lattice.gold.english, *b.target) : "");
  };
  const auto same = [](const ScoredBead& a, const ScoredBead& b) {
    return a.source == b.source && a.target == b.target;
  };
  std::size_t g = 0;
  std::size_t s = 0;
  const auto& gold = lattice.gold.spans;
  while (g < gold.size() && s < system.size()) {
    if (same(gold[g], system[s])) {
      ++g;
      ++s;
      continue;
    }
    std::size_t g2 = g, s2 = s;
    bool found = false;
    for (std::size_t d = 1; d < 12 && !found; ++d)
      for (std::size_t x = 0; x <= d && !found; ++x) {
        if (g + x < gold.size() && s + d - x < system.size() &&
            same(gold[g + x], system[s + d - x])) {
          g2 = g + x;
          s2 = s + d - x;
          found = true;
        }
      }
    if (!found) {
      g2 = gold.size();
      s2 = system.size();
    }
    fmt::print("--\n");
    for (; g < g2; ++g) show(gold[g].optional ? "gold opt" : "gold", gold[g]);
    for (; s < s2; ++s) show("  SYS", system[s]);
  }
}

class Trainer {
 public:
  Trainer(const std::vector<const TrainingLattice*>& train, const Settings& settings)
      : train_(train),
        settings_(settings),
        size_(kHashed + (std::size_t{1} << HashedWeights::kBits)) {}

  WeightVector run() {
    WeightVector weights(size_);
    const ScoreWeights prior;
    for (std::size_t k = 0; k < kTerms; ++k) weights[k] = prior.values[k];
    const WeightVector start = weights;
    std::vector<double> squares(size_, settings_["init"]);
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
          const std::size_t style = kTerms * (1 + style_of(train_[order[begin + i]]->kind));
          for (std::size_t k = 0; k < kTerms; ++k) {
            gradient[k] += w * gradients[i].terms[k];
            gradient[style + k] += w * gradients[i].terms[k];
          }
          for (const auto& [slot, value] : gradients[i].hashed) {
            const std::uint32_t at = static_cast<std::uint32_t>(kHashed) + slot;
            if (is_touched[at] == 0) {
              is_touched[at] = 1;
              touched.push_back(at);
            }
            gradient[at] += w * value;
          }
        }
        const double share = batch_weight / total_weight;
        for (std::size_t k = 0; k < kHashed; ++k) {
          const double g =
              gradient[k] + share * settings_[k < kTerms ? "l2t" : "l2d"] * (weights[k] - start[k]);
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
      if (settings_["worst"] > 1)
        fmt::print("epoch {} loss {:.1f} unusable {}\n", epoch, loss, unusable);
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
  std::vector<Settings> sweep = {settings};
  for (int i = 4; i < argc; ++i) {
    const std::string arg = argv[i];
    if (arg.find(':') == std::string::npos) continue;
    const auto at = arg.find('=');
    std::istringstream in(arg.substr(at + 1));
    std::string value;
    std::vector<Settings> next;
    while (std::getline(in, value, ':')) {
      for (Settings one : sweep) {
        one.values[arg.substr(0, at)] = std::stod(value);
        next.push_back(one);
      }
    }
    sweep = next;
  }
  std::vector<std::vector<GapExample>> examples(documents.size());
  for_each_parallel(documents.size(), [&](std::size_t i) {
    examples[i] =
        gap_examples(read_gold_document(gold + "/" + documents[i].set + "/" + documents[i].name));
  });
  std::vector<std::map<std::string, SpanEvaluation>> results(sweep.size());
  std::map<std::string, SpanEvaluation> before;
  std::map<std::string, std::array<int, 3>> reach;
  const auto folds = static_cast<int>(settings["folds"]);
  std::vector<TrainingLattice> lattices;
  // Each document is seen by models that were learnt without its fold.
  const auto t0 = std::chrono::steady_clock::now();
  lattices.assign(documents.size(), {});
  std::vector<std::string> packed(5), lexicon_bytes(5);
  std::vector<std::optional<Lexicon>> own(5);
  std::vector<std::optional<BreakModel>> breaks(5);
  for_each_parallel(5, [&](std::size_t fold) {
    std::vector<const std::vector<GapExample>*> used;
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (documents[i].fold != static_cast<int>(fold)) used.push_back(&examples[i]);
    packed[fold] = learn_breaks(used, settings["l2b"]);
    breaks[fold].emplace(packed[fold], "fold");
    if (lexicons != "-") {
      lexicon_bytes[fold] = read_file(fmt::format("{}/fold{}.bin", lexicons, fold));
      own[fold].emplace(lexicon_bytes[fold], "fold");
    }
  });
  fmt::print("breaks {} s\n",
             std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - t0)
                 .count());
  if (settings["joined"] > 0) {
    for (const bool joined : {true, false}) {
      for (const bool news : {true, false}) {
        std::array<int, 12> all{}, right{};
        int ends = 0, gaps = 0;
        for (std::size_t i = 0; i < documents.size(); ++i) {
          if ((documents[i].set == "thaigov") != news) continue;
          for (const GapExample& e : examples[i]) {
            if (e.joined != joined) continue;
            ++gaps;
            ends += e.ends ? 1 : 0;
            const float odds =
                breaks[static_cast<std::size_t>(documents[i].fold)]->log_odds(e.features);
            for (int t = 0; t < 12; ++t)
              if (odds > static_cast<float>(-t)) {
                ++all[static_cast<std::size_t>(t)];
                right[static_cast<std::size_t>(t)] += e.ends ? 1 : 0;
              }
          }
        }
        fmt::print("joined {} news {}: gaps {} ends {}\n", joined, news, gaps, ends);
        for (std::size_t t = 0; t < 12; ++t)
          fmt::print("   > -{}: {} candidates, {} right ({:.3f})\n", t, all[t], right[t],
                     1.0 * right[t] / ends);
      }
    }
  }
  for_each_parallel(documents.size(), [&](std::size_t i) {
    const auto fold = static_cast<std::size_t>(documents[i].fold);
    lattices[i] =
        make_lattice(documents[i].set,
                     read_gold_document(gold + "/" + documents[i].set + "/" + documents[i].name),
                     own[fold] ? *own[fold] : Lexicon::shipped(), *breaks[fold], model);
  });
  std::size_t beads = 0, units = 0;
  std::map<std::string, std::map<std::uint32_t, int>> kinds;
  for (const auto& l : lattices) ++kinds[l.set][l.kind];
  for (const auto& [s, of] : kinds) {
    fmt::print("{}: ", s);
    for (const auto& [k, n] : of) fmt::print(" {}:{}", k, n);
    fmt::print("\n");
  }
  for (const auto& l : lattices) {
    beads += l.beads.size();
    units += l.source_units;
    reach[l.set][0] += l.gold_matches;
    reach[l.set][1] += l.gold_expressible;
    reach[l.set][2] += l.gold_found;
  }
  fmt::print("{} documents, {} beads, {} units; {} s\n", lattices.size(), beads, units,
             std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - t0)
                 .count());
  std::fflush(stdout);
  if (settings["ship"] > 0) {
    std::vector<const std::vector<GapExample>*> all;
    for (const auto& of_document : examples) all.push_back(&of_document);
    std::ofstream("thai_breaks.bin", std::ios::binary) << learn_breaks(all, settings["l2b"]);
    std::vector<const TrainingLattice*> train;
    for (const auto& l : lattices) train.push_back(&l);
    const WeightVector weights = Trainer(train, sweep[0]).run();
    std::array<ScoreWeights, kStyles> terms;
    for (std::size_t style = 0; style < kStyles; ++style)
      for (std::size_t k = 0; k < kTerms; ++k)
        terms[style].values[k] = weights[k] + weights[kTerms * (1 + style) + k];
    const std::vector<float> hashed(weights.begin() + kHashed, weights.end());
    std::ofstream("score.bin", std::ios::binary) << ScoreModel::pack(terms, hashed);
    return 0;
  }
  for (int fold = 0; fold < folds; ++fold) {
    if (settings["only"] >= 0 && fold != static_cast<int>(settings["only"])) continue;
    std::vector<const TrainingLattice*> train, test;
    for (std::size_t i = 0; i < lattices.size(); ++i)
      (documents[i].fold == fold ? test : train).push_back(&lattices[i]);
    WeightVector start(kHashed + (std::size_t{1} << HashedWeights::kBits));
    for (std::size_t k = 0; k < kTerms; ++k) start[k] = ScoreWeights().values[k];
    for (const TrainingLattice* l : test) before[l->set] += evaluate(*l, start);
    for (std::size_t c = 0; c < sweep.size(); ++c) {
      const WeightVector weights = Trainer(train, sweep[c]).run();
      std::vector<SpanEvaluation> each(test.size());
      for_each_parallel(test.size(), [&](std::size_t i) {
        each[i] = evaluate(*test[i], weights, sweep[c]["least"], sweep[c]["null"]);
      });
      for (std::size_t i = 0; i < test.size(); ++i) {
        results[c][test[i]->set] += each[i];
        if (settings["docs"] > 0)
          fmt::print("doc {} {} {:.3f} {:.3f} units {} {} kind {}\n", test[i]->set, test[i]->name,
                     each[i].strict.f1(), each[i].softm.f1(), test[i]->source_units,
                     test[i]->target_units, test[i]->kind);
      }
      if (settings["errors"] > 0)
        for (std::size_t i = 0; i < test.size(); i += static_cast<std::size_t>(settings["errors"]))
          show_errors(*test[i], weights);
      if (settings["worst"] > 0)
        for (std::size_t k = 0; k < kTerms; ++k)
          fmt::print("   {:24} {:8.4f}\n", kTermNames[k], weights[k]);
    }
    fmt::print("fold {} done\n", fold);
    std::fflush(stdout);
  }
  for (const auto& [name, r] : reach)
    fmt::print("  {:12} gold pairs {} expressible {:.4f} among candidates {:.4f}\n", name, r[0],
               1.0 * r[1] / r[0], 1.0 * r[2] / r[0]);
  const auto print = [](const std::map<std::string, SpanEvaluation>& of) {
    double mean = 0.0;
    for (const auto& [name, r] : of) {
      fmt::print("  {} {:.4f}/{:.4f} n{:.2f}/{:.2f}", name.substr(0, 6), r.strict.f1(),
                 r.softm.f1(), r.null_source.f1(), r.null_target.f1());
      mean += r.strict.f1();
    }
    fmt::print("  MEAN {:.4f}\n", mean / static_cast<double>(of.size()));
  };
  fmt::print("hand");
  print(before);
  for (std::size_t c = 0; c < sweep.size(); ++c) {
    for (int i = 4; i < argc; ++i) {
      const std::string arg = argv[i];
      if (arg.find(':') != std::string::npos)
        fmt::print("{}={} ", arg.substr(0, arg.find('=')), sweep[c][arg.substr(0, arg.find('='))]);
    }
    print(results[c]);
  }
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) { return thalign::run(argc, argv); }

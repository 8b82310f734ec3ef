// SPDX-License-Identifier: Apache-2.0
// Learns the transliteration table of models/ from lists of names:
//
//     learn_transliteration OUTPUT NAMES.tsv ...
//
// Each line has a name in Thai and in Latin letters (train/name_list.h). Expectation maximisation
// over all ways to cut both into pairs of letters; names that do not spell each other (Bangkok) are
// left out more and more.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "align/names/transliteration.h"
#include "text/error.h"
#include "text/fold.h"
#include "train/name_list.h"
#include "train/trainer_main.h"

namespace thalign {
namespace {

struct Pair {
  std::vector<Letter> thai, latin;
  double weight;
};

using Key = std::array<Letter, 5>;

Key key_of(const Pair& p, std::size_t i, std::size_t a, std::size_t j, std::size_t b) {
  Key key{};
  for (std::size_t k = 0; k < a; ++k) key[k] = p.thai[i + k];
  for (std::size_t k = 0; k < b; ++k) key[2 + k] = p.latin[j + k];
  return key;
}

bool allowed(std::size_t a, std::size_t b) {
  return (a + b > 0) && !(a == 0 && b > 1) && !(b == 0 && a > 1);
}

/// Joint probabilities of pairs of letters.
class Multigram {
 public:
  explicit Multigram(const std::vector<Pair>& pairs) : pairs_(pairs) {
    for (const Pair& p : pairs) visit(p, [&](const Key& key, auto...) { q_[key] = 0.0; });
    for (auto& [key, q] : q_) {
      const int a = (key[0] > 0) + (key[1] > 0);
      const int b = (key[2] > 0) + (key[3] > 0) + (key[4] > 0);
      q = std::exp(-2.0 * std::max(a, b) - (a == 0 || b == 0 ? 2.0 : 0.0) - std::abs(a - b));
    }
    for (const Pair& p : pairs) {
      for (const Letter t : p.thai) thai_[t] += p.weight;
      for (const Letter l : p.latin) latin_[l] += p.weight;
    }
    const auto normalize = [](std::array<double, 128>& counts) {
      double sum = 0;
      for (const double c : counts) sum += c;
      for (double& c : counts) c /= sum;
    };
    normalize(thai_);
    normalize(latin_);
  }

  void iterate(double discount) {
    std::map<Key, double> counts;
    double log_likelihood = 0.0;
    std::size_t used = 0;
    for (const Pair& p : pairs_) {
      const double ratio = expect(p, counts);
      log_likelihood += ratio;
      used += ratio > 0 ? 1 : 0;
    }
    double sum = 0.0;
    for (auto& [key, count] : counts) {
      count = std::max(0.0, count - discount);
      sum += count;
    }
    q_.clear();
    for (const auto& [key, count] : counts) {
      if (count > 0.0) q_[key] = count / sum;
    }
    fmt::print("{} letter pairs, {} of {} names used, mean ratio {:.2f}\n", q_.size(), used,
               pairs_.size(), log_likelihood / static_cast<double>(pairs_.size()));
  }

  std::vector<LetterPair> table() const {
    std::vector<LetterPair> table;
    for (const auto& [key, q] : q_) {
      const double weight = std::clamp(ratio(key, q), -double{Transliteration::kLargest},
                                       double{Transliteration::kLargest});
      table.push_back({{key[0], key[1]}, {key[2], key[3], key[4]}, static_cast<float>(weight)});
    }
    return table;
  }

 private:
  template <typename Visitor>
  static void visit(const Pair& p, Visitor&& visitor) {
    for (std::size_t i = 0; i <= p.thai.size(); ++i) {
      for (std::size_t j = 0; j <= p.latin.size(); ++j) {
        for (std::size_t a = 0; a <= std::min<std::size_t>(2, p.thai.size() - i); ++a) {
          for (std::size_t b = 0; b <= std::min<std::size_t>(3, p.latin.size() - j); ++b) {
            if (allowed(a, b)) visitor(key_of(p, i, a, j, b), i, a, j, b);
          }
        }
      }
    }
  }

  double ratio(const Key& key, double q) const {
    double value = std::log(q);
    for (std::size_t k = 0; k < 2; ++k) value -= key[k] > 0 ? std::log(thai_[key[k]]) : 0.0;
    for (std::size_t k = 2; k < 5; ++k) value -= key[k] > 0 ? std::log(latin_[key[k]]) : 0.0;
    return value;
  }

  /// Adds expected counts of one name; returns its log-likelihood ratio.
  double expect(const Pair& p, std::map<Key, double>& counts) {
    const std::size_t columns = p.latin.size() + 1;
    const std::size_t cells = (p.thai.size() + 1) * columns;
    std::vector<double> forward(cells), backward(cells);
    forward[0] = 1.0;
    struct Step {
      std::size_t from, to;
      double q;
      const Key* key;
    };
    std::vector<Step> steps;
    visit(p, [&](const Key& key, std::size_t i, std::size_t a, std::size_t j, std::size_t b) {
      const auto found = q_.find(key);
      if (found == q_.end()) return;
      steps.push_back({i * columns + j, (i + a) * columns + j + b, found->second, &found->first});
    });
    // `visit` goes by place; every step leads to a later one.
    for (const Step& s : steps) forward[s.to] += forward[s.from] * s.q;
    backward[cells - 1] = 1.0;
    for (std::size_t k = steps.size(); k-- > 0;)
      backward[steps[k].from] += steps[k].q * backward[steps[k].to];
    const double total = forward[cells - 1];
    if (!(total > 0.0)) return -50.0;
    double ratio = std::log(total);
    for (const Letter t : p.thai) ratio -= std::log(thai_[t]);
    for (const Letter l : p.latin) ratio -= std::log(latin_[l]);
    const double share = p.weight / (1.0 + std::exp(-(ratio - 2.0)));
    for (const Step& s : steps) {
      counts[*s.key] += share * forward[s.from] * s.q * backward[s.to] / total;
    }
    return ratio;
  }

  const std::vector<Pair>& pairs_;
  std::map<Key, double> q_;
  std::array<double, 128> thai_{}, latin_{};
};

void add_names(const std::string& path, double weight, std::vector<Pair>& pairs) {
  for (const NamePair& name : read_name_list(path)) {
    const FoldedText thai(name.thai);
    const FoldedText latin(name.latin);
    Pair pair{thai_letters(thai.text()), latin_letters(latin.text()), weight};
    if (pair.thai.size() >= 2 && pair.latin.size() >= 2 && pair.thai.size() < 40 &&
        pair.latin.size() < 40) {
      pairs.push_back(std::move(pair));
    }
  }
}

int run(const std::vector<std::string>& arguments) {
  constexpr int kIterations = 12;
  std::vector<Pair> pairs;
  std::size_t largest = 0;
  std::vector<std::vector<Pair>> lists;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    lists.emplace_back();
    add_names(arguments[i], 1.0, lists.back());
    largest = std::max(largest, lists.back().size());
  }
  // Lists count alike, whatever their length.
  for (std::vector<Pair>& list : lists) {
    for (Pair& pair : list) {
      pair.weight = std::sqrt(static_cast<double>(largest) / static_cast<double>(list.size()));
      pairs.push_back(std::move(pair));
    }
  }
  Multigram model(pairs);
  for (int i = 0; i < kIterations; ++i) model.iterate(i < 4 ? 0.0 : 0.1);
  std::ofstream(arguments[0], std::ios::binary) << Transliteration::pack(model.table());
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) {
  return thalign::trainer_main(argc, argv, "learn_transliteration", "OUTPUT NAMES.tsv ...", 2,
                               thalign::run);
}

// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon_learner.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "align/lexicon/text_keys.h"
#include "align/numbers/anchor_key.h"

namespace thalign {
namespace {

/// Beads below are not learnt from.
constexpr double kLeastConfidence = 0.3;

/// While learning, so that no sum is 0.
constexpr double kMinProbability = 1e-12;

/// The derivative of the log of the gamma function, for `x` above 0. Source: Abramowitz and Stegun
/// 1964, 6.3.5 and 6.3.18.
double digamma(double x) {
  double shift = 0.0;
  for (; x < 7.0; x += 1.0) shift -= 1.0 / x;
  const double square = 1.0 / (x * x);
  return shift + std::log(x) - 0.5 / x -
         square * (1.0 / 12.0 - square * (1.0 / 120.0 - square / 252.0));
}

struct Sentences {
  std::span<const Symbol> given, predicted;
  double weight;

  /// Pairs of a predicted word and a given one, or none.
  std::size_t places() const { return (given.size() + 1) * predicted.size(); }
};

/// Probabilities p(predicted | given), kept for words that stand in one pair at least:
///
///     given word   0           1     ...   empty word
///     begin_       0           3           n           n + k
///     predicted_   5  8  9     2  5        0 1 2 ...
///     probability_ .5 .2 .3    ...
///
/// The empty word is the given symbol one past the others. `places_` says for each (predicted,
/// given) pair of tokens where its probability is, pair by pair of texts, the predicted token
/// changing slowest and the empty word first.
class Model1 {
 public:
  Model1(std::vector<Sentences> pairs, Symbol given_words, Symbol predicted_words)
      : pairs_(std::move(pairs)), empty_(given_words) {
    const std::vector<std::vector<Occurrence>> occurrences = find_occurrences();
    std::vector<std::uint32_t> place_of(predicted_words);
    std::vector<Symbol> last_given(predicted_words, empty_ + 1);
    begin_.push_back(0);
    for (Symbol given = 0; given <= empty_; ++given) {
      for (const Occurrence& at : occurrences[given]) {
        const Sentences& pair = pairs_[at.pair];
        for (std::size_t p = 0; p < pair.predicted.size(); ++p) {
          const Symbol word = pair.predicted[p];
          if (last_given[word] != given) {
            last_given[word] = given;
            place_of[word] = static_cast<std::uint32_t>(predicted_.size());
            predicted_.push_back(word);
          }
          places_[at.first_place + p * (pair.given.size() + 1)] = place_of[word];
        }
      }
      begin_.push_back(static_cast<std::uint32_t>(predicted_.size()));
    }
    probability_.assign(predicted_.size(), 1.0F);
  }

  /// The last iteration gives shares of the counts, those before it the variational posterior.
  void train(const LexiconLearner::Options& options) {
    for (int i = 1; i < options.iterations; ++i) take_posterior(expected_counts(), options.prior);
    take_shares(expected_counts(), options.discount);
  }

  template <typename Visitor>
  void for_each(Visitor&& visit) const {
    for (Symbol given = 0; given < empty_; ++given) {
      for (std::uint32_t i = begin_[given]; i < begin_[given + 1]; ++i)
        visit(given, predicted_[i], probability_[i]);
    }
  }

 private:
  struct Occurrence {
    std::uint32_t pair;
    std::size_t first_place;  // of the given token with the first predicted one
  };

  /// Where each given word stands; lays out `places_`.
  std::vector<std::vector<Occurrence>> find_occurrences() {
    std::vector<std::vector<Occurrence>> occurrences(empty_ + 1);
    std::size_t place = 0;
    for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
      occurrences[empty_].push_back({i, place});
      for (std::size_t g = 0; g < pairs_[i].given.size(); ++g)
        occurrences[pairs_[i].given[g]].push_back({i, place + g + 1});
      place += pairs_[i].places();
    }
    places_.resize(place);
    return occurrences;
  }

  std::vector<double> expected_counts() const {
    std::vector<double> counts(predicted_.size());
    const std::uint32_t* place = places_.data();
    for (const Sentences& pair : pairs_) {
      const std::size_t given = pair.given.size() + 1;
      for (std::size_t p = 0; p < pair.predicted.size(); ++p, place += given) {
        double sum = 0.0;
        for (std::size_t g = 0; g < given; ++g) sum += static_cast<double>(probability_[place[g]]);
        const double scale = pair.weight / sum;
        for (std::size_t g = 0; g < given; ++g)
          counts[place[g]] += scale * static_cast<double>(probability_[place[g]]);
      }
    }
    return counts;
  }

  void take_posterior(const std::vector<double>& counts, double prior) {
    for (Symbol given = 0; given <= empty_; ++given) {
      double sum = 0.0;
      for (std::uint32_t i = begin_[given]; i < begin_[given + 1]; ++i) sum += counts[i] + prior;
      const double whole = digamma(sum);
      for (std::uint32_t i = begin_[given]; i < begin_[given + 1]; ++i)
        probability_[i] = static_cast<float>(
            std::max(std::exp(digamma(counts[i] + prior) - whole), kMinProbability));
    }
  }

  void take_shares(const std::vector<double>& counts, double discount) {
    for (Symbol given = 0; given <= empty_; ++given) {
      double sum = discount;
      for (std::uint32_t i = begin_[given]; i < begin_[given + 1]; ++i) sum += counts[i];
      for (std::uint32_t i = begin_[given]; i < begin_[given + 1]; ++i)
        probability_[i] = static_cast<float>(std::max(counts[i] / sum, kMinProbability));
    }
  }

  std::vector<Sentences> pairs_;
  Symbol empty_;
  std::vector<std::uint32_t> begin_;
  std::vector<Symbol> predicted_;
  std::vector<float> probability_;
  std::vector<std::uint32_t> places_;
};

std::vector<Symbol> symbols(std::span<const std::string_view> keys, Vocabulary& vocabulary) {
  std::vector<Symbol> out;
  for (const std::string_view key : keys) {
    if (!is_anchor(key)) out.push_back(vocabulary.add(key));
  }
  return out;
}

/// The words of one side that are frequent enough, ascending, with the way from symbols to their
/// numbers.
struct FrequentWords {
  static constexpr WordId kNone = std::numeric_limits<WordId>::max();
  LexiconSide side;
  std::vector<WordId> id;  // per symbol
};

FrequentWords frequent_words(const Vocabulary& vocabulary, const std::vector<double>& counts,
                             double least_count) {
  FrequentWords words;
  words.id.assign(vocabulary.size(), FrequentWords::kNone);
  std::vector<Symbol> kept;
  for (Symbol symbol = 0; symbol < vocabulary.size(); ++symbol) {
    if (counts[symbol] >= least_count) kept.push_back(symbol);
  }
  std::sort(kept.begin(), kept.end(),
            [&](Symbol a, Symbol b) { return vocabulary.key(a) < vocabulary.key(b); });
  const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
  for (const Symbol symbol : kept) {
    words.id[symbol] = static_cast<WordId>(words.side.entries.size());
    words.side.entries.push_back(
        {vocabulary.key(symbol), static_cast<float>(counts[symbol] / total), {}});
  }
  return words;
}

void add_translations(const Model1& model, FrequentWords& given, const FrequentWords& predicted,
                      const LexiconLearner::Options& options) {
  model.for_each([&](Symbol g, Symbol p, float probability) {
    if (probability < options.least_probability || given.id[g] == FrequentWords::kNone ||
        predicted.id[p] == FrequentWords::kNone) {
      return;
    }
    given.side.entries[given.id[g]].translations.push_back({predicted.id[p], probability});
  });
  for (LexiconSide::Entry& entry : given.side.entries) {
    std::stable_sort(
        entry.translations.begin(), entry.translations.end(),
        [](const Translation& a, const Translation& b) { return a.probability > b.probability; });
    if (entry.translations.size() > options.most_translations) {
      entry.translations.resize(options.most_translations);
    }
  }
}

}  // namespace

void LexiconLearner::add(std::span<const std::string_view> thai,
                         std::span<const std::string_view> english, double weight,
                         std::uint32_t groups) {
  Pair pair{symbols(thai, thai_), symbols(english, english_), weight, groups};
  if (!pair.thai.empty() && !pair.english.empty()) pairs_.push_back(std::move(pair));
}

void LexiconLearner::add_beads(const SegmentedText& thai, const SegmentedText& english,
                               std::span<const Bead> beads, double weight, std::uint32_t groups) {
  const TextKeys thai_keys(thai);
  const TextKeys english_keys(english);
  for (const Bead& bead : beads) {
    if (bead.is_null() || bead.confidence < kLeastConfidence) continue;
    add(thai_keys.in(bead.source), english_keys.in(bead.target), bead.confidence * weight, groups);
  }
}

std::pair<LexiconSide, LexiconSide> LexiconLearner::learn(const Options& options) const {
  std::vector<double> thai_counts(thai_.size());
  std::vector<double> english_counts(english_.size());
  std::vector<Sentences> to_english;
  std::vector<Sentences> to_thai;
  for (const Pair& pair : pairs_) {
    if ((pair.groups & options.without) != 0) continue;
    for (const Symbol symbol : pair.thai) thai_counts[symbol] += pair.weight;
    for (const Symbol symbol : pair.english) english_counts[symbol] += pair.weight;
    to_english.push_back({pair.thai, pair.english, pair.weight});
    to_thai.push_back({pair.english, pair.thai, pair.weight});
  }
  FrequentWords thai = frequent_words(thai_, thai_counts, options.least_count);
  FrequentWords english = frequent_words(english_, english_counts, options.least_count);
  {
    Model1 model(std::move(to_english), thai_.size(), english_.size());
    model.train(options);
    add_translations(model, thai, english, options);
  }
  Model1 model(std::move(to_thai), english_.size(), thai_.size());
  model.train(options);
  add_translations(model, english, thai, options);
  return {std::move(thai.side), std::move(english.side)};
}

}  // namespace thalign

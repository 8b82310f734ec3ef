#include "align/lexicon/lexicon_learner.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "align/lexicon/text_keys.h"

namespace thalign {
namespace {

/// Beads below are not learnt from.
constexpr double kLeastConfidence = 0.3;

/// A given and a predicted word that stand in one pair at least: where their probability is kept.
using Cell = std::uint64_t;
Cell cell(Symbol given, Symbol predicted) { return (Cell{given} << 32U) | predicted; }
Symbol given_of(Cell c) { return static_cast<Symbol>(c >> 32U); }
Symbol predicted_of(Cell c) { return static_cast<Symbol>(c); }

struct Sentences {
  std::span<const Symbol> given, predicted;
  double weight;
};

/// Probabilities p(predicted | given), sparse; the empty word is the given symbol one past the
/// others.
class Model1 {
 public:
  Model1(std::vector<Sentences> pairs, Symbol given_words)
      : pairs_(std::move(pairs)), empty_(given_words) {
    for (const Sentences& pair : pairs_) {
      for_cells(pair, [&](Cell c) { cells_.push_back(c); });
    }
    std::sort(cells_.begin(), cells_.end());
    cells_.erase(std::unique(cells_.begin(), cells_.end()), cells_.end());
    probability_.assign(cells_.size(), 1.0F);
    for (const Sentences& pair : pairs_) {
      for_cells(pair, [&](Cell c) {
        const auto at = std::lower_bound(cells_.begin(), cells_.end(), c) - cells_.begin();
        places_.push_back(static_cast<std::uint32_t>(at));
      });
    }
  }

  void train(int iterations, double discount) {
    for (int i = 0; i < iterations; ++i) iterate(i + 1 == iterations ? discount : 0.0);
  }

  template <typename Visitor>
  void for_each(Visitor&& visit) const {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (given_of(cells_[i]) != empty_)
        visit(given_of(cells_[i]), predicted_of(cells_[i]), probability_[i]);
    }
  }

 private:
  template <typename Visitor>
  void for_cells(const Sentences& pair, Visitor&& visit) const {
    for (const Symbol predicted : pair.predicted) {
      visit(cell(empty_, predicted));
      for (const Symbol given : pair.given) visit(cell(given, predicted));
    }
  }

  void iterate(double discount) {
    std::vector<double> counts(cells_.size());
    std::size_t next = 0;
    for (const Sentences& pair : pairs_) {
      const std::size_t given = pair.given.size() + 1;
      for (std::size_t e = 0; e < pair.predicted.size(); ++e, next += given) {
        double sum = 0.0;
        for (std::size_t g = 0; g < given; ++g)
          sum += static_cast<double>(probability_[places_[next + g]]);
        const double scale = pair.weight / sum;
        for (std::size_t g = 0; g < given; ++g) {
          const std::uint32_t place = places_[next + g];
          counts[place] += scale * static_cast<double>(probability_[place]);
        }
      }
    }
    normalize(counts, discount);
  }

  void normalize(const std::vector<double>& counts, double discount) {
    constexpr double kLeast = 1e-9;
    for (std::size_t begin = 0; begin < cells_.size();) {
      std::size_t end = begin;
      double sum = discount;
      while (end < cells_.size() && given_of(cells_[end]) == given_of(cells_[begin]))
        sum += counts[end++];
      for (std::size_t i = begin; i < end; ++i) {
        probability_[i] = static_cast<float>(std::max(counts[i] / sum, kLeast));
      }
      begin = end;
    }
  }

  std::vector<Sentences> pairs_;
  Symbol empty_;
  std::vector<Cell> cells_;         // ascending
  std::vector<float> probability_;  // one a cell
  std::vector<std::uint32_t>
      places_;  // the cell of each (predicted, given) token pair, in the order of `for_cells`
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
                         std::span<const std::string_view> english, double weight) {
  Pair pair{symbols(thai, thai_), symbols(english, english_), weight};
  if (!pair.thai.empty() && !pair.english.empty()) pairs_.push_back(std::move(pair));
}

void LexiconLearner::add_beads(const SegmentedText& thai, const SegmentedText& english,
                               std::span<const Bead> beads) {
  const TextKeys thai_keys(thai);
  const TextKeys english_keys(english);
  for (const Bead& bead : beads) {
    if (bead.is_null() || bead.confidence < kLeastConfidence) continue;
    add(thai_keys.in(bead.source), english_keys.in(bead.target), bead.confidence);
  }
}

std::pair<LexiconSide, LexiconSide> LexiconLearner::learn(const Options& options) const {
  std::vector<double> thai_counts(thai_.size());
  std::vector<double> english_counts(english_.size());
  std::vector<Sentences> to_english;
  std::vector<Sentences> to_thai;
  for (const Pair& pair : pairs_) {
    for (const Symbol symbol : pair.thai) thai_counts[symbol] += pair.weight;
    for (const Symbol symbol : pair.english) english_counts[symbol] += pair.weight;
    to_english.push_back({pair.thai, pair.english, pair.weight});
    to_thai.push_back({pair.english, pair.thai, pair.weight});
  }
  FrequentWords thai = frequent_words(thai_, thai_counts, options.least_count);
  FrequentWords english = frequent_words(english_, english_counts, options.least_count);
  {
    Model1 model(std::move(to_english), thai_.size());
    model.train(options.iterations, options.discount);
    add_translations(model, thai, english, options);
  }
  Model1 model(std::move(to_thai), english_.size());
  model.train(options.iterations, options.discount);
  add_translations(model, english, thai, options);
  return {std::move(thai.side), std::move(english.side)};
}

}  // namespace thalign

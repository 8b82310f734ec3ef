#include "train/crf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "align/search/gap_scores.h"

namespace thalign {
namespace {

constexpr double kNever = -1e300;
constexpr std::size_t kBreakThai = static_cast<std::size_t>(Term::break_thai);
constexpr std::size_t kNullBegin = static_cast<std::size_t>(Term::null_thai_open);

enum State { kM, kS, kT };

struct Sum {
  double max = kNever;
  double sum = 0.0;
  void add(double x) {
    if (x <= max) {
      if (x > max - 32.0) sum += std::exp(x - max);
    } else if (x > kNever / 2) {
      sum = max > x - 32.0 ? sum * std::exp(max - x) + 1.0 : 1.0;
      max = x;
    }
  }
  double log() const { return sum == 0.0 ? kNever : max + std::log(sum); }
};

class Chart {
 public:
  Chart(const TrainingLattice& lattice, const WeightVector& weights)
      : lattice_(lattice), weights_(weights), terms_(weights.begin(), weights.begin() + kTerms) {
    for (std::size_t k = 0; k < kTerms; ++k)
      terms_[k] += weights[kTerms * (1 + style_of(lattice.kind)) + k];
    offset_.push_back(0);
    for (std::uint32_t i = 0; i <= lattice.source_units; ++i)
      offset_.push_back(offset_.back() + lattice.last[i] - lattice.first[i] + 1);
    score_all();
  }

  std::size_t cell(std::uint32_t i, std::uint32_t j) const {
    return offset_[i] + j - lattice_.first[i];
  }
  bool inside(std::uint32_t i, std::uint32_t j) const {
    return lattice_.first[i] <= j && j <= lattice_.last[i];
  }

  void score_all() {
    const auto gap_scores = [&](const std::vector<TrainingLattice::Gap>& gaps) {
      std::vector<double> scores;
      for (const auto& gap : gaps) {
        double sum = terms_[kBreakThai + (gap.of_thai ? 0 : 1)] * static_cast<double>(gap.odds);
        for (const std::uint32_t slot : gap.slots) sum += weights_[kHashed + slot];
        scores.push_back(sum);
      }
      return scores;
    };
    source_gap_ = gap_scores(lattice_.source_gaps);
    target_gap_ = gap_scores(lattice_.target_gaps);
    std::vector<double> openings;
    for (const auto& slots : lattice_.openings) {
      double sum = 0.0;
      for (const std::uint32_t slot : slots) sum += weights_[kHashed + slot];
      openings.push_back(sum);
    }
    bead_score_.resize(lattice_.beads.size());
    std::array<float, TrainingLattice::kBeadTerms> w;
    for (std::size_t k = 0; k < w.size(); ++k) w[k] = static_cast<float>(terms_[k]);
    for (std::size_t b = 0; b < bead_score_.size(); ++b) {
      const auto& bead = lattice_.beads[b];
      const auto& terms = lattice_.terms[b];
      float dot = 0.0F;
      for (std::size_t k = 0; k < w.size(); ++k) dot += w[k] * terms[k];
      bead_score_[b] = static_cast<double>(dot) + source_gap_[bead.source_end - 1] +
                       target_gap_[bead.target_end - 1] + openings[bead.opening];
    }
    const auto null_scores = [&](const std::vector<TrainingLattice::NullStep>& steps,
                                 const std::vector<double>& gaps, std::vector<double>& opened,
                                 std::vector<double>& joined) {
      for (std::size_t u = 0; u < steps.size(); ++u) {
        double open = gaps[u];
        double join = gaps[u] - (u == 0 ? 0.0 : gaps[u - 1]);
        for (std::size_t k = 0; k < TrainingLattice::kNullTerms; ++k) {
          open += terms_[kNullBegin + k] * static_cast<double>(steps[u].opened[k]);
          join += terms_[kNullBegin + k] * static_cast<double>(steps[u].joined[k]);
        }
        opened.push_back(open);
        joined.push_back(u == 0 ? kNever : join);
      }
    };
    null_scores(lattice_.source_null, source_gap_, source_opened_, source_joined_);
    null_scores(lattice_.target_null, target_gap_, target_opened_, target_joined_);
  }

  double source_step(State state, std::uint32_t unit) const {
    return state == kT ? kNever : state == kS ? source_joined_[unit] : source_opened_[unit];
  }
  double target_step(State state, std::uint32_t unit) const {
    return state == kT ? target_joined_[unit] : target_opened_[unit];
  }

  /// Log sums over paths; adds sign times the expected counts to `out`. Returns the total.
  double expect(bool gold_only, double sign, Gradient& out,
                std::vector<double>* posteriors = nullptr,
                std::vector<double>* source_null_out = nullptr,
                std::vector<double>* target_null_out = nullptr) const {
    const std::size_t cells = offset_.back();
    const std::uint32_t n = lattice_.source_units;
    const std::uint32_t m = lattice_.target_units;
    std::vector<Sum> match(cells);
    std::array<std::vector<double>, 3> forward;
    for (auto& f : forward) f.assign(cells, kNever);
    std::vector<double> all(cells, kNever);
    match[0].add(0.0);
    for (std::uint32_t i = 0; i <= n; ++i) {
      std::size_t b = i < n ? lattice_.bead_begin[i] : 0;
      for (std::uint32_t j = lattice_.first[i]; j <= lattice_.last[i]; ++j) {
        const std::size_t c = cell(i, j);
        forward[kM][c] = match[c].log();
        if (i > 0 && inside(i - 1, j) && (!gold_only || lattice_.allows_source_null(i - 1, j))) {
          const std::size_t p = cell(i - 1, j);
          Sum sum;
          sum.add(forward[kM][p] + source_opened_[i - 1]);
          if (i > 1) sum.add(forward[kS][p] + source_joined_[i - 1]);
          forward[kS][c] = sum.log();
        }
        if (j > 0 && inside(i, j - 1) && (!gold_only || lattice_.allows_target_null(i, j - 1))) {
          const std::size_t p = cell(i, j - 1);
          Sum sum;
          sum.add(forward[kM][p] + target_opened_[j - 1]);
          sum.add(forward[kS][p] + target_opened_[j - 1]);
          if (j > 1) sum.add(forward[kT][p] + target_joined_[j - 1]);
          forward[kT][c] = sum.log();
        }
        Sum sum;
        for (const auto& f : forward) sum.add(f[c]);
        all[c] = sum.log();
      }
      if (i == n) break;
      for (; b < lattice_.bead_begin[i + 1]; ++b) {
        const auto& bead = lattice_.beads[b];
        if (gold_only && !bead.allowed) continue;
        const double before = all[cell(i, bead.target_begin)];
        if (before < kNever / 2) continue;
        match[cell(bead.source_end, bead.target_end)].add(before + bead_score_[b]);
      }
    }
    const double total = all[cell(n, m)];
    if (total < kNever / 2) return total;
    // Backward.
    std::vector<Sum> from_beads(cells);
    std::array<std::vector<double>, 3> backward;
    for (auto& f : backward) f.assign(cells, kNever);
    std::vector<double> opening(lattice_.openings.size());
    std::vector<double> source_end(n), target_end(m);
    std::array<double, TrainingLattice::kBeadTerms> terms{};
    for (std::uint32_t i = n + 1; i-- > 0;) {
      if (i < n) {
        for (std::size_t b = lattice_.bead_begin[i]; b < lattice_.bead_begin[i + 1]; ++b) {
          const auto& bead = lattice_.beads[b];
          if (gold_only && !bead.allowed) continue;
          const std::size_t from = cell(i, bead.target_begin);
          const double after = backward[kM][cell(bead.source_end, bead.target_end)];
          if (after < kNever / 2 || all[from] < kNever / 2) continue;
          const double score = bead_score_[b] + after;
          from_beads[from].add(score);
          const double log_posterior = all[from] + score - total;
          if (log_posterior < -18.0) continue;
          const double p = std::exp(log_posterior);
          if (posteriors != nullptr) (*posteriors)[b] = p;
          opening[bead.opening] += p;
          source_end[bead.source_end - 1] += p;
          target_end[bead.target_end - 1] += p;
          const auto& values = lattice_.terms[b];
          for (std::size_t k = 0; k < terms.size(); ++k)
            terms[k] += p * static_cast<double>(values[k]);
        }
      }
      for (std::uint32_t j = lattice_.last[i] + 1; j-- > lattice_.first[i];) {
        const std::size_t c = cell(i, j);
        const double beads = from_beads[c].log();
        const bool source_null =
            i < n && inside(i + 1, j) && (!gold_only || lattice_.allows_source_null(i, j));
        const bool target_null =
            j < m && inside(i, j + 1) && (!gold_only || lattice_.allows_target_null(i, j));
        for (const State state : {kM, kS, kT}) {
          Sum sum;
          sum.add(beads);
          if (i == n && j == m) sum.add(0.0);
          if (source_null && state != kT) {
            const double step = source_step(state, i) + backward[kS][cell(i + 1, j)];
            sum.add(step);
            add_null(lattice_.source_null[i], state == kS, forward[state][c] + step - total, sign,
                     out, source_end, i);
            if (source_null_out)
              (*source_null_out)[i] += std::exp(forward[state][c] + step - total);
          }
          if (target_null) {
            const double step = target_step(state, j) + backward[kT][cell(i, j + 1)];
            sum.add(step);
            add_null(lattice_.target_null[j], state == kT, forward[state][c] + step - total, sign,
                     out, target_end, j);
            if (target_null_out)
              (*target_null_out)[j] += std::exp(forward[state][c] + step - total);
          }
          backward[state][c] = sum.log();
        }
      }
    }
    for (std::size_t k = 0; k < terms.size(); ++k) out.terms[k] += sign * terms[k];
    for (std::size_t o = 0; o < opening.size(); ++o) {
      if (std::abs(opening[o]) < 1e-6) continue;
      for (const std::uint32_t slot : lattice_.openings[o])
        out.hashed.emplace_back(slot, sign * opening[o]);
    }
    add_ends(lattice_.source_gaps, source_end, sign, out);
    add_ends(lattice_.target_gaps, target_end, sign, out);
    return total;
  }

  /// Makes scores of posteriors, so that the best path has the most beads that are right.
  void use_risk(double least, double null) {
    std::vector<double> posteriors(lattice_.beads.size());
    std::vector<double> source(lattice_.source_units), target(lattice_.target_units);
    Gradient unused;
    expect(false, 0.0, unused, &posteriors, &source, &target);
    for (std::size_t b = 0; b < posteriors.size(); ++b) bead_score_[b] = posteriors[b] - least;
    for (std::size_t u = 0; u < source.size(); ++u) {
      source_opened_[u] = null * (source[u] - 0.5);
      source_joined_[u] = u == 0 ? kNever : null * (source[u] - 0.5);
    }
    for (std::size_t u = 0; u < target.size(); ++u) {
      target_opened_[u] = null * (target[u] - 0.5);
      target_joined_[u] = u == 0 ? kNever : null * (target[u] - 0.5);
    }
  }

  std::vector<Bead> decode() const {
    const std::size_t cells = offset_.back();
    const std::uint32_t n = lattice_.source_units;
    const std::uint32_t m = lattice_.target_units;
    std::array<std::vector<double>, 3> best;
    for (auto& f : best) f.assign(cells, kNever);
    std::vector<std::uint32_t> origin(cells);
    std::vector<std::array<State, 3>> previous(cells, {kM, kM, kM});
    best[kM][0] = 0.0;
    const auto best_state = [&](std::size_t c) {
      State state = kM;
      for (const State s : {kS, kT})
        if (best[s][c] > best[state][c]) state = s;
      return state;
    };
    for (std::uint32_t i = 0; i <= n; ++i) {
      for (std::uint32_t j = lattice_.first[i]; j <= lattice_.last[i]; ++j) {
        const std::size_t c = cell(i, j);
        for (const State state : {kM, kS, kT}) {
          if (i > 0 && inside(i - 1, j) && state != kT) {
            const double score = best[state][cell(i - 1, j)] + source_step(state, i - 1);
            if (score > best[kS][c]) {
              best[kS][c] = score;
              previous[c][kS] = state;
            }
          }
          if (j > 0 && inside(i, j - 1)) {
            const double score = best[state][cell(i, j - 1)] + target_step(state, j - 1);
            if (score > best[kT][c]) {
              best[kT][c] = score;
              previous[c][kT] = state;
            }
          }
        }
      }
      if (i == n) break;
      for (std::size_t b = lattice_.bead_begin[i]; b < lattice_.bead_begin[i + 1]; ++b) {
        const auto& bead = lattice_.beads[b];
        const std::size_t from = cell(i, bead.target_begin);
        const double score = best[best_state(from)][from] + bead_score_[b];
        const std::size_t to = cell(bead.source_end, bead.target_end);
        if (score > best[kM][to]) {
          best[kM][to] = score;
          origin[to] = static_cast<std::uint32_t>(b);
        }
      }
    }
    std::vector<Bead> beads;
    std::uint32_t i = n;
    std::uint32_t j = m;
    State state = best_state(cell(n, m));
    while (i > 0 || j > 0) {
      const std::size_t c = cell(i, j);
      if (state == kM) {
        const auto& bead = lattice_.beads[origin[c]];
        beads.push_back(
            {{bead.source_begin, bead.source_end}, {bead.target_begin, bead.target_end}, 0, 0});
        i = bead.source_begin;
        j = bead.target_begin;
        state = best_state(cell(i, j));
        continue;
      }
      const State before = previous[c][state];
      const bool source = state == kS;
      const std::uint32_t unit = (source ? i : j) - 1;
      const float odds = source ? lattice_.source_odds[unit] : lattice_.target_odds[unit];
      const UnitRange range = {unit, unit + 1};
      bool joined = false;
      if (!beads.empty() && odds <= 0.0F) {
        Bead& next = beads.back();
        UnitRange& r = source ? next.source : next.target;
        if ((source ? next.target.empty() : next.source.empty()) && r.begin == unit + 1) {
          r.begin = unit;
          joined = true;
        }
      }
      if (!joined)
        beads.push_back({source ? range : UnitRange{i, i}, source ? UnitRange{j, j} : range, 0, 0});
      (source ? i : j) -= 1;
      state = before;
    }
    std::reverse(beads.begin(), beads.end());
    return beads;
  }

 private:
  void add_null(const TrainingLattice::NullStep& step, bool joined, double log_posterior,
                double sign, Gradient& out, std::vector<double>& ends, std::uint32_t unit) const {
    if (log_posterior < -18.0) return;
    const double p = std::exp(log_posterior);
    const auto& values = joined ? step.joined : step.opened;
    for (std::size_t k = 0; k < TrainingLattice::kNullTerms; ++k)
      out.terms[kNullBegin + k] += sign * p * static_cast<double>(values[k]);
    ends[unit] += p;
    if (joined) ends[unit - 1] -= p;
  }

  static void add_ends(const std::vector<TrainingLattice::Gap>& gaps,
                       const std::vector<double>& ends, double sign, Gradient& out) {
    for (std::size_t u = 0; u < gaps.size(); ++u) {
      if (std::abs(ends[u]) < 1e-6) continue;
      out.terms[kBreakThai + (gaps[u].of_thai ? 0 : 1)] +=
          sign * ends[u] * static_cast<double>(gaps[u].odds);
      for (const std::uint32_t slot : gaps[u].slots) out.hashed.emplace_back(slot, sign * ends[u]);
    }
  }

  const TrainingLattice& lattice_;
  const WeightVector& weights_;
  std::vector<double> terms_;
  std::vector<std::size_t> offset_;
  std::vector<double> source_gap_, target_gap_;
  std::vector<double> bead_score_;
  std::vector<double> source_opened_, source_joined_, target_opened_, target_joined_;
};

}  // namespace

Gradient gradient_of(const TrainingLattice& lattice, const WeightVector& weights) {
  const Chart chart(lattice, weights);
  Gradient gradient;
  const double gold = chart.expect(true, -1.0, gradient);
  if (gold < kNever / 2) {
    gradient = {};
    gradient.usable = false;
    return gradient;
  }
  gradient.loss = chart.expect(false, 1.0, gradient) - gold;
  return gradient;
}

std::vector<Bead> decode(const TrainingLattice& lattice, const WeightVector& weights, double least,
                         double null) {
  Chart chart(lattice, weights);
  if (null >= 0.0) chart.use_risk(least, null);
  return chart.decode();
}

}  // namespace thalign

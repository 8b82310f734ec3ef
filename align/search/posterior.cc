// SPDX-License-Identifier: Apache-2.0
#include "align/search/posterior.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace thalign {
namespace {

constexpr std::uint32_t kNoState = std::numeric_limits<std::uint32_t>::max();

/// Pairs and beads whose best path is this far (nats) below the best of all are left out: their
/// posterior is about exp(-30).
constexpr double kMargin = 30.0;

/// Log posterior below which a pair of boundaries is not reported.
constexpr double kNegligiblePosterior = -18.0;
double log_sum(const StateScores& scores) {
  LogSum sum;
  for (const double score : scores) sum.add(score);
  return sum.log();
}

}  // namespace

/// Finds the nodes and edges, row by row from the end; keeps the rows that beads can reach.
class Posterior::BackwardPass {
 public:
  BackwardPass(Posterior& out, BeadStore& beads, const Corridor& corridor, const BestPaths& paths)
      : out_(out),
        beads_(beads),
        corridor_(corridor),
        paths_(paths),
        least_(paths.best(corridor.cells() - 1) - kMargin / out.scale_) {}

  void run() {
    for (std::uint32_t i = corridor_.source_units() + 1; i-- > 0;) {
      const BeadRuns& beads = i < corridor_.source_units() ? beads_.from(i) : no_beads_;
      add_row(i, beads);
    }
  }

 private:
  /// Best scores of paths from a row on, by target boundary, and its nodes.
  struct Row {
    std::uint32_t first = 0;
    std::array<std::vector<double>, kStates> best;
    std::vector<NodeId> node;
  };

  Row& row(std::uint32_t i) { return rows_[i % rows_.size()]; }

  void add_row(std::uint32_t i, const BeadRuns& beads) {
    const Corridor::Row extent = corridor_.row(i);
    Row& here = row(i);
    here.first = extent.first;
    for (std::vector<double>& best : here.best)
      best.assign(extent.last - extent.first + std::size_t{1}, kImpossible);
    here.node.assign(here.best[kMatch].size(), kNoState);
    if (i == corridor_.source_units()) here.best[kMatch].back() = 0.0;
    add_beads(i, beads);
    for (std::uint32_t j = extent.last + 1; j-- > extent.first;) add_nulls(i, j);
    add_nodes(i);
    add_edges(i, beads);
  }

  /// Puts the best way on by a bead under state `kMatch`.
  void add_beads(std::uint32_t i, const BeadRuns& beads) {
    Row& here = row(i);
    const double* scores = beads.scores.data();
    for (std::uint32_t e = 0; e < beads.source_ends(); ++e) {
      const Row& there = row(i + e + 1);
      for (std::uint32_t r = beads.groups[e].run; r < beads.groups[e + 1].run; ++r) {
        const BeadRun& run = beads.runs[r];
        const double* const after = there.best[kMatch].data() + (run.first_end - there.first);
        double best = here.best[kMatch][run.target_begin - here.first];
        for (std::uint32_t k = 0; k < run.size; ++k) best = std::max(best, scores[k] + after[k]);
        here.best[kMatch][run.target_begin - here.first] = best;
        scores += run.size;
      }
    }
  }

  /// Brings all states up to date with null units.
  void add_nulls(std::uint32_t i, std::uint32_t j) {
    Row& here = row(i);
    const std::size_t at = j - here.first;
    const double beads = here.best[kMatch][at];
    const bool source_step = i < corridor_.source_units() && corridor_.contains(i + 1, j);
    const bool target_step = j < corridor_.row(i).last;
    for (const State state : {kMatch, kSourceNull, kTargetNull}) {
      double best = beads;
      if (source_step) {
        const Row& there = row(i + 1);
        best = std::max(best,
                        out_.nulls_.source(state, i, j) + there.best[kSourceNull][j - there.first]);
      }
      if (target_step) {
        best = std::max(best, out_.nulls_.target(state, j) + here.best[kTargetNull][at + 1]);
      }
      here.best[state][at] = best;
    }
  }

  void add_nodes(std::uint32_t i) {
    Row& here = row(i);
    const std::size_t first_cell = corridor_.cell(i, here.first);
    for (std::size_t at = here.node.size(); at-- > 0;) {
      double best = kImpossible;
      for (const State state : {kMatch, kSourceNull, kTargetNull})
        best = std::max(best, paths_.score[state][first_cell + at] + here.best[state][at]);
      if (best <= least_) continue;
      const auto j = here.first + static_cast<std::uint32_t>(at);
      Node node = {i, j, kNoState, kNoState, {}, {}};
      if (i < corridor_.source_units() && corridor_.contains(i + 1, j))
        node.after_source = row(i + 1).node[j - row(i + 1).first];
      if (at + 1 < here.node.size()) node.after_target = here.node[at + 1];
      here.node[at] = static_cast<NodeId>(out_.nodes_.size());
      out_.nodes_.push_back(node);
    }
  }

  /// Adds the beads that matter and sums over all paths from the new nodes on.
  void add_edges(std::uint32_t i, const BeadRuns& beads) {
    const Row& here = row(i);
    const std::size_t first_cell = corridor_.cell(i, here.first);
    sums_.assign(out_.nodes_.size() - row_begin_, {});
    const double* scores = beads.scores.data();
    for (std::uint32_t e = 0; e < beads.source_ends(); ++e) {
      const Row& there = row(i + e + 1);
      for (std::uint32_t r = beads.groups[e].run; r < beads.groups[e + 1].run; ++r) {
        const BeadRun& run = beads.runs[r];
        const NodeId from = here.node[run.target_begin - here.first];
        if (from != kNoState) {
          const double needed = least_ - paths_.best(first_cell + run.target_begin - here.first);
          const std::size_t to = run.first_end - there.first;
          for (std::uint32_t k = 0; k < run.size; ++k) {
            if (scores[k] + there.best[kMatch][to + k] > needed)
              add_edge({from, there.node[to + k], out_.scale_ * scores[k]});
          }
        }
        scores += run.size;
      }
    }
    for (NodeId id = row_begin_; id < out_.nodes_.size(); ++id)
      out_.sum_backward(id, sums_[id - row_begin_]);
    row_begin_ = static_cast<NodeId>(out_.nodes_.size());
  }

  void add_edge(const Edge& edge) {
    if (edge.to == kNoState) return;
    out_.edges_.push_back(edge);
    sums_[edge.from - row_begin_].add(edge.score + out_.nodes_[edge.to].backward[kMatch]);
  }

  Posterior& out_;
  BeadStore& beads_;
  const Corridor& corridor_;
  const BestPaths& paths_;
  double least_;
  std::array<Row, kMaxUnits + 1> rows_;
  NodeId row_begin_ = 0;      // first node of the row
  std::vector<LogSum> sums_;  // over the beads that begin at each node of the row
  const BeadRuns no_beads_;
};

Posterior::Posterior(BeadStore& beads, const NullSteps& nulls, const Corridor& corridor,
                     const BestPaths& paths, double scale)
    : nulls_(nulls),
      scale_(scale),
      source_null_(corridor.source_units()),
      target_null_(corridor.target_units()),
      source_ends_(corridor.source_units()),
      target_ends_(corridor.target_units()) {
  BackwardPass(*this, beads, corridor, paths).run();
  sum_forward();
  for (const Node& node : nodes_) add_posteriors(node);
}

void Posterior::sum_backward(NodeId id, const LogSum& beads) {
  Node& node = nodes_[id];
  if (id == 0) {
    node.backward = {0.0, 0.0, 0.0};
    return;
  }
  for (const State state : {kMatch, kSourceNull, kTargetNull}) {
    LogSum sum = beads;
    if (node.after_source != kNoState) {
      sum.add(scale_ * nulls_.source(state, node.source, node.target) +
              nodes_[node.after_source].backward[kSourceNull]);
    }
    if (node.after_target != kNoState) {
      sum.add(scale_ * nulls_.target(state, node.target) +
              nodes_[node.after_target].backward[kTargetNull]);
    }
    node.backward[state] = sum.log();
  }
}

void Posterior::sum_forward() {
  std::vector<std::array<LogSum, kStates>> sums(nodes_.size());
  sums.back()[kMatch].add(0.0);
  std::vector<double> all(nodes_.size());
  std::size_t edge = edges_.size();
  for (auto row_end = static_cast<NodeId>(nodes_.size()); row_end > 0;) {
    // Null target units lead on inside the row, beads and null source units to later ones.
    NodeId id = row_end;
    while (id > 0 && nodes_[id - 1].source == nodes_[row_end - 1].source) {
      --id;
      sum_forward(id, sums);
      all[id] = log_sum(nodes_[id].forward);
    }
    for (; edge > 0 && edges_[edge - 1].from >= id; --edge) {
      const Edge& bead = edges_[edge - 1];
      sums[bead.to][kMatch].add(all[bead.from] + bead.score);
    }
    row_end = id;
  }
  total_ = all.front();
}

void Posterior::sum_forward(NodeId id, std::vector<std::array<LogSum, kStates>>& sums) {
  Node& node = nodes_[id];
  for (const State state : {kMatch, kSourceNull, kTargetNull}) {
    node.forward[state] = sums[id][state].log();
    if (node.forward[state] == kImpossible) continue;
    if (node.after_source != kNoState) {
      sums[node.after_source][kSourceNull].add(
          node.forward[state] + scale_ * nulls_.source(state, node.source, node.target));
    }
    if (node.after_target != kNoState) {
      sums[node.after_target][kTargetNull].add(node.forward[state] +
                                               scale_ * nulls_.target(state, node.target));
    }
  }
}

void Posterior::add_posteriors(const Node& node) {
  if (node.source > 0 && node.target > 0) {
    const double ends = std::exp(node.forward[kMatch] + node.backward[kMatch] - total_);
    source_ends_[node.source - 1] += ends;
    target_ends_[node.target - 1] += ends;
  }
  // A pair is reached by state `kSourceNull` only through the null unit before it.
  if (node.source > 0) {
    source_null_[node.source - 1] +=
        std::exp(node.forward[kSourceNull] + node.backward[kSourceNull] - total_);
  }
  if (node.target > 0) {
    target_null_[node.target - 1] +=
        std::exp(node.forward[kTargetNull] + node.backward[kTargetNull] - total_);
  }
}

double Posterior::bead(UnitRange source, UnitRange target, double score) const {
  const Node& from = node(source.begin, target.begin);
  const Node& to = node(source.end, target.end);
  const double log_posterior =
      log_sum(from.forward) + scale_ * score + to.backward[kMatch] - total_;
  return std::min(1.0, std::exp(log_posterior));
}

std::vector<LikelyPair> Posterior::likely() const {
  std::vector<LikelyPair> found;
  for (const Node& node : nodes_) {
    StateScores through;
    for (const State state : {kMatch, kSourceNull, kTargetNull})
      through[state] = node.forward[state] + node.backward[state];
    const double log_posterior = log_sum(through) - total_;
    if (log_posterior > kNegligiblePosterior)
      found.push_back({{node.source, node.target}, log_posterior});
  }
  return found;
}

const Posterior::Node& Posterior::node(std::uint32_t source, std::uint32_t target) const {
  const auto found = std::lower_bound(
      nodes_.begin(), nodes_.end(), std::pair(source, target),
      [](const Node& n, auto wanted) { return std::pair(n.source, n.target) > wanted; });
  assert(found != nodes_.end() && found->source == source && found->target == target);
  return *found;
}

}  // namespace thalign

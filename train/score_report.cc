// SPDX-License-Identifier: Apache-2.0
#include "train/score_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <vector>

namespace thalign {
namespace {

std::optional<ScoredBead::Span> span_of(UnitRange units,
                                        const std::vector<CodePointRange>& places) {
  if (units.empty()) return std::nullopt;
  return ScoredBead::Span{places[units.begin].begin, places[units.end - 1].end};
}

bool overlaps(const std::optional<ScoredBead::Span>& a, const std::optional<ScoredBead::Span>& b) {
  return a && b && a->begin < b->end && b->begin < a->end;
}

/// Counts the beads with text on both sides that touch no optional bead of the gold.
void count(const std::vector<ScoredBead>& gold, const ScoredBead& bead, double confidence,
           Calibration& calibration) {
  bool right = false;
  for (const ScoredBead& other : gold) {
    if (other.optional &&
        (overlaps(other.source, bead.source) || overlaps(other.target, bead.target)))
      return;
    right = right || (other.source == bead.source && other.target == bead.target);
  }
  const auto step = std::min<std::size_t>(static_cast<std::size_t>(confidence * 10.0), 9);
  calibration.steps[step].beads += 1.0;
  calibration.steps[step].confidence += confidence;
  calibration.steps[step].right += right ? 1.0 : 0.0;
}

}  // namespace

Calibration& Calibration::operator+=(const Calibration& other) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i].beads += other.steps[i].beads;
    steps[i].confidence += other.steps[i].confidence;
    steps[i].right += other.steps[i].right;
  }
  return *this;
}

double Calibration::error() const {
  double beads = 0.0;
  double error = 0.0;
  for (const Step& step : steps) {
    beads += step.beads;
    error += std::abs(step.confidence - step.right);
  }
  return beads == 0.0 ? 0.0 : error / beads;
}

SetReport& SetReport::operator+=(const SetReport& other) {
  spans += other.spans;
  calibration += other.calibration;
  return *this;
}

SetReport report_on(const TrainingDocument& document, const TrainingLattice& lattice,
                    const WeightVector& weights, double posterior_scale) {
  SetReport report;
  std::vector<ScoredBead> system;
  for (const Bead& bead : decode(lattice, weights, posterior_scale)) {
    system.push_back({span_of(bead.source, lattice.source_places),
                      span_of(bead.target, lattice.target_places), false});
    if (!bead.is_null())
      count(document.gold.spans, system.back(), bead.confidence, report.calibration);
  }
  report.spans =
      evaluate_spans(document.gold.thai, document.gold.english, document.gold.spans, system);
  return report;
}

void print_reports(const std::string& title, const std::map<std::string, SetReport>& sets) {
  fmt::print("{}\n{:<12} {:>7} {:>7} {:>8} {:>8}\n", title, "set", "strict", "softm", "null th",
             "null en");
  double sum = 0.0;
  Calibration all;
  for (const auto& [set, report] : sets) {
    const SpanEvaluation& spans = report.spans;
    fmt::print("{:<12} {:7.4f} {:7.4f} {:8.3f} {:8.3f}\n", set, spans.strict.f1(), spans.softm.f1(),
               spans.null_source.f1(), spans.null_target.f1());
    sum += spans.strict.f1();
    all += report.calibration;
  }
  double beads = 0.0;
  for (const Calibration::Step& step : all.steps) beads += step.beads;
  const Calibration::Step& sure = all.steps.back();
  fmt::print(
      "mean strict {:.4f}; expected calibration error {:.4f}; of beads of .9 and more, {:.1f} % "
      "of all, {:.1f} % are right\n",
      sum / static_cast<double>(sets.size()), all.error(), 100.0 * sure.beads / beads,
      100.0 * sure.right / sure.beads);
  std::fflush(stdout);
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <string>

#include "eval/evaluation.h"
#include "train/crf/crf.h"
#include "train/gold_corpus.h"

namespace thalign {

/// How confident beads were and how many of those were right, in ten steps of confidence.
struct Calibration {
  struct Step {
    double beads = 0.0;
    double confidence = 0.0;  ///< sum
    double right = 0.0;
  };
  std::array<Step, 10> steps;

  Calibration& operator+=(const Calibration& other);
  /// Expected calibration error: the mean distance of confidence from the share that is right.
  double error() const;
};

/// Figures of a set.
struct SetReport {
  SpanEvaluation spans;
  Calibration calibration;

  SetReport& operator+=(const SetReport& other);
};

/// Aligns a document by its lattice and compares with its gold.
SetReport report_on(const TrainingDocument& document, const TrainingLattice& lattice,
                    const WeightVector& weights, double posterior_scale = 1.0);

/// Prints a line for each set, the mean of strict F1, and the calibration of all.
void print_reports(const std::string& title, const std::map<std::string, SetReport>& sets);

}  // namespace thalign

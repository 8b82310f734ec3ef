// Learns the break model of models/ from a folder of document pairs (NAME.th.txt, NAME.en.txt):
//
//     learn_breaks OUTPUT PAIRS_FOLDER
//
// Nobody marks where Thai sentences end, but a translation shows it: all pairs are aligned, and the
// posterior that a bead ends at a gap is the gap's label. A logistic regression is fitted to the
// labels; the next round aligns with it.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/search/problem.h"
#include "segment/break_model.h"
#include "segment/gap.h"
#include "segment/thai/thai_cues.h"
#include "segment/thai/thai_features.h"
#include "text/error.h"
#include "train/text_pairs.h"

namespace thalign {
namespace {

constexpr int kRounds = 2;
constexpr int kEpochs = 5;
constexpr std::size_t kWeights = std::size_t{1} << 17U;
constexpr float kLearningRate = 0.15F;
constexpr float kRegularization = 5e-3F;
/// A gap at a space: its features, and the probability that a sentence ends there.
struct Example {
  std::vector<std::uint32_t> features;
  float rules;  ///< log-odds by rules alone
  float label;
  float weight;  ///< probability that the text on both sides of the gap has a counterpart
};

/// The text with break log-odds by `model`.
SegmentedText with_model(const SegmentedText& text, const BreakModel& model) {
  const SegmentationInput input = segmentation_input(text.document().text(), text.words());
  const std::vector<Boundary> boundaries = thai_boundaries(input, model);
  std::vector<Unit> units(text.units().begin(), text.units().end());
  for (std::size_t i = 0; i < boundaries.size(); ++i) units[i].break_after = boundaries[i].log_odds;
  return {text.document(), text.words(), std::move(units)};
}

std::vector<Example> examples_of(const TextPair& pair, const BreakModel& model) {
  const SegmentedText thai = with_model(pair.thai, model);
  Problem problem(thai, pair.english, Lexicon::shipped());
  const Solution solution = problem.solve();
  const SegmentationInput input = segmentation_input(thai.document().text(), thai.words());
  const std::vector<Boundary> boundaries = thai_boundaries(input, model);
  const ThaiFeatures features(input);
  std::vector<Example> examples;
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    const std::uint32_t k = boundaries[i].word;
    if (input.gaps[k] != GapKind::space) continue;
    Example& example = examples.emplace_back();
    features.of(k, example.features);
    example.rules = thai_cues(input, k);
    const double null = std::max(solution.source_null[i], solution.source_null[i + 1]);
    example.weight = static_cast<float>(std::clamp(1.0 - null, 0.0, 1.0));
    example.label = static_cast<float>(std::clamp(solution.source_ends[i], 0.0, 1.0));
  }
  return examples;
}

/// Share of what the pairs teach that is trusted: they are of one genre, and other genres put their
/// spaces otherwise.
constexpr float kTransfer = 0.45F;

/// Logistic regression by AdaGrad (Duchi et al. 2011) with a pull towards zero. The intercept, how
/// often a space of this genre ends a sentence, is left behind.
std::vector<float> fit(std::vector<const Example*> examples) {
  std::vector<float> weights(kWeights);
  std::vector<float> squares(kWeights, 1e-3F);
  float intercept = 0.0F;
  constexpr float kInterceptRate = 0.002F;
  std::mt19937 random(1);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    std::shuffle(examples.begin(), examples.end(), random);
    for (const Example* const example : examples) {
      float sum = example->rules + intercept;
      for (const std::uint32_t f : example->features) sum += weights[f % kWeights];
      const float error = example->weight * (1.0F / (1.0F + std::exp(-sum)) - example->label);
      intercept -= kInterceptRate * error;
      for (const std::uint32_t f : example->features) {
        float& weight = weights[f % kWeights];
        const float gradient = error + kRegularization * weight;
        float& square = squares[f % kWeights];
        square += gradient * gradient;
        weight -= kLearningRate * gradient / std::sqrt(square);
      }
    }
  }
  for (float& weight : weights) weight *= kTransfer;
  return weights;
}

using Examples = std::vector<std::vector<Example>>;  // by document pair

/// Fits a model to the pairs that `use` names.
std::string learn(const Examples& examples, const std::function<bool(std::size_t)>& use) {
  std::vector<const Example*> used;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (!use(i)) continue;
    for (const Example& example : examples[i]) used.push_back(&example);
  }
  return BreakModel::pack(fit(std::move(used)));
}

int run(const std::string& output, const std::string& folder) {
  const std::vector<TextPair> pairs = read_pairs(folder);
  fmt::print("{} document pairs\n", pairs.size());
  // A model labels only pairs it was not fitted to; else it would learn its own labels by heart.
  const std::string untrained = BreakModel::pack(std::vector<float>(kWeights));
  std::array<std::string, 2> packed = {untrained, untrained};
  for (int round = 1; round <= kRounds; ++round) {
    const std::array models = {BreakModel(packed[0], "the model being learnt"),
                               BreakModel(packed[1], "the model being learnt")};
    Examples examples(pairs.size());
    for_each_parallel(pairs.size(),
                      [&](std::size_t i) { examples[i] = examples_of(pairs[i], models[i % 2]); });
    const std::array next = {learn(examples, [](std::size_t i) { return i % 2 == 1; }),
                             learn(examples, [](std::size_t i) { return i % 2 == 0; })};
    std::ofstream(output, std::ios::binary) << learn(examples, [](std::size_t) { return true; });
    packed = next;
    double gaps = 0.0;
    double ends = 0.0;
    for (const auto& of_pair : examples) {
      for (const Example& example : of_pair) {
        gaps += static_cast<double>(example.weight);
        ends += static_cast<double>(example.weight * example.label);
      }
    }
    fmt::print("round {}: {:.0f} gaps, {:.0f} sentence ends\n", round, gaps, ends);
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace thalign

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: learn_breaks OUTPUT PAIRS_FOLDER\n");
    return 2;
  }
  try {
    return thalign::run(argv[1], argv[2]);
  } catch (const thalign::Error& error) {
    fmt::print(stderr, "learn_breaks: {}\n", error.what());
    return 3;
  }
}

// SPDX-License-Identifier: Apache-2.0
#include "train/break_learning.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "segment/break_model.h"
#include "segment/gap.h"
#include "segment/gap_features.h"
#include "segment/thai/thai_vetoes.h"
#include "text/unicode/code_points.h"

namespace thalign {
namespace {

constexpr std::size_t kWeights = std::size_t{1} << 18U;
constexpr int kEpochs = 6;
constexpr float kRate = 0.1F;
constexpr float kPenalty = 1.0F;

}  // namespace

std::vector<GapExample> gap_examples(const GoldDocument& document) {
  const Words words(document.thai);
  const SegmentationInput input = segmentation_input(document.thai, words);
  const GapReader reader(input, Language::thai);
  const ThaiVetoes vetoes(input);
  const CodePointIndex index(document.thai);
  // Where gold beads begin, and which bytes are optional.
  std::vector<std::uint32_t> begins;
  std::vector<ByteRange> optional;
  for (const ScoredBead& bead : document.spans) {
    if (!bead.source) continue;
    begins.push_back(index.byte(bead.source->begin));
    if (bead.optional)
      optional.push_back({index.byte(bead.source->begin), index.byte(bead.source->end)});
  }
  std::sort(begins.begin(), begins.end());
  std::vector<GapExample> examples;
  for (std::uint32_t k = 1; k < input.gaps.size(); ++k) {
    const ByteRange before = words.all()[k - 1].original;
    const ByteRange after = words.all()[k].original;
    if (std::any_of(optional.begin(), optional.end(),
                    [&](ByteRange o) { return o.begin < after.begin && before.end < o.end; }))
      continue;
    const bool joined = input.gaps[k] == GapKind::none;
    if (joined && !may_be_joined(input, k)) continue;
    if (input.gaps[k] == GapKind::space && vetoes.at_space(k)) continue;
    GapExample example;
    example.joined = joined;
    const auto begin = std::lower_bound(begins.begin(), begins.end(), before.end);
    example.ends = begin != begins.end() && *begin <= after.begin;
    if (joined)
      reader.read_joined(k, example.features);
    else
      reader.read(k, 0.0F, example.features);
    examples.push_back(std::move(example));
  }
  return examples;
}

std::string learn_breaks(const std::vector<const std::vector<GapExample>*>& documents) {
  std::vector<const GapExample*> examples;
  std::vector<float> often(kWeights);
  for (const auto* document : documents) {
    for (const GapExample& example : *document) {
      examples.push_back(&example);
      for (const std::uint32_t f : example.features) often[f % kWeights] += 1.0F;
    }
  }
  std::vector<float> weights(kWeights);
  std::vector<float> squares(kWeights, 1e-2F);
  std::mt19937 random(1);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (std::size_t i = examples.size(); i > 1; --i)
      std::swap(examples[i - 1], examples[random() % i]);
    for (const GapExample* const example : examples) {
      float sum = 0.0F;
      for (const std::uint32_t f : example->features) sum += weights[f % kWeights];
      const float error = 1.0F / (1.0F + std::exp(-sum)) - (example->ends ? 1.0F : 0.0F);
      for (const std::uint32_t f : example->features) {
        float& weight = weights[f % kWeights];
        const float gradient = error + kPenalty / often[f % kWeights] * weight;
        float& square = squares[f % kWeights];
        square += gradient * gradient;
        weight -= kRate * gradient / std::sqrt(square);
      }
    }
  }
  return BreakModel::pack(weights);
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "align/score/score_model.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "models/models.h"
#include "text/error.h"
#include "text/hash.h"

namespace thalign {
namespace {

constexpr std::uint32_t kMagic = 0x43534854;  // "THSC" read as a little-endian number
/// Of the features, which must be those that the weights were learnt for.
constexpr std::uint32_t kVersion = 2;

constexpr LayoutWeights kLayoutWeights{.kind = 1.0, .times = 2.5, .list_item = -4.0};

struct Header {
  std::uint32_t magic;
  std::uint32_t version;
  std::uint32_t terms;
  std::uint32_t styles;
  std::uint32_t names;
};

Header expected() {
  std::uint32_t names = 0;
  for (const std::string_view name : kTermNames) names = mix_hash(names, hash_bytes(name));
  return {kMagic, kVersion, kTerms, kStyles, names};
}

double take_float(std::string_view& bytes) {
  float value = 0.0F;
  std::memcpy(&value, bytes.data(), sizeof value);
  bytes.remove_prefix(sizeof value);
  return static_cast<double>(value);
}

void put_float(double number, std::string& bytes) {
  const auto value = static_cast<float>(number);
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

std::string HashedWeights::pack(std::span<const float> weights) {
  std::string bytes;
  bytes.reserve(weights.size());
  for (const float weight : weights) {
    const float steps = std::clamp(std::round(weight / kStep), -127.0F, 127.0F);
    bytes += static_cast<char>(static_cast<signed char>(steps));
  }
  return bytes;
}

const ScoreModel& ScoreModel::shipped() {
  static const ScoreModel model(models::score(), "the score model inside the library");
  return model;
}

ScoreModel::ScoreModel(std::string_view bytes, std::string_view name) {
  const Header header = expected();
  const std::size_t size =
      sizeof header + (1 + kStyles * kTerms) * sizeof(float) + HashedWeights::kSize;
  if (bytes.size() != size || std::memcmp(bytes.data(), &header, sizeof header) != 0) {
    throw Error(ErrorCode::format, name,
                "not a score model of this version of thalign, or damaged; learn it again");
  }
  bytes.remove_prefix(sizeof header);
  posterior_scale_ = take_float(bytes);
  for (ScoreWeights& weights : weights_)
    for (double& weight : weights.values) weight = take_float(bytes);
  hashed_ = HashedWeights(bytes);
  layout_ = kLayoutWeights;
}

std::string ScoreModel::pack(std::span<const ScoreWeights, kStyles> weights,
                             std::span<const float> hashed, double posterior_scale) {
  const Header header = expected();
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  put_float(posterior_scale, bytes);
  for (const ScoreWeights& of_style : weights)
    for (const double weight : of_style.values) put_float(weight, bytes);
  return bytes + HashedWeights::pack(hashed);
}

}  // namespace thalign

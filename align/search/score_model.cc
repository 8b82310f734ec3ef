#include "align/search/score_model.h"

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
constexpr std::uint32_t kVersion = 1;

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
  const std::size_t size = sizeof header + kStyles * kTerms * sizeof(float) + HashedWeights::kSize;
  if (bytes.size() != size || std::memcmp(bytes.data(), &header, sizeof header) != 0) {
    throw Error(ErrorCode::format, name,
                "not a score model of this version of thalign, or damaged; learn it again");
  }
  bytes.remove_prefix(sizeof header);
  for (ScoreWeights& weights : weights_) {
    for (double& weight : weights.values) {
      float value = 0.0F;
      std::memcpy(&value, bytes.data(), sizeof value);
      bytes.remove_prefix(sizeof value);
      weight = static_cast<double>(value);
    }
  }
  hashed_ = HashedWeights(bytes);
}

std::string ScoreModel::pack(std::span<const ScoreWeights, kStyles> weights,
                             std::span<const float> hashed) {
  const Header header = expected();
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  for (const ScoreWeights& of_style : weights) {
    for (const double weight : of_style.values) {
      const auto value = static_cast<float>(weight);
      bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
  }
  return bytes + HashedWeights::pack(hashed);
}

}  // namespace thalign

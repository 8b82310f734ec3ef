// SPDX-License-Identifier: Apache-2.0
#include "segment/break_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "models/models.h"
#include "text/error.h"

namespace thalign {
namespace {

constexpr std::uint32_t kMagic = 0x52424854;  // "THBR" read as a little-endian number

constexpr std::uint32_t kVersion = 2;

struct Header {
  std::uint32_t magic;
  std::uint32_t version;
  std::uint32_t features;
  std::uint32_t weights;
};

}  // namespace

const BreakModel& BreakModel::thai() {
  static const BreakModel model(models::thai_breaks(), "the break model inside the library");
  return model;
}

BreakModel::BreakModel(std::string_view bytes, std::string_view name) {
  Header header{};
  const bool whole = bytes.size() >= sizeof header;
  if (whole) std::memcpy(&header, bytes.data(), sizeof header);
  if (!whole || header.magic != kMagic || header.version != kVersion ||
      header.features != kFeaturesHash || !std::has_single_bit(header.weights) ||
      bytes.size() != sizeof header + header.weights) {
    throw Error(ErrorCode::format, name,
                "not a break model of this version of thalign, or damaged; learn it again");
  }
  weights_ = bytes.data() + sizeof header;
  mask_ = header.weights - 1;
}

std::string BreakModel::pack(std::span<const float> weights) {
  const Header header{kMagic, kVersion, kFeaturesHash, static_cast<std::uint32_t>(weights.size())};
  std::string bytes(sizeof header, '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  for (const float weight : weights) {
    const float steps = std::clamp(std::round(weight / kStep), -127.0F, 127.0F);
    bytes += static_cast<char>(static_cast<signed char>(steps));
  }
  return bytes;
}

}  // namespace thalign

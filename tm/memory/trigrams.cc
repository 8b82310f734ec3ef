// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/trigrams.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_set>
#include <utility>

#include "tm/memory/match_key.h"

namespace thalign {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

struct Rated {
  std::string_view trigram;
  std::size_t position;
  double share;
};

/// The distinct trigrams of `text`, rarest first; of equal ones in the order of the text.
std::vector<Rated> rate(std::string_view text, const TrigramSample& sample) {
  const std::vector<std::string_view> all = trigrams(text);
  std::vector<Rated> rated;
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (seen.insert(all[i]).second) rated.push_back({all[i], i, sample.share(all[i])});
  }
  std::ranges::stable_sort(rated, {}, &Rated::share);
  return rated;
}

}  // namespace

std::vector<std::string_view> trigrams(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_character(text[i])) begins.push_back(i);
  }
  begins.push_back(text.size());
  std::vector<std::string_view> result;
  for (std::size_t i = 0; i + 3 < begins.size(); ++i) {
    result.push_back(text.substr(begins[i], begins[i + 3] - begins[i]));
  }
  return result;
}

TrigramSample::TrigramSample(std::string_view bytes, std::int64_t texts) : TrigramSample() {
  if (bytes.size() != kSlots * sizeof(counts_[0])) return;
  std::memcpy(counts_.data(), bytes.data(), bytes.size());
  texts_ = texts;
}

std::size_t TrigramSample::slot(std::string_view trigram) {
  const std::uint64_t hash = match_key(trigram);
  return (hash ^ (hash >> 32U)) % kSlots;
}

void TrigramSample::add(std::string_view text) {
  std::vector<std::size_t> slots;
  for (const std::string_view trigram : trigrams(text)) slots.push_back(slot(trigram));
  std::ranges::sort(slots);
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  for (const std::size_t s : slots) {
    if (counts_[s] < std::numeric_limits<std::uint16_t>::max()) ++counts_[s];
  }
  ++texts_;
}

double TrigramSample::share(std::string_view trigram) const {
  constexpr double kUnseen = 0.3;
  return std::min(1.0, (counts_[slot(trigram)] + kUnseen) / (static_cast<double>(texts_) + 1.0));
}

std::vector<ChosenTrigram> choose_trigrams(std::string_view text, const TrigramSample& sample,
                                           std::int64_t texts, double budget) {
  constexpr std::size_t kStretches = 8;
  constexpr std::size_t kMinTrigrams = 3;
  constexpr std::size_t kMaxTrigrams = 40;
  const std::vector<Rated> rated = rate(text, sample);
  std::size_t positions = 0;
  for (const Rated& r : rated) positions = std::max(positions, r.position + 1);

  std::vector<Rated> order;  // the rarest of each stretch, then the others
  std::vector<Rated> others;
  std::array<bool, kStretches> has_one{};
  for (const Rated& r : rated) {
    bool& taken = has_one.at(r.position * kStretches / positions);
    (taken ? others : order).push_back(r);
    taken = true;
  }
  order.insert(order.end(), others.begin(), others.end());

  std::vector<ChosenTrigram> chosen;
  double rows = 0.0;
  for (const Rated& r : order) {
    const double more = r.share * static_cast<double>(texts);
    if (chosen.size() >= kMinTrigrams && rows + more > budget) continue;
    rows += more;
    chosen.push_back({r.trigram, -std::log(r.share)});
    if (chosen.size() == kMaxTrigrams) break;
  }
  return chosen;
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/assignment.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace thalign {

std::vector<DocumentPairing> assign_one_to_one(std::vector<DocumentPairing> candidates,
                                               double least) {
  std::erase_if(candidates, [&](const DocumentPairing& pair) { return pair.score < least; });
  std::ranges::sort(candidates, [](const DocumentPairing& a, const DocumentPairing& b) {
    return std::tuple(-a.score, a.thai, a.english) < std::tuple(-b.score, b.thai, b.english);
  });
  std::unordered_set<DocumentNumber> thai, english;
  std::erase_if(candidates, [&](const DocumentPairing& pair) {
    if (thai.contains(pair.thai) || english.contains(pair.english)) return true;
    thai.insert(pair.thai);
    english.insert(pair.english);
    return false;
  });
  return candidates;
}

std::vector<DocumentPairing> assign_checked(std::vector<DocumentPairing> candidates,
                                            const ScoreLimits& limits, const PairingCheck& check) {
  using Key = std::pair<DocumentNumber, DocumentNumber>;
  const auto key = [](const DocumentPairing& pair) { return Key(pair.thai, pair.english); };
  std::set<Key> passed, failed;
  const auto is_open = [&](const DocumentPairing& pair) {
    return pair.score < limits.certain && !passed.contains(key(pair));
  };
  for (int round = 0; round < kCheckRounds; ++round) {
    std::vector<DocumentPairing> open = assign_one_to_one(candidates, limits.least);
    std::erase_if(open, [&](const DocumentPairing& pair) { return !is_open(pair); });
    if (open.empty()) break;
    const std::vector<bool> verdicts = check(open);
    for (std::size_t i = 0; i < open.size(); ++i)
      (verdicts[i] ? passed : failed).insert(key(open[i]));
    std::erase_if(candidates,
                  [&](const DocumentPairing& pair) { return failed.contains(key(pair)); });
  }
  std::vector<DocumentPairing> pairs = assign_one_to_one(std::move(candidates), limits.least);
  std::erase_if(pairs, is_open);
  return pairs;
}

}  // namespace thalign

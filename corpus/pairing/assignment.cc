// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/assignment.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

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

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/repeated_lines.h"

#include <algorithm>
#include <cstddef>

namespace thalign {

RepeatedLines::RepeatedLines(std::string_view text, std::span<const TextLine> lines) {
  constexpr std::size_t kLeast = 20;  // bytes; shorter ones mean nothing
  constexpr std::size_t kMost = 600;  // longer ones are not headlines
  const auto content = [&](std::size_t i) {
    return i < lines.size() ? text.substr(lines[i].content.begin, lines[i].content.size())
                            : std::string_view();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = content(i);
    if (line.size() < kLeast || line.size() > kMost) continue;
    // A headline may stand behind other text, as in the title of a page.
    constexpr std::size_t kCompared = 15;
    const std::string_view last = content(i - 1);
    const std::string_view before = last.substr(last.size() - std::min(last.size(), kCompared));
    const std::string_view after = content(i + 1).substr(0, kCompared);
    const auto [place, is_new] = seen_.try_emplace(line, Neighbours{before, after});
    if (is_new) continue;
    Neighbours& first = place->second;
    (first.before == before ? first.same_before : first.begins) = true;
    (first.after == after ? first.same_after : first.ends) = true;
  }
}

bool RepeatedLines::begins(std::string_view line) const {
  const auto found = seen_.find(line);
  return found != seen_.end() && found->second.begins && !found->second.same_before;
}

bool RepeatedLines::ends(std::string_view line) const {
  const auto found = seen_.find(line);
  return found != seen_.end() && found->second.ends && !found->second.same_after;
}

}  // namespace thalign

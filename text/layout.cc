// SPDX-License-Identifier: Apache-2.0
#include "text/layout.h"

#include <cassert>

namespace thalign {

std::uint32_t time_at(const Layout& layout, std::uint32_t at, std::size_t& next) {
  assert(!layout.times.empty());
  while (next + 1 < layout.times.size() && layout.times[next + 1].range.begin <= at) ++next;
  const TimedRange& timed = layout.times[next];
  if (at <= timed.range.begin) return timed.time.begin;
  if (at >= timed.range.end) return timed.time.end;
  const double share = static_cast<double>(at - timed.range.begin) / timed.range.size();
  return timed.time.begin + static_cast<std::uint32_t>(share * (timed.time.end - timed.time.begin));
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "cli/align/bead_statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

namespace thalign::cli {
namespace {

double per(double value, double count) { return count > 0 ? value / count : 0.0; }

/// Log-odds above which `thalign segment` ends a sentence: log(.25 / .75).
constexpr float kSentenceEndLogOdds = -1.0986F;

/// Sentences of a bead's side: units are finer, and their number says nothing to people.
std::uint32_t sentences(const SegmentedText& text, UnitRange units) {
  if (units.empty()) return 0;
  const std::span<const Unit> inner = text.units().subspan(units.begin, units.size() - 1);
  return 1 + static_cast<std::uint32_t>(std::ranges::count_if(
                 inner, [](const Unit& unit) { return unit.break_after > kSentenceEndLogOdds; }));
}

/// Number of beads by shape as it is printed: exact up to 3 sentences, beyond that together.
std::map<std::string, std::size_t> printed_shapes(const BeadStatistics& statistics) {
  constexpr std::uint32_t kMaxSentencesShown = 3;
  const auto side = [](std::uint32_t count) {
    return count > kMaxSentencesShown ? fmt::format("{}+", kMaxSentencesShown + 1)
                                      : fmt::format("{}", count);
  };
  std::map<std::string, std::size_t> result;
  for (const auto& [shape, count] : statistics.shapes) {
    result[fmt::format("{}-{}", side(shape.first), side(shape.second))] += count;
  }
  return result;
}

}  // namespace

void BeadStatistics::add(const SegmentedText& source, const SegmentedText& target,
                         const Alignment& alignment) {
  ++documents;
  bytes += source.document().text().size() + target.document().text().size();
  for (const Bead& bead : alignment.beads()) {
    ++beads;
    ++shapes[{sentences(source, bead.source), sentences(target, bead.target)}];
    if (bead.target.empty()) {
      ++null_source;
    } else if (bead.source.empty()) {
      ++null_target;
    } else {
      confidence += static_cast<double>(bead.confidence);
    }
  }
}

BeadStatistics& BeadStatistics::operator+=(const BeadStatistics& other) {
  for (const auto& [shape, count] : other.shapes) shapes[shape] += count;
  documents += other.documents;
  failed += other.failed;
  skipped += other.skipped;
  beads += other.beads;
  null_source += other.null_source;
  null_target += other.null_target;
  bytes += other.bytes;
  confidence += other.confidence;
  return *this;
}

std::string describe(const BeadStatistics& statistics, double seconds) {
  const auto pairs = static_cast<double>(statistics.pairs());
  std::string text = fmt::format("document pairs     {} done, {} skipped, {} failed\n",
                                 statistics.documents, statistics.skipped, statistics.failed);
  text +=
      fmt::format("beads              {}, by sentences of source and target:\n", statistics.beads);
  for (const auto& [shape, count] : printed_shapes(statistics)) {
    text +=
        fmt::format("  {:16s} {} ({:.1f} %)\n", shape, count,
                    100.0 * per(static_cast<double>(count), static_cast<double>(statistics.beads)));
  }
  text += fmt::format("null beads         {} of the source, {} of the target\n",
                      statistics.null_source, statistics.null_target);
  text += statistics.pairs() == 0
              ? std::string("mean confidence    -, no pairs\n")
              : fmt::format("mean confidence    {:.4f} of {} pairs\n",
                            per(statistics.confidence, pairs), statistics.pairs());
  text +=
      fmt::format("time               {:.3f} s, {:.0f} pairs/s, {:.2f} MB/s\n", seconds,
                  per(pairs, seconds), per(static_cast<double>(statistics.bytes) / 1e6, seconds));
  return text;
}

std::string describe_as_json(const BeadStatistics& statistics, double seconds) {
  // Made as an object: nlohmann 3.11 crashes if null is to become one and there is no memory.
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  object["documents"] = statistics.documents;
  object["skipped"] = statistics.skipped;
  object["failed"] = statistics.failed;
  object["beads"] = statistics.beads;
  object["shapes"] = nlohmann::ordered_json::object();
  for (const auto& [shape, count] : statistics.shapes) {
    object["shapes"][fmt::format("{}-{}", shape.first, shape.second)] = count;
  }
  object["null_source"] = statistics.null_source;
  object["null_target"] = statistics.null_target;
  object["mean_confidence"] = per(statistics.confidence, static_cast<double>(statistics.pairs()));
  object["bytes"] = statistics.bytes;
  object["seconds"] = seconds;
  object["pairs_per_second"] = per(static_cast<double>(statistics.pairs()), seconds);
  return object.dump() + "\n";
}

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/view/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "cli/view/text_width.h"
#include "tm/formats/writers.h"

namespace thalign::cli {
namespace {

/// Contributions of a smaller size share a line.
constexpr double kLeastShownNats = 0.1;
/// Smaller ones print as 0.
constexpr double kLeastWrittenNats = 0.00005;

/// Those that are not 0, the largest size first; equal ones in the order of the terms.
Contributions by_size(Contributions contributions) {
  std::erase_if(contributions,
                [](const Contribution& one) { return std::abs(one.nats) < kLeastWrittenNats; });
  std::ranges::stable_sort(contributions, std::ranges::greater(),
                           [](const Contribution& one) { return std::abs(one.nats); });
  return contributions;
}

void write_tsv(std::ostream& out, const Bitext& bitext,
               std::span<const Contributions> contributions, std::size_t /*columns*/) {
  std::stringstream lines;
  BitextReader units(bitext);
  const auto writer = make_tsv_writer(lines);
  (void)copy_units(units, *writer);
  std::string line;
  std::getline(lines, line);
  out << line << "\tterms\n";
  for (const Contributions& of_bead : contributions) {
    std::getline(lines, line);
    out << line;
    for (const Contribution& one : by_size(of_bead))
      out << fmt::format("\t{}={:.4f}", one.term, one.nats);
    out << '\n';
  }
}

/// The beginning of a side, on one line.
std::string shortened(const SegmentedText& text, UnitRange units, std::size_t columns) {
  if (units.empty()) return "-";
  constexpr std::size_t kEllipsis = 1;
  const std::vector<std::string> lines = wrap(text.text(units), columns);
  if (lines.size() == 1) return lines.front();
  return wrap(text.text(units), columns - kEllipsis).front() + "…";
}

void write_text(std::ostream& out, const Bitext& bitext,
                std::span<const Contributions> contributions, std::size_t columns) {
  constexpr std::size_t kIndent = 4, kNarrowest = 8;
  const std::size_t width = std::max(columns, kIndent + kNarrowest) - kIndent;
  std::size_t number = 0;
  for (const Bead& bead : bitext.alignment.beads()) {
    out << fmt::format("{}bead {}: score {:.2f}, confidence {:.2f}\n", number == 0 ? "" : "\n",
                       number, bead.score, bead.confidence);
    out << fmt::format("    {}\n    {}\n", shortened(bitext.source, bead.source, width),
                       shortened(bitext.target, bead.target, width));
    double others = 0.0;
    for (const Contribution& one : by_size(contributions[number])) {
      if (std::abs(one.nats) < kLeastShownNats) {
        others += one.nats;
      } else {
        out << fmt::format("{:+12.2f}  {}\n", one.nats, one.term);
      }
    }
    if (others != 0.0) out << fmt::format("{:+12.2f}  all others\n", others);
    ++number;
  }
}

constexpr std::array<ExplanationFormat, 2> kFormats{
    {{"text", ".txt", write_text}, {"tsv", ".tsv", write_tsv}}};

}  // namespace

std::span<const ExplanationFormat> explanation_formats() { return kFormats; }

}  // namespace thalign::cli

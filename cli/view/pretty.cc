// SPDX-License-Identifier: Apache-2.0
#include "cli/view/pretty.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "cli/view/text_width.h"

namespace thalign::cli {
namespace {

constexpr std::string_view kGreen = "\x1b[32m", kYellow = "\x1b[33m", kRed = "\x1b[31m",
                           kDim = "\x1b[2m", kPlain = "\x1b[0m";

std::string_view colour_of(const Bead& bead) {
  constexpr float kSureConfidence = 0.9F, kLikelyConfidence = 0.5F;
  if (bead.source.empty() || bead.target.empty()) return kDim;
  return bead.confidence >= kSureConfidence     ? kGreen
         : bead.confidence >= kLikelyConfidence ? kYellow
                                                : kRed;
}

std::vector<std::string> side(const SegmentedText& text, UnitRange units, std::size_t width) {
  if (units.empty()) return {"-"};
  return wrap(text.text(units), width);
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t used = text_width(text);
  return text + std::string(width - std::min(used, width), ' ');
}

std::string in_colour(std::string_view text, std::string_view colour, bool wanted) {
  return wanted ? fmt::format("{}{}{}", colour, text, kPlain) : std::string(text);
}

}  // namespace

void write_pretty(std::ostream& out, const Bitext& bitext, const PrettyOptions& options) {
  constexpr std::size_t kLabelColumns = 6, kGutterColumns = 3, kMinColumns = 8;
  const std::size_t width = std::max(
      kMinColumns,
      (std::max(options.columns, kLabelColumns + kGutterColumns) - kLabelColumns - kGutterColumns) /
          2);
  static const std::string none;
  for (const Bead& bead : bitext.alignment.beads()) {
    const std::vector<std::string> source = side(bitext.source, bead.source, width);
    const std::vector<std::string> target = side(bitext.target, bead.target, width);
    const std::string_view colour = colour_of(bead);
    const bool missing = bead.source.empty() || bead.target.empty();
    for (std::size_t i = 0; i < std::max(source.size(), target.size()); ++i) {
      const std::string confidence = i == 0 ? fmt::format("{:.2f}", bead.confidence) : none;
      const std::string left = padded(i < source.size() ? source[i] : none, width);
      const std::string right = i < target.size() ? target[i] : none;
      out << in_colour(fmt::format("{:{}s}", confidence, kLabelColumns), colour, options.colour)
          << in_colour(left, kDim, options.colour && missing)
          << in_colour(right.empty() ? " |" : " | ", kDim, options.colour)
          << in_colour(right, kDim, options.colour && missing && !right.empty()) << '\n';
    }
  }
}

PrettyOptions pretty_options(const std::string& when) {
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  const char* const no_color = std::getenv("NO_COLOR");
  const bool refused = no_color != nullptr && *no_color != '\0';
  PrettyOptions options{.colour = when == "always" || (when == "auto" && terminal && !refused)};
  struct winsize size = {};
  const char* const columns = std::getenv("COLUMNS");
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    options.columns = size.ws_col;
  } else if (columns != nullptr && std::atoi(columns) > 0) {
    options.columns = static_cast<std::size_t>(std::atoi(columns));
  }
  return options;
}

}  // namespace thalign::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/output/segment_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "tm/output.h"

namespace thalign::cli {
namespace {

std::uint64_t code_points(std::string_view text) {
  return static_cast<std::uint64_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string text_line(const OutputSegment& segment) { return single_line(segment.text) + '\n'; }

std::string tsv_line(const OutputSegment& segment) {
  return fmt::format("{}\t{}\t{:.4f}\t{}\n", segment.begin, segment.end, segment.break_probability,
                     single_line(segment.text));
}

std::string json_line(const OutputSegment& segment) {
  constexpr double kProbabilityScale = 1e4;
  nlohmann::ordered_json object;
  object["start"] = segment.begin;
  object["end"] = segment.end;
  object["break_probability"] =
      std::round(segment.break_probability * kProbabilityScale) / kProbabilityScale;
  object["text"] = segment.text;
  return object.dump() + '\n';
}

constexpr std::array<SegmentFormat, 3> kSegmentFormats{
    {{"text", ".txt", "", text_line},
     {"tsv", ".tsv", "#start\tend\tbreak_probability\ttext\n", tsv_line},
     {"jsonl", ".jsonl", "", json_line}}};

}  // namespace

std::span<const SegmentFormat> segment_formats() { return kSegmentFormats; }

SegmentWriter::SegmentWriter(std::ostream& out, const SegmentFormat& format, float threshold)
    : out_(out), format_(format), threshold_(threshold) {
  out_ << format_.head;
}

void SegmentWriter::add_joint(std::uint64_t at, std::int64_t more) {
  joints_.push_back({at, more});
}

std::uint64_t SegmentWriter::original(std::uint64_t position, bool passes) {
  while (!joints_.empty() &&
         (joints_.front().at < position || (passes && joints_.front().at == position))) {
    more_ += joints_.front().more;
    joints_.pop_front();
  }
  return static_cast<std::uint64_t>(static_cast<std::int64_t>(position) + more_);
}

void SegmentWriter::add(const StreamedUnit& unit) {
  position_ += code_points(unit.gap);
  if (text_.empty()) {
    begin_ = original(position_, true);
  } else {
    text_.append(unit.gap);
  }
  text_.append(unit.text);
  position_ += code_points(unit.text);
  if (!(unit.break_after > threshold_)) return;
  const double probability = 1.0 / (1.0 + std::exp(-static_cast<double>(unit.break_after)));
  out_ << format_.line({begin_, original(position_, false), probability, text_});
  text_.clear();
}

}  // namespace thalign::cli

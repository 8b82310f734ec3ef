#include "cli/output/piece_writer.h"

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

std::string text_line(const Piece& piece) { return single_line(piece.text) + '\n'; }

std::string tsv_line(const Piece& piece) {
  return fmt::format("{}\t{}\t{:.4f}\t{}\n", piece.begin, piece.end, piece.break_probability,
                     single_line(piece.text));
}

std::string json_line(const Piece& piece) {
  constexpr double kProbabilityScale = 1e4;
  nlohmann::ordered_json object;
  object["start"] = piece.begin;
  object["end"] = piece.end;
  object["break_probability"] =
      std::round(piece.break_probability * kProbabilityScale) / kProbabilityScale;
  object["text"] = piece.text;
  return object.dump() + '\n';
}

constexpr std::array<PieceFormat, 3> kPieceFormats{
    {{"text", ".txt", "", text_line},
     {"tsv", ".tsv", "#start\tend\tbreak_probability\ttext\n", tsv_line},
     {"jsonl", ".jsonl", "", json_line}}};

}  // namespace

std::span<const PieceFormat> piece_formats() { return kPieceFormats; }

PieceWriter::PieceWriter(std::ostream& out, const PieceFormat& format, float threshold)
    : out_(out), format_(format), threshold_(threshold) {
  out_ << format_.head;
}

void PieceWriter::add_joint(std::uint64_t at, std::int64_t more) { joints_.push_back({at, more}); }

std::uint64_t PieceWriter::original(std::uint64_t position, bool passes) {
  while (!joints_.empty() &&
         (joints_.front().at < position || (passes && joints_.front().at == position))) {
    more_ += joints_.front().more;
    joints_.pop_front();
  }
  return static_cast<std::uint64_t>(static_cast<std::int64_t>(position) + more_);
}

void PieceWriter::add(const StreamedUnit& unit) {
  position_ += code_points(unit.gap);
  if (piece_.empty()) {
    begin_ = original(position_, true);
  } else {
    piece_.append(unit.gap);
  }
  piece_.append(unit.text);
  position_ += code_points(unit.text);
  if (!(unit.break_after > threshold_)) return;
  const double probability = 1.0 / (1.0 + std::exp(-static_cast<double>(unit.break_after)));
  out_ << format_.line({begin_, original(position_, false), probability, piece_});
  piece_.clear();
}

}  // namespace thalign::cli

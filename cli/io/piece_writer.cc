#include "cli/io/piece_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "tm/output.h"

namespace thalign::cli {
namespace {

std::uint64_t code_points(std::string_view text) {
  return static_cast<std::uint64_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace

PieceWriter::PieceWriter(std::ostream& out, std::string_view format, float threshold)
    : out_(out), format_(format), threshold_(threshold) {
  if (format_ == "tsv") out_ << "#start\tend\tbreak_probability\ttext\n";
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
  write(1.0 / (1.0 + std::exp(-static_cast<double>(unit.break_after))));
  piece_.clear();
}

void PieceWriter::write(double break_probability) {
  if (format_ == "text") {
    out_ << single_line(piece_) << '\n';
    return;
  }
  if (format_ == "tsv") {
    out_ << fmt::format("{}\t{}\t{:.4f}\t{}\n", begin_, original(position_, false),
                        break_probability, single_line(piece_));
    return;
  }
  constexpr double places = 1e4;
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  object["start"] = begin_;
  object["end"] = original(position_, false);
  object["break_probability"] = std::round(break_probability * places) / places;
  object["text"] = piece_;
  out_ << object.dump() << '\n';
}

}  // namespace thalign::cli

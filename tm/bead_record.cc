#include "tm/bead_record.h"

#include <nlohmann/json.hpp>

namespace thalign {
namespace {

/// Whether `line_space_at` is worth asking at this byte; most bytes of a text can be copied in
/// runs.
bool may_be_line_space(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte <= 0x20 || byte == 0xC2 || byte == 0xE2;
}

/// Bytes of the white space character at `text[i]` that `single_line` replaces; 0 if it is none.
std::size_t line_space_at(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  if (byte <= 0x20) return (byte >= 0x09 && byte <= 0x0D) || byte >= 0x1C ? 1 : 0;
  if (!may_be_line_space(text[i])) return 0;
  for (const std::string_view space : {"\u0085", "\u2028", "\u2029"}) {
    if (text.substr(i).starts_with(space)) return space.size();
  }
  return 0;
}

std::optional<BeadSide> side(const SegmentedText& text, const CodePointIndex& index,
                             UnitRange units) {
  if (units.empty()) return std::nullopt;
  return BeadSide{index.code_points(text.bytes(units)), units, text.text(units)};
}

}  // namespace

BeadRecords::BeadRecords(const Bitext& bitext)
    : bitext_(bitext),
      source_index_(bitext.source.document().text()),
      target_index_(bitext.target.document().text()) {}

BeadRecord BeadRecords::operator[](std::size_t number) const {
  const Bead& bead = bitext_.alignment.beads()[number];
  return {number, side(bitext_.source, source_index_, bead.source),
          side(bitext_.target, target_index_, bead.target), fmt::format("{:.4f}", bead.score),
          fmt::format("{:.4f}", bead.confidence)};
}

std::string single_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool pending_space = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t length = line_space_at(text, i); length > 0) {
      pending_space = true;
      i += length;
      continue;
    }
    if (pending_space && !line.empty()) line += ' ';
    pending_space = false;
    std::size_t end = i + 1;
    while (end < text.size() && !may_be_line_space(text[end])) ++end;
    line.append(text, i, end - i);
    i = end;
  }
  return line;
}

std::string valid_utf8(std::string_view bytes) {
  return nlohmann::json::parse(json_string(bytes)).get<std::string>();
}

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace thalign

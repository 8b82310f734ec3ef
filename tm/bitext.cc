#include "tm/bitext.h"

#include <string_view>

#include "tm/bead_record.h"

namespace thalign {
namespace {

constexpr std::string_view tsv_header =
    "#source_start\tsource_end\ttarget_start\ttarget_end\tbead\tsource_units\ttarget_units\tscore\t"
    "confidence\tsource_text\ttarget_text\n";

void append_tsv_offsets(OutputBuffer& output, const std::optional<BeadSide>& side) {
  if (side) {
    output.print("{}\t{}\t", side->offsets.begin, side->offsets.end);
  } else {
    output.append("-\t-\t");
  }
}

void append_tsv_units(OutputBuffer& output, const std::optional<BeadSide>& side) {
  if (side) {
    output.print("\t{}-{}", side->units.begin, side->units.end - 1);
  } else {
    output.append("\t-");
  }
}

void append_tsv_text(OutputBuffer& output, const std::optional<BeadSide>& side) {
  output.append("\t");
  if (side) output.append(single_line(side->text));
}

void append_json_side(OutputBuffer& output, const std::optional<BeadSide>& side) {
  if (!side) {
    output.append("null");
    return;
  }
  output.print(R"({{"start":{},"end":{},"units":[{},{}],"text":{}}})", side->offsets.begin,
               side->offsets.end, side->units.begin, side->units.end - 1, json_string(side->text));
}

}  // namespace

WriteStatistics write_tsv(std::ostream& out, const Bitext& bitext) {
  OutputBuffer output(out);
  output.append(tsv_header);
  const BeadRecords records(bitext);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const BeadRecord record = records[i];
    append_tsv_offsets(output, record.source);
    append_tsv_offsets(output, record.target);
    output.print("{}", record.number);
    append_tsv_units(output, record.source);
    append_tsv_units(output, record.target);
    output.print("\t{}\t{}", record.score, record.confidence);
    append_tsv_text(output, record.source);
    append_tsv_text(output, record.target);
    output.append("\n");
    output.flush_if_large();
  }
  output.flush();
  return {.written = records.size()};
}

WriteStatistics write_jsonl(std::ostream& out, const Bitext& bitext) {
  OutputBuffer output(out);
  const std::string documents = fmt::format(
      R"("source_document":{},"target_document":{},"source_language":{},"target_language":{})",
      json_string(bitext.source.document().name()), json_string(bitext.target.document().name()),
      json_string(bitext.source_tag), json_string(bitext.target_tag));
  const BeadRecords records(bitext);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const BeadRecord record = records[i];
    output.print(R"({{"bead":{},{},"score":{},"confidence":{},"source":)", record.number, documents,
                 record.score, record.confidence);
    append_json_side(output, record.source);
    output.append(R"(,"target":)");
    append_json_side(output, record.target);
    output.append("}\n");
    output.flush_if_large();
  }
  output.flush();
  return {.written = records.size()};
}

}  // namespace thalign

#include "tm/tmx_writer.h"

#include <algorithm>
#include <chrono>
#include <string_view>

#include "tm/bead_record.h"

namespace thalign {
namespace {

/// YYYYMMDDThhmmssZ. By calendar arithmetic, not gmtime and strftime: no locale, no shared state.
std::string tmx_date(std::time_t date) {
  namespace chrono = std::chrono;
  constexpr std::int64_t year_0 = -62'167'219'200;
  constexpr std::int64_t end_of_year_9999 = 253'402'300'799;
  const chrono::sys_seconds time{
      chrono::seconds(std::clamp(std::int64_t{date}, year_0, end_of_year_9999))};
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day calendar(day);
  const chrono::hh_mm_ss clock(time - day);
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(calendar.year()),
                     static_cast<unsigned>(calendar.month()), static_cast<unsigned>(calendar.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

/// Bytes of the character at `text[i]` if XML 1.0 forbids it and it is no white space; else 0.
/// Valid UTF-8 has no surrogates, so that controls and two noncharacters are all there is.
std::size_t forbidden_at(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  if (byte < 0x20) return byte < 0x09 || (byte >= 0x0E && byte <= 0x1B) ? 1 : 0;
  if (byte != 0xEF) return 0;
  for (const std::string_view noncharacter : {"\uFFFE", "\uFFFF"}) {
    if (text.substr(i).starts_with(noncharacter)) return noncharacter.size();
  }
  return 0;
}

std::string_view entity(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

struct XmlText {
  std::string escaped;  ///< one line, good as content and as an attribute value in double quotes
  std::size_t dropped = 0;  ///< characters that XML forbids
};

/// `text` without the characters that XML forbids; counts them in `dropped`.
std::string allowed_text(std::string_view text, std::size_t& dropped) {
  std::string allowed;
  allowed.reserve(text.size());
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = forbidden_at(text, i);
    if (length > 0) {
      ++dropped;
      allowed.append(text, run, i - run);
      run = i + length;
    }
    i += std::max<std::size_t>(length, 1);
  }
  return allowed.append(text, run);
}

XmlText xml_text(std::string_view text) {
  XmlText result;
  const std::string line = single_line(allowed_text(text, result.dropped));
  result.escaped.reserve(line.size());
  std::size_t run = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::string_view replacement = entity(line[i]);
    if (replacement.empty()) continue;
    result.escaped.append(line, run, i - run).append(replacement);
    run = i + 1;
  }
  result.escaped.append(line, run);
  return result;
}

std::string prop(std::string_view type, std::string_view content) {
  return fmt::format("      <prop type=\"{}\">{}</prop>\n", type, content);
}

/// Writes the units of one bitext; what is the same for all of them is made once.
class TmxWriter {
 public:
  TmxWriter(std::ostream& out, const Bitext& bitext, const TmxOptions& options)
      : output_(out),
        options_(options),
        date_(tmx_date(options.date)),
        source_tag_(xml_text(valid_utf8(bitext.source_tag)).escaped),
        target_tag_(xml_text(valid_utf8(bitext.target_tag)).escaped),
        tu_begin_(fmt::format("    <tu creationdate=\"{}\">\n", date_) +
                  prop("x-document-source",
                       xml_text(valid_utf8(bitext.source.document().name())).escaped) +
                  prop("x-document-target",
                       xml_text(valid_utf8(bitext.target.document().name())).escaped)) {}

  WriteStatistics write(const BeadRecords& records) {
    write_header();
    for (std::size_t i = 0; i < records.size(); ++i) {
      write_bead(records[i]);
      output_.flush_if_large();
    }
    output_.append("  </body>\n</tmx>\n");
    output_.flush();
    return statistics_;
  }

 private:
  void write_header() {
    output_.print(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<tmx version=\"1.4\">\n"
        "  <header creationtool=\"thalign\" creationtoolversion=\"{}\" segtype=\"sentence\" "
        "o-tmf=\"thalign\" adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\" "
        "creationdate=\"{}\"/>\n"
        "  <body>\n",
        THALIGN_VERSION, source_tag_, date_);
  }

  void write_bead(const BeadRecord& record) {
    const std::string source = seg(record.source);
    const std::string target = seg(record.target);
    const bool is_null = source.empty() || target.empty();
    if ((is_null && !options_.null_beads) || (source.empty() && target.empty())) {
      ++statistics_.null_beads_left_out;
      return;
    }
    ++statistics_.written;
    output_.append(tu_begin_);
    write_offsets("x-source-offsets", record.source);
    write_offsets("x-target-offsets", record.target);
    output_.append(prop("x-score", record.score));
    output_.append(prop("x-confidence", record.confidence));
    write_tuv(source_tag_, source);
    write_tuv(target_tag_, target);
    output_.append("    </tu>\n");
  }

  /// The seg text of a side, empty if there is none; counts what it drops.
  std::string seg(const std::optional<BeadSide>& side) {
    if (!side) return {};
    XmlText text = xml_text(side->text);
    statistics_.characters_dropped += text.dropped;
    return std::move(text.escaped);
  }

  void write_offsets(std::string_view type, const std::optional<BeadSide>& side) {
    if (!side) return;
    output_.print("      <prop type=\"{}\">{}-{}</prop>\n", type, side->offsets.begin,
                  side->offsets.end);
  }

  void write_tuv(std::string_view tag, std::string_view seg) {
    if (seg.empty()) return;
    output_.print("      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>\n", tag, seg);
  }

  OutputBuffer output_;
  const TmxOptions& options_;
  const std::string date_, source_tag_, target_tag_, tu_begin_;
  WriteStatistics statistics_;
};

}  // namespace

WriteStatistics write_tmx(std::ostream& out, const Bitext& bitext, const TmxOptions& options) {
  return TmxWriter(out, bitext, options).write(BeadRecords(bitext));
}

}  // namespace thalign

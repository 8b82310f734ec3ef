#include "cli/io/bitext_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>

#include "cli/io/exit_code.h"
#include "tm/formats/writers.h"

namespace thalign::cli {

Date creation_date() {
  namespace chrono = std::chrono;
  const char* const given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr) return chrono::floor<chrono::seconds>(chrono::system_clock::now());
  constexpr std::int64_t end_of_year_9999 = 253402300799;
  const std::string_view text(given);
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 ||
      seconds > end_of_year_9999) {
    throw UsageError(fmt::format(
        "SOURCE_DATE_EPOCH: '{}' is no number of seconds since 1970; correct or unset it", text));
  }
  return Date(chrono::seconds(seconds));
}

std::unique_ptr<UnitWriter> make_unit_writer(std::ostream& out, std::string_view format,
                                             const TmxOptions& tmx,
                                             const std::string& target_language) {
  const auto property =
      std::ranges::find(tmx.properties, run_property, [](const Property& p) { return p.type; });
  const std::string run = property == tmx.properties.end() ? std::string() : property->text;
  if (format == "tsv") {
    if (!run.empty()) out << "##" << run_property << ' ' << run << '\n';
    return make_tsv_writer(out);
  }
  if (format == "jsonl") return make_jsonl_writer(out);
  if (format == "hunalign") return make_hunalign_writer(out);
  if (format == "ladder") return make_ladder_writer(out);
  if (format == "vecalign") return make_vecalign_writer(out);
  if (format == "bitextor") return make_bitextor_writer(out);
  if (format == "csv") return make_csv_writer(out);
  if (format == "xliff") return make_xliff_writer(out, tmx.source_language, target_language, run);
  return make_tmx_writer(out, tmx);
}

}  // namespace thalign::cli

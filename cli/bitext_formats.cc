#include "cli/bitext_formats.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>

#include "cli/exit_code.h"

namespace thalign::cli {

std::time_t creation_date() {
  const char* const given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr) return std::time(nullptr);
  constexpr std::time_t end_of_year_9999 = 253402300799;
  const std::string_view text(given);
  std::time_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 ||
      seconds > end_of_year_9999) {
    throw UsageError(fmt::format(
        "SOURCE_DATE_EPOCH: '{}' is no number of seconds since 1970; correct or unset it", text));
  }
  return seconds;
}

WriteStatistics write_bitext(std::ostream& out, const Bitext& bitext, std::string_view format,
                             const TmxOptions& tmx) {
  if (format == "tsv") return write_tsv(out, bitext);
  if (format == "jsonl") return write_jsonl(out, bitext);
  return write_tmx(out, bitext, tmx);
}

}  // namespace thalign::cli

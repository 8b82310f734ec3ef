#include "cli/input/text_source.h"

#include <cstddef>

namespace thalign::cli {
namespace {

constexpr std::size_t kPart = std::size_t{1} << 20;

}  // namespace

TextSource::TextSource(const InputOptions& options, std::optional<Language> language)
    : options_(options),
      input_(open_input(options.path)),
      first_(read_first(input_, options, language, rest_)) {}

Document TextSource::read_first(ByteReader& input, const InputOptions& options,
                                std::optional<Language> language, std::optional<Utf8Stream>& rest) {
  std::string bytes;
  if (input.append_to(bytes, kPart) < kPart) return decode_document(bytes, options, language);
  const std::size_t finished = bytes.size() - unfinished_utf8(bytes);
  Document first = decode_document(bytes.substr(0, finished), options, language);
  if (first.encoding() != "UTF-8") {
    input.append_rest_to(bytes);
    return decode_document(std::move(bytes), options, language);
  }
  rest.emplace(first.name(), finished, options.replace_invalid);
  rest->add(std::string_view(bytes).substr(finished));
  return first;
}

std::string TextSource::next() {
  if (!first_given_) {
    first_given_ = true;
    if (!first_.text().empty()) return std::string(first_.text());
  }
  while (rest_) {
    std::string bytes;
    if (input_.append_to(bytes, kPart) == 0) {
      return rest_->finish();
    }
    if (std::string text = rest_->add(bytes); !text.empty()) return text;
  }
  return {};
}

void TextSource::report_decoding(const Notes& notes) const {
  cli::report_decoding(notes, first_, options_, rest_ ? rest_->replaced() : 0);
}

}  // namespace thalign::cli

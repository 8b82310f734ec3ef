// SPDX-License-Identifier: Apache-2.0
#include "cli/input/text_source.h"

#include <cstddef>
#include <utility>

#include "cli/input/document_input.h"

namespace thalign::cli {
namespace {

constexpr std::size_t kPart = std::size_t{1} << 20;

}  // namespace

TextSource::TextSource(const InputOptions& options, std::optional<Language> language)
    : options_(options), input_(open_input(options.path)), first_(read_first(language)) {}

Document TextSource::read_first(std::optional<Language> language) {
  std::string bytes;
  const bool whole = input_.append_to(bytes, kPart) < kPart;
  if (begins_plain_text(bytes, options_)) {
    if (whole) return decode_document({.bytes = std::move(bytes)}, options_, language);
  } else {
    input_.append_rest_to(bytes);
    InputText text = text_of_document(std::move(bytes), options_);
    notes_ = std::move(text.notes);
    return decode_document(std::move(text), options_, language);
  }
  const std::size_t finished = bytes.size() - unfinished_utf8(bytes);
  Document first = decode_document({.bytes = bytes.substr(0, finished)}, options_, language);
  if (first.encoding() != "UTF-8") {
    input_.append_rest_to(bytes);
    return decode_document({.bytes = std::move(bytes)}, options_, language);
  }
  rest_.emplace(first.name(), finished, options_.replace_invalid);
  rest_->add(std::string_view(bytes).substr(finished));
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
  for (const Notice& note : notes_) notes.report(note);
  cli::report_decoding(notes, first_, options_, rest_ ? rest_->replaced() : 0);
}

}  // namespace thalign::cli

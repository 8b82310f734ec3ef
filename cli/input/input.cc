// SPDX-License-Identifier: Apache-2.0
#include "cli/input/input.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/base/exit_code.h"
#include "cli/input/document_input.h"
#include "text/error.h"
#include "text/files/file.h"
#include "text/fold.h"
#include "text/segmented_text.h"
#include "text/unicode/white_space.h"

namespace thalign::cli {
namespace {

Language other(Language language) {
  return language == Language::thai ? Language::english : Language::thai;
}

/// A text read with its language recognised; the bytes are kept, to be decoded again if it is
/// declared to be of the other, unless they are those of the document.
struct Recognised {
  std::string bytes;
  DecodeOptions options;
  Document document;

  const std::string& name() const { return options.name; }
};

InputText text_of(const InputOptions& options) {
  if (options.content) return {.bytes = *options.content};
  return text_of_document(read_input(options.path), options);
}

Recognised recognise(InputText text, const InputOptions& options) {
  DecodeOptions decode{.name = input_name(options.path),
                       .encoding = text.is_of_document ? "UTF-8" : options.encoding,
                       .language = std::nullopt,
                       .replace_invalid = options.replace_invalid,
                       .whole_lines = text.is_of_document,
                       .layout = std::move(text.layout)};
  Document document = Document::from_bytes(text.bytes, decode);
  if (document.text() == text.bytes) text.bytes = {};
  return {std::move(text.bytes), std::move(decode), std::move(document)};
}

Document declare(Recognised text, Language language) {
  if (language == Language::english && thai_share(text.document.text()).value_or(0.0) > 0.5) {
    throw Error(ErrorCode::language, text.name(),
                "is declared English, but most of its letters are Thai; give the English text, or "
                "correct the language");
  }
  if (language == text.document.language()) return std::move(text.document);
  text.options.language = language;
  if (text.bytes.empty()) text.bytes = text.document.text();
  return Document::from_bytes(std::move(text.bytes), std::move(text.options));
}

void refuse_blank(const Document& document) {
  if (!is_blank(document.text())) return;
  throw Error(ErrorCode::format, document.name(),
              document.text().empty() ? "is empty; give a text to align"
                                      : "has nothing but white space; give a text to align");
}

void refuse_one_language(const Document& source, const Document& target) {
  if (source.language() != target.language()) return;
  throw Error(
      ErrorCode::language, fmt::format("{}, {}", source.name(), target.name()),
      fmt::format(
          "both texts are {}; give one Thai and one English text, or say with --source-lang "
          "and --target-lang which is which",
          language_name(source.language())));
}

}  // namespace

std::string input_name(const std::string& path) { return path == "-" ? "standard input" : path; }

ByteSource open_input(const std::string& path) {
  if (path == "-") return ByteSource(ByteReader(STDIN_FILENO, input_name(path)));
  return ByteSource(std::filesystem::path(path));
}

std::string read_input(const std::string& path) {
  std::string bytes;
  open_input(path).append_rest_to(bytes);
  return bytes;
}

std::optional<Language> parse_tag(std::string_view option, std::string_view tag) {
  if (tag.empty()) return std::nullopt;
  const std::optional<Language> language =
      is_language_tag(tag) ? language_of_tag(tag) : std::nullopt;
  if (language) return language;
  throw UsageError(fmt::format(
      "{}: '{}' is not a tag of Thai or English; give th or en, or one with subtags, such as th-TH",
      option, tag));
}

std::string output_tag(const std::string& tag, Language language) {
  if (tag.empty()) return std::string(language_tag(language));
  std::string result = tag;
  std::ranges::replace(result, '_', '-');
  return result;
}

Document decode_document(InputText text, const InputOptions& options,
                         std::optional<Language> language) {
  Recognised recognised = recognise(std::move(text), options);
  if (!language) return std::move(recognised.document);
  return declare(std::move(recognised), *language);
}

WrappedLines wrapped_lines(std::string_view wrapped, bool whole_lines) {
  if (wrapped == "yes") return WrappedLines::yes;
  return wrapped == "no" || whole_lines ? WrappedLines::no : WrappedLines::recognise;
}

Notice wrapping_note(const std::string& name, std::uint32_t columns) {
  return {.where = name,
          .text = fmt::format("lines are wrapped at about {} columns; joined", columns),
          .of_many = "lines are wrapped; joined"};
}

DocumentPair read_pair(const InputOptions& source, const InputOptions& target) {
  std::optional<Language> source_language = parse_tag("--source-lang", source.tag);
  std::optional<Language> target_language = parse_tag("--target-lang", target.tag);
  if (source_language && source_language == target_language) {
    throw UsageError(
        fmt::format("--source-lang, --target-lang: both are {}; one must be th and one en",
                    language_name(*source_language)));
  }
  InputText source_text = text_of(source);
  std::vector<Notice> notes = std::move(source_text.notes);
  Recognised first = recognise(std::move(source_text), source);
  refuse_blank(first.document);
  InputText target_text = text_of(target);
  notes.insert(notes.end(), target_text.notes.begin(), target_text.notes.end());
  Recognised second = recognise(std::move(target_text), target);
  refuse_blank(second.document);
  if (!source_language && !target_language) {
    refuse_one_language(first.document, second.document);
    return {std::move(first.document), std::move(second.document), std::move(notes)};
  }
  if (!source_language) source_language = other(*target_language);
  if (!target_language) target_language = other(*source_language);
  if (first.document.language() == target_language &&
      second.document.language() == source_language) {
    throw Error(
        ErrorCode::language, "",
        fmt::format("the files seem swapped: {} is {}, {} is {}; swap them or the languages",
                    first.name(), language_name(first.document.language()), second.name(),
                    language_name(second.document.language())));
  }
  const auto mostly_thai = [](const Recognised& text) {
    return thai_share(text.document.text()).value_or(0.0) > 0.5;
  };
  if (mostly_thai(first) && mostly_thai(second))
    refuse_one_language(first.document, second.document);
  return {declare(std::move(first), *source_language), declare(std::move(second), *target_language),
          std::move(notes)};
}

void report_decoding(const Notes& notes, const Document& document, const InputOptions& options,
                     std::size_t more_replaced) {
  const auto report = [&](const std::string& text) {
    notes.report({.where = document.name(), .text = text, .of_many = text});
  };
  const std::size_t replaced = document.replaced() + more_replaced;
  if (replaced > 0) {
    notes.report({.where = document.name(),
                  .text = fmt::format("{} invalid {} replaced by U+FFFD", replaced,
                                      replaced == 1 ? "sequence" : "sequences"),
                  .of_many = "{} invalid sequences replaced by U+FFFD",
                  .count = replaced});
  }
  if (options.encoding.empty() && !document.encoding().starts_with("UTF-")) {
    report(fmt::format("detected encoding {} (override with --encoding)", document.encoding()));
  }
  if (document.language() == Language::thai && is_damaged_thai(document.text())) {
    report(
        "Thai vowels and tone marks stand in wrong places, as some PDF readers leave them; mended "
        "for matching only: get the text again, from a PDF with pdftotext -raw");
  }
}

}  // namespace thalign::cli

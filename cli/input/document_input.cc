// SPDX-License-Identifier: Apache-2.0
#include "cli/input/document_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "document/document_format.h"
#include "document/document_reader.h"
#include "text/document.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

DocumentFormat format_of(std::string_view bytes, const InputOptions& options) {
  if (options.content) return DocumentFormat::text;
  if (options.format.empty()) return recognise_document_format(bytes, input_name(options.path));
  const auto formats = document_formats();
  return std::ranges::find(formats, options.format, &DocumentFormatEntry::name)->format;
}

/// What the environment says, or `usual`.
std::string environment_or(const char* name, std::string usual) {
  const char* const value = std::getenv(name);
  return value == nullptr || *value == '\0' ? std::move(usual) : std::string(value);
}

StructuredDocument read_document_as(std::string_view bytes, DocumentFormat format,
                                    const InputOptions& options) {
  const std::string name = input_name(options.path);
  const DocumentReadOptions usual;
  StructuredDocument document = read_structured_document(
      bytes, format,
      {.name = name,
       .encoding = options.encoding,
       .replace_invalid = options.replace_invalid,
       .whole_page = options.whole_page,
       .program_folders = environment_or("PATH", usual.program_folders),
       .temporary_folder = environment_or("TMPDIR", usual.temporary_folder)});
  if (document.blocks().empty() && !bytes.empty()) {
    throw Error(ErrorCode::format, name,
                fmt::format("read as {}, has no text; give one that has, or its format with "
                            "--input-format",
                            document_formats()[static_cast<std::size_t>(format)].description));
  }
  return document;
}

/// A plain text: each line that is not blank is a block.
StructuredDocument blocks_of_lines(const Document& text) {
  StructuredDocument document;
  std::string_view rest = text.text();
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const auto end = std::min(rest.find('\n'), rest.size());
    document.add({.place = fmt::format("line {}", line)}, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return document;
}

}  // namespace

bool begins_plain_text(std::string_view head, const InputOptions& options) {
  if (!options.format.empty()) return format_of(head, options) == DocumentFormat::text;
  return is_plain_text(head, input_name(options.path));
}

InputText text_of_document(std::string bytes, const InputOptions& options) {
  const DocumentFormat format = format_of(bytes, options);
  if (format == DocumentFormat::text) return {.bytes = std::move(bytes)};
  const StructuredDocument document = read_document_as(bytes, format, options);
  std::vector<Notice> notes;
  for (const std::string& note : document.notes())
    notes.push_back({.where = input_name(options.path), .text = note, .of_many = note});
  return {.bytes = std::string(document.text()),
          .is_of_document = true,
          .notes = std::move(notes),
          .layout = document.layout()};
}

StructuredDocument read_blocks(const InputOptions& options) {
  const std::string bytes = read_input(options.path);
  const DocumentFormat format = format_of(bytes, options);
  if (format == DocumentFormat::text) {
    return blocks_of_lines(decode_document({.bytes = bytes}, options, std::nullopt));
  }
  return read_document_as(bytes, format, options);
}

}  // namespace thalign::cli

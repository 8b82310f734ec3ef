// SPDX-License-Identifier: Apache-2.0
#include "document/document_format.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/subtitles/cues.h"
#include "text/error.h"
#include "text/files/compression.h"

namespace thalign {
namespace {

constexpr std::array<DocumentFormatEntry, 14> kFormats{{
    {"text", "plain text", ".txt", DocumentFormat::text},
    {"html", "a web page", ".html .htm .xhtml", DocumentFormat::html},
    {"docx", "a Word document", ".docx .docm .dotx", DocumentFormat::docx},
    {"odt", "an OpenDocument text", ".odt .ott", DocumentFormat::odt},
    {"pptx", "a PowerPoint presentation", ".pptx .pptm .ppsx", DocumentFormat::pptx},
    {"epub", "an EPUB book", ".epub", DocumentFormat::epub},
    {"markdown", "a Markdown text", ".md .markdown", DocumentFormat::markdown},
    {"srt", "SubRip subtitles", ".srt", DocumentFormat::srt},
    {"vtt", "WebVTT subtitles", ".vtt", DocumentFormat::vtt},
    {"pdf", "a PDF", ".pdf", DocumentFormat::pdf},
    {"rtf", "a rich text", ".rtf", DocumentFormat::rtf},
    {"doc", "an old Word document", ".doc .dot", DocumentFormat::doc},
    {"odp", "an OpenDocument presentation", ".odp .otp", DocumentFormat::odp},
    {"ppt", "an old PowerPoint presentation", ".ppt .pps", DocumentFormat::ppt},
}};

/// How many bytes of the beginning show what is not an archive.
constexpr std::size_t kMaxHeadBytes = 4096;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

/// The beginning as ASCII in lower case, without a byte order mark and the NULs of UTF-16.
std::string ascii_head(std::string_view head) {
  if (head.starts_with(kUtf8Mark)) head.remove_prefix(kUtf8Mark.size());
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head.remove_prefix(2);
  std::string result = lower(head);
  std::erase(result, '\0');
  return result;
}

std::string_view without_white_space(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n\f");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// Whether markup begins as a page does, after comments, an XML declaration and the like.
bool is_html(std::string_view head) {
  for (;;) {
    head = without_white_space(head);
    if (head.starts_with("<!doctype html") || head.starts_with("<html") ||
        head.starts_with("<head>") || head.starts_with("<body")) {
      return true;
    }
    std::string_view end;
    if (head.starts_with("<!--")) {
      end = "-->";
    } else if (head.starts_with("<?xml")) {
      end = "?>";
    } else {
      return false;
    }
    const auto at = head.find(end);
    if (at == std::string_view::npos) return false;
    head.remove_prefix(at + end.size());
  }
}

bool is_vtt(std::string_view head) {
  constexpr std::string_view kName = "webvtt";
  return head.starts_with(kName) &&
         (head.size() == kName.size() ||
          std::string_view(" \t\r\n").find(head[kName.size()]) != std::string_view::npos);
}

/// Whether a text begins with the number and the times of a cue.
bool is_srt(std::string_view head) {
  head = without_white_space(head);
  const auto digits = head.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return false;
  head.remove_prefix(digits);
  const auto line = head.find_first_not_of(" \t\r\n");
  if (line == 0 || line == std::string_view::npos) return false;
  head.remove_prefix(line);
  return parse_cue_times(head.substr(0, head.find_first_of("\r\n"))).has_value();
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// A part of an archive that shows what it is: its name stands in the archive as it is.
struct TellingPart {
  std::string_view name;
  DocumentFormat format;
};

constexpr auto kTellingParts = std::to_array<TellingPart>({
    {"mimetypeapplication/vnd.oasis.opendocument.text", DocumentFormat::odt},
    {"mimetypeapplication/vnd.oasis.opendocument.presentation", DocumentFormat::odp},
    {"mimetypeapplication/epub+zip", DocumentFormat::epub},
    {"word/document", DocumentFormat::docx},
    {"ppt/presentation", DocumentFormat::pptx},
    {"META-INF/container.xml", DocumentFormat::epub},
});

constexpr const char* kOtherSpreadsheet =
    "is a spreadsheet; save it as XLSX with a column for each language, and give that to thalign "
    "convert or thalign tm import";

DocumentFormat by_extension(std::string_view name);

DocumentFormat format_of_archive(std::string_view bytes, std::string_view name) {
  for (const TellingPart& part : kTellingParts) {
    if (bytes.find(part.name) != std::string_view::npos) return part.format;
  }
  const DocumentFormat format = by_extension(name);
  const bool is_archive = format >= DocumentFormat::docx && format <= DocumentFormat::epub;
  if (is_archive || format == DocumentFormat::odp) return format;
  if (bytes.find("xl/workbook") != std::string_view::npos) {
    throw Error(ErrorCode::format, name,
                "is a workbook of sheets; give it, with a column for each language, to thalign "
                "convert or thalign tm import");
  }
  throw Error(ErrorCode::format, name,
              bytes.find("opendocument.spreadsheet") != std::string_view::npos
                  ? kOtherSpreadsheet
                  : "is an archive of a kind that is not read; unpack it, or save the document as "
                    "DOCX, ODT, PPTX or EPUB");
}

/// `text` as UTF-16 (little-endian), as old Office files name their parts.
std::string as_utf16(std::string_view text) {
  std::string result;
  for (const char c : text) result.append({c, '\0'});
  return result;
}

bool is_old_office_file(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0"); }

/// Of a file of the Office before DOCX, which also wraps what has a password. Throws `Error`
/// (format): it is neither a Word document nor a presentation.
DocumentFormat format_of_old_office_file(std::string_view bytes, std::string_view name) {
  const auto has = [&](std::string_view part) {
    return bytes.find(as_utf16(part)) != std::string_view::npos;
  };
  if (has("EncryptedPackage")) {
    throw Error(ErrorCode::format, name, "is encrypted; save it without a password");
  }
  if (has("Workbook")) {
    throw Error(ErrorCode::format, name, kOtherSpreadsheet);
  }
  if (has("WordDocument")) return DocumentFormat::doc;
  if (has("PowerPoint Document")) return DocumentFormat::ppt;
  throw Error(ErrorCode::format, name,
              "is an old Office file of a kind that is not read; save it as DOCX or PPTX");
}

/// Throws `Error` (format) if the bytes are of a file of both languages.
void refuse_bilingual_files(std::string_view head, std::string_view name) {
  if (!head.starts_with("<?xml") && !head.starts_with("<tmx") && !head.starts_with("<xliff"))
    return;
  if (head.find("<tmx") != std::string_view::npos) {
    throw Error(ErrorCode::format, name,
                "is a translation memory (TMX), which has both languages; give it to thalign "
                "convert or thalign tm import");
  }
  if (head.find("<xliff") != std::string_view::npos) {
    throw Error(ErrorCode::format, name,
                "is XLIFF, which has both languages; save it as TMX, and give that to thalign "
                "convert or thalign tm import");
  }
}

bool has_extension(const DocumentFormatEntry& entry, std::string_view extension) {
  return (" " + std::string(entry.extensions) + " ").find(" " + std::string(extension) + " ") !=
         std::string::npos;
}

DocumentFormat by_extension(std::string_view name) {
  const std::string extension = lower(uncompressed_name(name).extension().string());
  if (extension.empty()) return DocumentFormat::text;
  const auto* const found = std::ranges::find_if(
      kFormats, [&](const DocumentFormatEntry& entry) { return has_extension(entry, extension); });
  return found == kFormats.end() ? DocumentFormat::text : found->format;
}

}  // namespace

std::span<const DocumentFormatEntry> document_formats() { return kFormats; }

DocumentFormat recognise_document_format(std::string_view bytes, std::string_view name) {
  if (is_zip(bytes)) return format_of_archive(bytes, name);
  if (is_old_office_file(bytes)) return format_of_old_office_file(bytes, name);
  const std::string head = ascii_head(bytes.substr(0, kMaxHeadBytes));
  if (is_html(head)) return DocumentFormat::html;
  if (head.starts_with("%pdf-")) return DocumentFormat::pdf;
  if (head.starts_with("{\\rtf")) return DocumentFormat::rtf;
  refuse_bilingual_files(head, name);
  if (is_vtt(head)) return DocumentFormat::vtt;
  if (is_srt(head)) return DocumentFormat::srt;
  const DocumentFormat format = by_extension(name);
  // These have a mark at their beginning: without it the name is wrong.
  return format >= DocumentFormat::rtf ? DocumentFormat::text : format;
}

bool is_plain_text(std::string_view head, std::string_view name) {
  return !is_zip(head) && !is_old_office_file(head) &&
         recognise_document_format(head, name) == DocumentFormat::text;
}

}  // namespace thalign

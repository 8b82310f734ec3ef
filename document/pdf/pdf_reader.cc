// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <chrono>
#include <string>
#include <utility>

#include "document/pdf/pdf_text.h"
#include "document/programs/child_process.h"
#include "document/readers.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/unicode/utf8.h"

namespace thalign {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20U;

/// A page takes milliseconds; what takes long is built to.
ChildLimits limits_of(std::string_view pdf) {
  const std::chrono::seconds processor_time(2 + 4 * (pdf.size() / kMiB));
  return {.processor_time = processor_time,
          .time = 20 * processor_time,
          .memory_bytes = 512 * kMiB + 4 * pdf.size(),
          .output_bytes = 256 * kMiB};
}

[[noreturn]] void refuse(const ChildResult& result, const std::string& name) {
  const auto says = [&](std::string_view words) {
    return result.messages.find(words) != std::string::npos;
  };
  if (result.ending == ChildEnding::exited && says("Incorrect password")) {
    throw Error(ErrorCode::format, name, "is encrypted; save it without a password");
  }
  if (result.ending == ChildEnding::too_much_output) {
    throw Error(ErrorCode::limit, name, "has more than 256 MiB of text; split it");
  }
  if (result.ending != ChildEnding::exited || says("Out of memory") || says("bad_alloc")) {
    throw Error(
        ErrorCode::limit, name,
        "takes pdftotext more time or memory than any honest PDF of its size; save it again "
        "from the document it was made from");
  }
  throw Error(
      ErrorCode::format, name,
      "is a damaged PDF, from which pdftotext gets no text; save it again from the document "
      "it was made from");
}

/// The text of a PDF as pdftotext writes it in `mode`.
std::string text_in(const std::string& mode, std::string_view pdf, const std::string& program,
                    const std::string& name) {
  const ChildCommand command{.program = program,
                             .arguments = {mode, "-enc", "UTF-8", "-eol", "unix", "-", "-"},
                             .input = pdf,
                             .environment = {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"}};
  ChildResult result = run_child(command, limits_of(pdf));
  if (result.ending != ChildEnding::exited || result.exit_code != 0) refuse(result, name);
  if (const auto at = first_invalid_utf8(result.output); at != std::string::npos) {
    throw Error(ErrorCode::encoding, fmt::format("{}: byte {}", name, at),
                "pdftotext wrote text that is not UTF-8; save the PDF again from the document it "
                "was made from");
  }
  return std::move(result.output);
}

/// Where Thai marks are drawn with a width of their own, programs put spaces before them and move
/// them: `-raw` keeps the order of drawing, which usually is that of writing. Where it is not,
/// `-layout` may do less harm.
std::string best_text(std::string_view pdf, const std::string& program, const std::string& name) {
  std::string raw = text_in("-raw", pdf, program, name);
  const std::size_t damage = FoldedText(raw).repairs();
  if (damage == 0) return raw;
  std::string layout = text_in("-layout", pdf, program, name);
  return FoldedText(layout).repairs() < damage ? layout : raw;
}

}  // namespace

StructuredDocument read_pdf(std::string_view bytes, const DocumentReadOptions& options) {
  const auto program = find_program("pdftotext", options.program_folders);
  if (!program) {
    throw Error(
        ErrorCode::format, options.name,
        "is a PDF, which the program pdftotext reads, and that is not installed; install "
        "it (Debian: apt install poppler-utils), or give the document the PDF was made from");
  }
  return paragraphs_of_pdf(best_text(bytes, *program, options.name), options.name);
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
// How fast documents are read, as bytes of markup a second: a web page, and a Word document, whose
// markup is its XML unpacked. The baseline reads the bytes once.
#include <benchmark/benchmark.h>
#include <zip.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "document/document_reader.h"

namespace {

using thalign::DocumentFormat;

constexpr std::size_t kBytes = std::size_t{7} << 20U;  // below what is checked for bombs

/// Paragraphs of mixed Thai and English until there are `bytes` of markup.
std::string markup(std::string_view begin, std::string_view before, std::string_view after,
                   std::string_view end, std::size_t bytes) {
  constexpr std::string_view kText =
      "ห้องสมุดเปิดให้บริการทุกวัน เวลา 9.00 ถึง 17.00 น. ไม่เว้นวันหยุดราชการ The library is open every "
      "day from 9 a.m. to 5 p.m. ";
  std::string result(begin);
  for (std::size_t i = 0; result.size() < bytes; ++i) {
    result += before;
    result += std::to_string(i);
    for (std::size_t k = 0; k <= i % 4; ++k) result += kText;
    result += after;
  }
  return result.append(end);
}

std::string page() {
  return markup("<!doctype html><html lang=th><title>a</title><nav><a href=/>b</a></nav><main>",
                "<div class='item'><p style='margin: 0'><b>no.</b> <a href='https://a.example/b'>",
                "</a><br>x &amp; y</p></div>\n", "</main></html>", kBytes);
}

std::string word_part() {
  return markup(
      "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>",
      "<w:p w:rsidR='00A77B3E'><w:pPr><w:pStyle w:val='a'/><w:jc w:val='both'/></w:pPr><w:r><w:rPr>"
      "<w:rFonts w:ascii='TH Sarabun New' w:hint='cs'/><w:sz w:val='32'/></w:rPr><w:t "
      "xml:space='preserve'>",
      "</w:t></w:r></w:p>", "</w:body></w:document>", kBytes);
}

/// An archive in memory with one part.
std::string archive_of(const std::string& part) {
  zip_error_t error;
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  zip_source_keep(target);
  zip_source_t* const content = zip_source_buffer(archive, part.data(), part.size(), 0);
  zip_file_add(archive, "word/document.xml", content, 0);
  if (zip_close(archive) != 0) std::abort();
  zip_stat_t info;
  zip_source_stat(target, &info);
  std::string bytes(info.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

void count(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void read_bytes(benchmark::State& state) {
  const std::string bytes = page();
  for ([[maybe_unused]] const auto round : state) {
    std::uint64_t sum = 0;
    for (const char c : bytes) sum += static_cast<unsigned char>(c);
    benchmark::DoNotOptimize(sum);
  }
  count(state, bytes.size());
}
BENCHMARK(read_bytes);

void read_html(benchmark::State& state) {
  const std::string bytes = page();
  for ([[maybe_unused]] const auto round : state) {
    benchmark::DoNotOptimize(
        thalign::read_structured_document(bytes, DocumentFormat::html, {.name = "a.html"}));
  }
  count(state, bytes.size());
}
BENCHMARK(read_html)->Unit(benchmark::kMillisecond);

void read_docx(benchmark::State& state) {
  const std::string part = word_part();
  const std::string bytes = archive_of(part);
  for ([[maybe_unused]] const auto round : state) {
    benchmark::DoNotOptimize(
        thalign::read_structured_document(bytes, DocumentFormat::docx, {.name = "a.docx"}));
  }
  count(state, part.size());
}
BENCHMARK(read_docx)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();

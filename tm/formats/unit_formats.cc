// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/unit_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <fstream>
#include <optional>
#include <ostream>
#include <utility>

#include "text/error.h"
#include "text/files/compressed_buffer.h"
#include "text/files/compression.h"
#include "text/files/io_error.h"
#include "tm/formats/readers.h"
#include "tm/formats/writers.h"
#include "tm/tmx/tmx_reader.h"

namespace thalign {
namespace {

using Reader = std::unique_ptr<UnitReader>;
using Writer = std::unique_ptr<UnitWriter>;

/// A reader of one file.
template <auto make>
Reader read_one(UnitSources sources, const UnitReadOptions& options) {
  return make(std::move(sources.units), options);
}

/// A reader of numbers of sentences.
template <auto make>
Reader read_numbers(UnitSources sources, const UnitReadOptions& options) {
  assert(sources.source_sentences && sources.target_sentences);
  return make(std::move(sources.units), std::move(*sources.source_sentences),
              std::move(*sources.target_sentences), options.languages);
}

Reader read_moses(UnitSources sources, const UnitReadOptions& options) {
  assert(sources.second);
  return make_moses_reader(std::move(sources.units), std::move(*sources.second), options.languages);
}

Reader read_tmx(UnitSources sources, const UnitReadOptions& options) {
  return std::make_unique<TmxReader>(std::move(sources.units), options.on_repair);
}

/// A writer that needs nothing but a stream.
template <auto make>
Writer write_one(UnitStreams out, const UnitWriteOptions& /*options*/) {
  return make(out.units);
}

Writer write_tmx(UnitStreams out, const UnitWriteOptions& options) {
  return make_tmx_writer(out.units, options.tmx);
}

/// The run that made the file; empty: not said.
std::string run_of(const UnitWriteOptions& options) {
  const auto found = std::ranges::find(options.tmx.properties, kRunProperty, &Property::type);
  return found == options.tmx.properties.end() ? std::string() : found->text;
}

Writer write_tsv(UnitStreams out, const UnitWriteOptions& options) {
  const std::string run = run_of(options);
  if (!run.empty()) out.units << "##" << kRunProperty << ' ' << run << '\n';
  return make_tsv_writer(out.units);
}

Writer write_moses(UnitStreams out, const UnitWriteOptions& /*options*/) {
  assert(out.second != nullptr);
  return make_moses_writer(out.units, *out.second);
}

Writer write_xliff(UnitStreams out, const UnitWriteOptions& options) {
  return make_xliff_writer(out.units, options.tmx.source_language, options.target_language,
                           run_of(options));
}

Writer write_xliff12(UnitStreams out, const UnitWriteOptions& options) {
  return make_xliff12_writer(out.units, options.tmx.source_language, options.target_language,
                             run_of(options));
}

constexpr std::array kFormats = {
    UnitFormat{.name = "tmx",
               .extension = ".tmx",
               .has_header = true,
               .names_languages = true,
               .many_documents = true,
               .for_translations = true,
               .read = read_tmx,
               .write = write_tmx},
    UnitFormat{
        .name = "tsv", .extension = ".tsv", .read = read_one<make_tsv_reader>, .write = write_tsv},
    UnitFormat{.name = "jsonl",
               .extension = ".jsonl",
               .names_languages = true,
               .many_documents = true,
               .self_contained = true,
               .read = read_one<make_jsonl_reader>,
               .write = write_one<make_jsonl_writer>},
    UnitFormat{.name = "moses",
               .extension = ".moses",
               .two_files = true,
               .for_translations = true,
               .read = read_moses,
               .write = write_moses},
    UnitFormat{.name = "hunalign",
               .extension = ".hunalign",
               .read = read_one<make_hunalign_reader>,
               .write = write_one<make_hunalign_writer>},
    UnitFormat{.name = "ladder",
               .extension = ".ladder",
               .sentence_numbers = true,
               .needs_all_beads = true,
               .read = read_numbers<make_ladder_reader>,
               .write = write_one<make_ladder_writer>},
    UnitFormat{.name = "vecalign",
               .extension = ".vecalign",
               .sentence_numbers = true,
               .read = read_numbers<make_vecalign_reader>,
               .write = write_one<make_vecalign_writer>},
    UnitFormat{.name = "bitextor",
               .extension = ".sent",
               .for_translations = true,
               .read = read_one<make_bitextor_reader>,
               .write = write_one<make_bitextor_writer>},
    UnitFormat{.name = "csv",
               .extension = ".csv",
               .read = read_one<make_csv_reader>,
               .write = write_one<make_csv_writer>},
    UnitFormat{.name = "xlsx",
               .extension = ".xlsx",
               .read_extensions = ".xlsm ",
               .read = read_one<make_xlsx_reader>},
    UnitFormat{.name = "xliff",
               .extension = ".xlf",
               .read_extensions = ".xliff .sdlxliff .mqxliff .mxliff .txlf ",
               .names_languages = true,
               .many_documents = true,
               .read = read_one<make_xliff_reader>,
               .write = write_xliff},
    UnitFormat{
        .name = "xliff12", .extension = ".xliff12", .many_documents = true, .write = write_xliff12},
    UnitFormat{.name = "po",
               .extension = ".po",
               .read_extensions = ".pot ",
               .names_languages = true,
               .read = read_one<make_po_reader>},
    UnitFormat{.name = "wordfast",
               .extension = ".txt",
               .names_languages = true,
               .read = read_one<make_wordfast_reader>}};

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// The names of the formats that `fits`.
template <typename Condition>
std::string extensions(Condition fits) {
  std::string list;
  for (const UnitFormat& format : kFormats) {
    if (fits(format)) list.append(list.empty() ? "" : ", ").append(format.extension);
  }
  return list;
}

bool is_compressed(const std::filesystem::path& path) {
  return compression_of_name(path) != Compression::none;
}

bool is_read_from_one_file(const UnitFormat& format) {
  return format.read != nullptr && !format.two_files && !format.sentence_numbers;
}

bool is_written_to_one_file(const UnitFormat& format) {
  return format.write != nullptr && !format.two_files;
}

/// `format`, that of `path`, if it meets `condition`.
template <typename Condition>
const UnitFormat& required(const UnitFormat* format, const std::filesystem::path& path,
                           Condition condition) {
  if (format != nullptr && condition(*format)) return *format;
  throw Error(ErrorCode::format, path.string(),
              fmt::format("unknown format; use one of the extensions {}", extensions(condition)));
}

}  // namespace

std::span<const UnitFormat> unit_formats() { return kFormats; }

const UnitFormat* format_of_name(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &UnitFormat::name);
  return found == kFormats.end() ? nullptr : &*found;
}

const UnitFormat* format_of_path(const std::filesystem::path& path) {
  const std::string extension = lower_ascii(path.extension().string());
  const auto found = std::ranges::find_if(kFormats, [&](const UnitFormat& format) {
    return extension == format.extension ||
           (!extension.empty() &&
            format.read_extensions.find(extension + " ") != std::string::npos);
  });
  return found == kFormats.end() ? nullptr : &*found;
}

std::unique_ptr<UnitReader> open_units(const std::filesystem::path& path,
                                       const UnitReadOptions& options) {
  const UnitFormat& format = required(format_of_path(is_compressed(path) ? path.stem() : path),
                                      path, is_read_from_one_file);
  return format.read({ByteSource(path), {}, {}, {}}, options);
}

WriteStatistics save_units(UnitReader& reader, const std::filesystem::path& path,
                           const UnitWriteOptions& options) {
  const UnitFormat& format = required(format_of_path(is_compressed(path) ? path.stem() : path),
                                      path, is_written_to_one_file);
  std::ofstream file(path, std::ios::binary);
  std::optional<CompressedBuffer> packed;
  if (is_compressed(path)) packed.emplace(*file.rdbuf(), compression_of_name(path));
  std::ostream out(packed ? static_cast<std::streambuf*>(&*packed) : file.rdbuf());
  const WriteStatistics statistics = copy_units(reader, *format.write({out}, options));
  if (packed) packed->finish();
  if (!out || !file.flush())
    throw io_error(path.string(), "write", errno, "check the folder and the room left");
  return statistics;
}

}  // namespace thalign

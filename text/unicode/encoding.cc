// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/encoding.h"

#include <fmt/format.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

namespace thalign {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct DeleteDetector {
  void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};
using Detector = std::unique_ptr<std::remove_pointer_t<uchardet_t>, DeleteDetector>;

constexpr std::string_view kWindowsThai = "windows-874";
constexpr std::string_view kWindowsWestern = "windows-1252";

std::string upper_case(std::string_view name) {
  std::string upper(name);
  std::ranges::transform(upper, upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return upper;
}

/// The 8-bit Thai encodings differ only in what windows-874 adds between 0x80 and 0xA0.
bool is_thai_encoding(std::string_view upper) {
  constexpr std::array kNames = {"TIS-620",    "TIS620",      "TIS-620.2533", "ISO-8859-11",
                                 "ISO8859-11", "WINDOWS-874", "CP874",        "MS874",
                                 "IBM874",     "IBM-874"};
  return std::ranges::find(kNames, upper) != kNames.end();
}

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_FAILURE(status) ? nullptr : std::move(converter);
}

/// ICU maps bytes that a Windows code page leaves undefined to C1 controls and, for windows-874, to
/// these private characters.
bool stands_for_undefined(UChar32 c) {
  return (c >= 0x80 && c <= 0x9F) || (c >= 0xF8C1 && c <= 0xF8C8);
}

/// Takes the UTF-16 that a converter makes, piece by piece.
class Utf16Sink {
 public:
  Utf16Sink(Decoded& decoded, bool windows) : decoded_(decoded), windows_(windows) {}

  /// `offset`: of the byte the code unit came from.
  void put(char16_t unit, std::size_t offset) {
    if (lead_) {
      const char16_t lead = *lead_;
      lead_.reset();
      if (U16_IS_TRAIL(unit)) return append(U16_GET_SUPPLEMENTARY(lead, unit));
      invalid(lead_offset_);
    }
    if (U16_IS_LEAD(unit)) {
      lead_ = unit;
      lead_offset_ = offset;
    } else if (U16_IS_TRAIL(unit) || (windows_ && stands_for_undefined(unit))) {
      invalid(offset);
    } else {
      append(unit);
    }
  }

  void invalid(std::size_t offset) {
    if (decoded_.replaced == 0) decoded_.first_invalid = offset;
    ++decoded_.replaced;
    append(0xFFFD);
  }

  void finish() {
    if (lead_) invalid(lead_offset_);
    lead_.reset();
  }

 private:
  void append(UChar32 c) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    decoded_.text.append(bytes.data(), length);
  }

  Decoded& decoded_;
  bool windows_;
  std::optional<char16_t> lead_;
  std::size_t lead_offset_ = 0;
};

/// Length of the bytes the converter just refused.
std::size_t refused_bytes(UConverter* converter) {
  std::array<char, 32> bytes{};
  auto length = static_cast<std::int8_t>(bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bytes.data(), &length, &status);
  return U_FAILURE(status) ? 0 : static_cast<std::size_t>(length);
}

bool is_thai_byte(unsigned char byte) {
  return (byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB);
}
/// Signs above and below, which stand on a consonant or on another sign.
bool is_thai_sign(unsigned char byte) {
  return byte == 0xD1 || (byte >= 0xD4 && byte <= 0xDA) || (byte >= 0xE7 && byte <= 0xEE);
}

/// True if the high bytes of `sample` come in runs as Thai letters do, every sign on a letter. It
/// recognises what is too short for statistics.
bool is_built_like_thai(std::string_view sample) {
  std::size_t high = 0;
  std::size_t runs = 0;
  std::size_t stray_signs = 0;
  unsigned char last = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xA1) {
      if (!is_thai_byte(byte)) return false;
      ++high;
      if (last < 0xA1) ++runs;
      const bool on_letter = (last >= 0xA1 && last <= 0xCE) || is_thai_sign(last);
      if (is_thai_sign(byte) && !on_letter) ++stray_signs;
    }
    last = byte;
  }
  return high >= 3 * runs && high > 0 && stray_signs * 50 <= high;
}

bool is_western(std::string_view upper) {
  return upper == "WINDOWS-1252" || upper == "ISO-8859-1" || upper == "ISO-8859-15";
}

/// Encodings of Latin letters that a few accented ones do not distinguish from the Western ones.
bool is_latin(std::string_view upper) {
  constexpr std::array kNames = {"WINDOWS-1250", "WINDOWS-1254", "WINDOWS-1257", "ISO-8859-2",
                                 "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-9",   "ISO-8859-10",
                                 "ISO-8859-13",  "ISO-8859-16"};
  return std::ranges::find(kNames, upper) != kNames.end();
}

/// English with a few accented letters or quotes, as against a language that is full of them.
bool has_few_high_bytes(std::string_view sample) {
  const auto high =
      std::ranges::count_if(sample, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return static_cast<std::size_t>(high) * 20 <= sample.size();
}

}  // namespace

std::string canonical_encoding(std::string_view name) {
  const std::string upper = upper_case(name);
  if (is_thai_encoding(upper)) return std::string(kWindowsThai);
  const Converter converter = open_converter(upper);
  if (name.empty() || !converter) return {};
  UErrorCode status = U_ZERO_ERROR;
  const char* const own_name = ucnv_getName(converter.get(), &status);
  if (U_FAILURE(status)) return {};
  for (const char* const standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    const char* const standard_name = ucnv_getStandardName(own_name, standard, &status);
    if (U_SUCCESS(status) && standard_name != nullptr) return standard_name;
  }
  return own_name;
}

Decoded decode(std::string_view bytes, const std::string& canonical, std::size_t limit) {
  Decoded decoded;
  const Converter converter = open_converter(canonical);
  decoded.text.reserve(bytes.size());
  Utf16Sink sink(decoded, canonical.starts_with("windows-"));
  constexpr std::size_t kDecodedPieceBytes = 4096;
  std::array<char16_t, kDecodedPieceBytes> units{};
  std::array<std::int32_t, kDecodedPieceBytes> offsets{};
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  for (bool more = true; more && decoded.text.size() <= limit;) {
    const auto base = static_cast<std::size_t>(source - bytes.data());
    char16_t* target = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end,
                   offsets.data(), static_cast<UBool>(true), &status);
    const auto made = static_cast<std::size_t>(target - units.data());
    const auto read = static_cast<std::size_t>(source - bytes.data());
    for (std::size_t i = 0; i < made; ++i) {
      // Of a character that an earlier call could not finish, ICU does not give the offset.
      const std::size_t offset =
          offsets[i] < 0 ? base : base + static_cast<std::size_t>(offsets[i]);
      sink.put(units[i], offset);
    }
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
      sink.finish();
      sink.invalid(read - std::min(read, refused_bytes(converter.get())));
    }
    more = U_FAILURE(status) && (made > 0 || read > base);
  }
  sink.finish();
  return decoded;
}

std::string recognise_encoding(std::string_view bytes, std::size_t first_high) {
  constexpr std::size_t kMaxBytesBefore = 1024;
  constexpr std::size_t kSampleBytes = std::size_t{256} * 1024;
  const std::string_view sample =
      bytes.substr(first_high > kMaxBytesBefore ? first_high - kMaxBytesBefore : 0, kSampleBytes);
  if (is_built_like_thai(sample)) return std::string(kWindowsThai);
  const Detector detector(uchardet_new());
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  std::string found = upper_case(uchardet_get_charset(detector.get()));
  if (is_thai_encoding(found)) return std::string(kWindowsThai);
  if (is_western(found) || (is_latin(found) && has_few_high_bytes(sample))) {
    return std::string(kWindowsWestern);
  }
  return found;
}

std::string_view recognise_utf16(std::string_view bytes) {
  constexpr std::size_t kMinSampleBytes = 8;
  const std::string_view sample = bytes.substr(0, std::size_t{64} * 1024);
  if (sample.size() < kMinSampleBytes) return {};
  // The high bytes of ASCII are 0x00, those of Thai 0x0E; as low bytes neither is frequent.
  std::array<std::size_t, 2> high{};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == 0x00 || sample[i] == 0x0E) ++high[i % 2];
  }
  const std::size_t half = sample.size() / 2;
  if (high[1] * 4 >= half * 3 && high[0] * 10 <= half) return "UTF-16LE";
  if (high[0] * 4 >= half * 3 && high[1] * 10 <= half) return "UTF-16BE";
  return {};
}

std::string byte_place(const std::string& name, std::size_t offset) {
  return name.empty() ? fmt::format("byte {}", offset) : fmt::format("{}: byte {}", name, offset);
}

Error invalid_bytes(const std::string& name, std::size_t offset, std::string_view encoding) {
  return {ErrorCode::encoding, byte_place(name, offset),
          fmt::format("not valid {}; give --replace-invalid to read on with U+FFFD in its place, "
                      "or --encoding NAME if the text is in another encoding",
                      encoding)};
}

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/fold_character.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>

namespace thalign {

bool is_hidden(UChar32 c) {
  if (c < 0x2000) return c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x180E;
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF;
}

std::size_t shifted_thai(UChar32 c) {
  constexpr UChar32 kFirst = 0xF700;
  constexpr std::array<std::uint8_t, 27> kPlaces = {
      0x10, 0x34, 0x35, 0x36, 0x37, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x48, 0x49, 0x4A, 0x4B,
      0x4C, 0x0D, 0x31, 0x4D, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x38, 0x39, 0x3A};
  constexpr UChar32 kFirstOfMac = 0xF884;
  constexpr std::array<std::uint8_t, 27> kPlacesOfMac = {
      0x31, 0x34, 0x35, 0x36, 0x37, 0x47, 0x48, 0x48, 0x48, 0x49, 0x49, 0x49, 0x4A, 0x4A,
      0x4A, 0x4B, 0x4B, 0x4B, 0x4C, 0x4C, 0x4C, 0x4D, 0x0D, 0x38, 0x39, 0x3A, 0x10};
  if (c < kFirst) return 0;
  const auto place = static_cast<std::size_t>(c - kFirst);
  if (place < kPlaces.size()) return kPlaces[place];
  if (c < kFirstOfMac) return 0;
  const auto of_mac = static_cast<std::size_t>(c - kFirstOfMac);
  return of_mac < kPlacesOfMac.size() ? kPlacesOfMac[of_mac] : 0;
}

UChar32 fold_character(UChar32 c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return u_foldCase(c - 0xFEE0, U_FOLD_CASE_DEFAULT);
  if (c >= 0x2000 && c <= 0x200A) return ' ';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c >= 0x2018 && c <= 0x201B) return '\'';
  if (c >= 0x201C && c <= 0x201F) return '"';
  switch (c) {
    case 0x00A0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return ' ';
    case 0x2212:  // minus
      return '-';
    case 0x2039:
    case 0x203A:
      return '\'';
    case 0x00AB:
    case 0x00BB:
      return '"';
    default:
      return u_foldCase(c, U_FOLD_CASE_DEFAULT);
  }
}

}  // namespace thalign

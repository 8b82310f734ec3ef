// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/umachine.h>

#include <cstddef>

// How single characters are folded. Not installed.

namespace thalign {

/// Whether no reader sees `c`, wherever it stands: ZWSP, BOM, soft hyphen, joiners, marks of
/// direction, invisible operators. Folding takes them away.
bool is_hidden(UChar32 c);

/// The place in the Thai block of the character that the private-use character `c` stands for, 0 if
/// it is none. U+F700-F71A are the shifted forms of Thai marks, and of two consonants, in fonts of
/// old Windows and of TLWG, U+F884-F89E in those of old Macs; PDF files made with them have these
/// characters in their text. Both are listed in HarfBuzz, hb-ot-shaper-thai.cc.
std::size_t shifted_thai(UChar32 c);

/// A visible character outside ASCII and the Thai block, folded.
UChar32 fold_character(UChar32 c);

}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "cli/review/page_source.h"

#include <cstddef>

// As models are, put in by the assembler.
#define THALIGN_EMBED_PAGE(name)               \
  __asm__(                                     \
      ".section .rodata\n"                     \
      ".global thalign_page_" #name            \
      "\n"                                     \
      "thalign_page_" #name                    \
      ":\n"                                    \
      ".incbin \"" THALIGN_PAGES_DIR "/" #name \
      ".html\"\n"                              \
      ".global thalign_page_" #name            \
      "_end\n"                                 \
      "thalign_page_" #name                    \
      "_end:\n"                                \
      ".byte 0\n"                              \
      ".previous\n");                          \
  extern "C" const char thalign_page_##name[]; \
  extern "C" const char thalign_page_##name##_end[]

THALIGN_EMBED_PAGE(page_head);
THALIGN_EMBED_PAGE(page_tail);
THALIGN_EMBED_PAGE(index_head);
THALIGN_EMBED_PAGE(index_tail);

namespace thalign::cli {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

PageSource review_page_source() {
  return {between(thalign_page_page_head, thalign_page_page_head_end),
          between(thalign_page_page_tail, thalign_page_page_tail_end)};
}

PageSource page_index_source() {
  return {between(thalign_page_index_head, thalign_page_index_head_end),
          between(thalign_page_index_tail, thalign_page_index_tail_end)};
}

}  // namespace thalign::cli

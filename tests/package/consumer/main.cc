// SPDX-License-Identifier: Apache-2.0
#include <thalign/align.h>
#include <thalign/bitext.h>
#include <thalign/document.h>
#include <thalign/segment.h>
#include <thalign/tmx_writer.h>

#include <iostream>

int main() {
  using namespace thalign;
  const SegmentedText thai =
      segment(Document::from_bytes("งานเปิดเมื่อวันที่ 14 มิถุนายน 2568 มีผู้เข้าร่วมกว่า ๓๐๐ คน"));
  const SegmentedText english =
      segment(Document::from_bytes("It opened on June 14, 2025. More than 300 people came."));
  const Alignment alignment = align(thai, english);
  BitextReader units({thai, english, alignment, "th", "en"});
  copy_units(units, *make_tmx_writer(std::cout, {.source_language = "th"}));
}

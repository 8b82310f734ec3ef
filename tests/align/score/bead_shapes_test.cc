// SPDX-License-Identifier: Apache-2.0
// Shapes of beads in sentences, as real text needs them, over texts with one sentence a line.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "align/align.h"
#include "segment/segment.h"

namespace thalign {
namespace {

/// "2-1 1-1 ...": sentences on either side of each bead.
std::string shapes(const std::string& thai, const std::string& english) {
  const auto read = [](const std::string& text, Language language) {
    return presegmented(Document::from_bytes(text, {.encoding = "UTF-8", .language = language}));
  };
  const Alignment alignment = align(read(thai, Language::thai), read(english, Language::english));
  std::string result;
  for (const Bead& bead : alignment.beads()) {
    if (!result.empty()) result += ' ';
    result += fmt::format("{}-{}", bead.source.size(), bead.target.size());
  }
  return result;
}

const std::string kThaiFirst = "โรงเรียนบ้านนาเปิดสอนมาแล้ว 48 ปี\n";
const std::string kEnglishFirst = "The school at Ban Na has been open for 48 years.\n";
const std::string kThaiLast = "ผู้อำนวยการขอบคุณผู้ปกครองทุกคนในวันที่ 9 มีนาคม\n";
const std::string kEnglishLast = "The director thanked all parents on March 9.\n";

TEST(BeadShapesTest, OneEach) {
  EXPECT_EQ(shapes(kThaiFirst + kThaiLast, kEnglishFirst + kEnglishLast), "1-1 1-1");
}

TEST(BeadShapesTest, OneToFour) {
  const std::string thai =
      "ปีนี้มีนักเรียน 212 คน ซึ่งเดินทางมาจาก 17 หมู่บ้าน โดยมีครู 14 คนดูแลใน 9 ห้องเรียน "
      "และมีรถรับส่ง 3 คันออกจากตลาดเวลา 6.30 น. ทุกวัน\n";
  const std::string english =
      "This year it has 212 pupils. They travel from 17 villages. "
      "Its 14 teachers look after them in 9 classrooms. 3 buses leave the market at 6.30 every "
      "day.";
  std::string lines = english;
  for (std::size_t at = 0; (at = lines.find(". ", at)) != std::string::npos; at += 2)
    lines[at + 1] = '\n';
  lines += '\n';
  EXPECT_EQ(shapes(kThaiFirst + thai + kThaiLast, kEnglishFirst + lines + kEnglishLast),
            "1-1 1-4 1-1");
}

TEST(BeadShapesTest, FourToOne) {
  const std::string thai =
      "ปีนี้มีนักเรียน 212 คน\nนักเรียนเดินทางมาจาก 17 หมู่บ้าน\nมีครู 14 คนดูแล\n"
      "ทุกคนเรียนใน 9 ห้องเรียน\n";
  const std::string english =
      "This year its 14 teachers look after 212 pupils from 17 villages, all of whom learn in 9 "
      "classrooms.\n";
  EXPECT_EQ(shapes(kThaiFirst + thai + kThaiLast, kEnglishFirst + english + kEnglishLast),
            "1-1 4-1 1-1");
}

// As the gold has it: the longer one keeps its counterpart.
TEST(BeadShapesTest, TwoThatChangePlaces) {
  const std::string thai = "มีครู 14 คนทำงานที่นี่\nนักเรียนทั้งหมด 212 คนมาจาก 17 หมู่บ้าน\n";
  const std::string english =
      "All 212 pupils come from 17 villages.\nThere are 14 teachers working here.\n";
  EXPECT_EQ(shapes(kThaiFirst + thai + kThaiLast, kEnglishFirst + english + kEnglishLast),
            "1-1 1-0 1-1 0-1 1-1");
}

TEST(BeadShapesTest, TwoPairsAreNotMerged) {
  const std::string thai = "มีครู 14 คนทำงานที่นี่\nนักเรียนทั้งหมด 212 คนมาจาก 17 หมู่บ้าน\n";
  const std::string english =
      "There are 14 teachers working here.\nAll 212 pupils come from 17 villages.\n";
  EXPECT_EQ(shapes(kThaiFirst + thai + kThaiLast, kEnglishFirst + english + kEnglishLast),
            "1-1 1-1 1-1 1-1");
}

TEST(BeadShapesTest, WhatOneSideLeavesOutIsNull) {
  const std::string thai = "นักเรียนทั้งหมด 212 คนมาจาก 17 หมู่บ้าน\n";
  EXPECT_EQ(shapes(kThaiFirst + thai + kThaiLast, kEnglishFirst + kEnglishLast), "1-1 1-0 1-1");
}

}  // namespace
}  // namespace thalign

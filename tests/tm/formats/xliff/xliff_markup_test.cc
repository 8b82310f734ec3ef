// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/xliff/xliff_markup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace thalign {
namespace {

using testing::ElementsAre;

TEST(XliffMarkupTest, Version12HasNativeTextsInside) {
  XliffCodes codes(XliffVersion::v1_2);
  EXPECT_EQ(codes.content("<bpt i=\"5\">&lt;b&gt;</bpt>a &amp; b<ept i=\"5\">&lt;/b&gt;</ept>"
                          "<it pos=\"end\">x</it><ph>y</ph>"),
            "<bpt id=\"1\" rid=\"1\">&lt;b&gt;</bpt>a &amp; b<ept id=\"2\" rid=\"1\">&lt;/b&gt;"
            "</ept><it id=\"3\" pos=\"close\">x</it><ph id=\"4\">y</ph>");
}

TEST(XliffMarkupTest, Version21RefersToThem) {
  XliffCodes codes(XliffVersion::v2_1);
  EXPECT_EQ(codes.content("<bpt i=\"1\">[</bpt>a<ept i=\"1\">]</ept><it pos=\"begin\">{</it>"),
            "<sc id=\"1\" dataRef=\"d1\"/>a<ec startRef=\"1\" dataRef=\"d2\"/>"
            "<sc id=\"3\" isolated=\"yes\" dataRef=\"d3\"/>");
  EXPECT_THAT(codes.native(), ElementsAre("[", "]", "{"));
}

TEST(XliffMarkupTest, ACodeOfBothSidesHasOneNumber) {
  XliffCodes codes(XliffVersion::v2_1);
  codes.content("<ph>x</ph><ph>y</ph>");
  EXPECT_EQ(codes.content("<ph>y</ph><ph>z</ph><ph>x</ph>"),
            "<ph id=\"2\" dataRef=\"d2\"/><ph id=\"3\" dataRef=\"d3\"/><ph id=\"1\" "
            "dataRef=\"d1\"/>");
  EXPECT_EQ(codes.native().size(), 3U);
}

TEST(XliffMarkupTest, AnotherKindOrASecondOfTheSameIsAnotherCode) {
  XliffCodes codes(XliffVersion::v2_1);
  EXPECT_EQ(codes.content("<ph>x</ph><ph>x</ph>"),
            "<ph id=\"1\" dataRef=\"d1\"/><ph id=\"2\" dataRef=\"d2\"/>");
  EXPECT_EQ(codes.content("<it pos=\"begin\">x</it><ph>x</ph>"),
            "<sc id=\"3\" isolated=\"yes\" dataRef=\"d3\"/><ph id=\"1\" dataRef=\"d1\"/>");
}

TEST(XliffMarkupTest, HighlightsAreMarksAndFlowsBelongToTheirCode) {
  XliffCodes codes(XliffVersion::v2_1);
  EXPECT_EQ(codes.content("<hi>a</hi><ph>(<sub>s</sub>)</ph>"),
            "<mrk id=\"h1\" type=\"thalign:hi\">a</mrk><ph id=\"1\" dataRef=\"d1\"/>");
  EXPECT_THAT(codes.native(), ElementsAre("(s)"));
}

}  // namespace
}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/xml_output.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(XmlOutputTest, LinesAndExactText) {
  std::size_t dropped = 0;
  EXPECT_EQ(xml_line(" a\n<b> & \"c\" ", dropped), "a &lt;b&gt; &amp; &quot;c&quot;");
  EXPECT_EQ(xml_exact("a\n<b>", dropped), "a&#10;&lt;b&gt;");
  EXPECT_EQ(dropped, 0U);
}

TEST(XmlOutputTest, WhatXmlForbidsIsLeftOutAndCounted) {
  std::size_t dropped = 0;
  EXPECT_EQ(xml_exact("a\x01z\uFFFE", dropped), "az");
  EXPECT_EQ(dropped, 2U);
  EXPECT_EQ(xml_line("\x02", dropped), "");
  EXPECT_EQ(dropped, 3U);
}

}  // namespace
}  // namespace thalign

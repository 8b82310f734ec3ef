// SPDX-License-Identifier: Apache-2.0
#include "text/files/xml_escape.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(XmlEscapeTest, WhatAParserWouldChangeBecomesAReference) {
  EXPECT_EQ(xml_escaped(""), "");
  EXPECT_EQ(xml_escaped("น้ำ water's 'edge'"), "น้ำ water's 'edge'");
  EXPECT_EQ(xml_escaped("<a b=\"c\">&amp;</a>"), "&lt;a b=&quot;c&quot;&gt;&amp;amp;&lt;/a&gt;");
  EXPECT_EQ(xml_escaped("\ta\r\nb"), "&#9;a&#13;&#10;b");
}

}  // namespace
}  // namespace thalign

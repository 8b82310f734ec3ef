// SPDX-License-Identifier: Apache-2.0
#include "corpus/report/corpus_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace thalign {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(HistogramTest, WhatLiesOutsideIsInTheFirstOrLastStep) {
  Histogram histogram(0, 4, 4);
  for (const double value : {-1.0, 0.0, 0.99, 1.0, 3.5, 4.0, 99.0}) histogram.add(value);
  EXPECT_THAT(histogram.counts(), ElementsAre(3, 1, 0, 3));
}

TEST(CorpusReportTest, CountsAndEscapes) {
  CorpusReport report;
  TranslationUnit unit{.variants = {{.language = "th", .text = "ฝนตก", .document = "a<b>.txt"},
                                    {.language = "en", .text = "It rains"}}};
  unit.variants[0].units = UnitRange{0, 2};
  unit.variants[1].units = UnitRange{0, 1};
  unit.confidence = 0.9;
  report.add(unit);
  unit.variants[1] = {.language = "en", .text = ""};
  report.add(unit);
  unit.about.properties.push_back({.type = "x-filter", .text = "numbers"});
  report.add_refused(unit);
  std::ostringstream page;
  report.write(page, "<corpus>");
  for (const char* expected :
       {"<h1>&lt;corpus&gt;</h1>", "<tr><td>pairs<td>1\n",
        "<tr><td>texts without a counterpart<td>1\n", "<tr><td>characters, th<td>4\n",
        "<tr><td>characters, en<td>8\n", "<tr><td>2 : 1<td>1<td>100.0 %\n",
        "<tr><td>numbers<td>1<td>100.0 %\n", "<tr><td>a&lt;b&gt;.txt<td>2<td>100.0 %\n",
        "<title>0.90 to 0.95: 1</title>"}) {
    EXPECT_THAT(page.str(), HasSubstr(expected));
  }
  EXPECT_THAT(page.str(), Not(HasSubstr("http")));
}

TEST(CorpusReportTest, NoPairs) {
  std::ostringstream page;
  CorpusReport().write(page, "none");
  EXPECT_THAT(page.str(), HasSubstr("<tr><td>pairs<td>0\n"));
}

}  // namespace
}  // namespace thalign

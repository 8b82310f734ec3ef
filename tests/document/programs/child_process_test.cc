// SPDX-License-Identifier: Apache-2.0
#include "document/programs/child_process.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace thalign {
namespace {

constexpr ChildLimits kGenerous{.processor_time = std::chrono::seconds(20),
                                .time = std::chrono::seconds(60),
                                .memory_bytes = std::uint64_t{1} << 30U,
                                .output_bytes = 1U << 20U};

ChildResult shell(const std::string& script, const ChildLimits& limits = kGenerous,
                  std::string_view input = {}) {
  return run_child({.program = "/bin/sh",
                    .arguments = {"-c", script},
                    .input = input,
                    .environment = {"PATH=/usr/bin:/bin", "GIVEN=yes"}},
                   limits);
}

TEST(ChildProcessTest, GivesOutputMessagesAndExitCode) {
  const ChildResult result = shell("cat; echo wrong >&2; exit 3", kGenerous, "a\nb");
  EXPECT_EQ(result.ending, ChildEnding::exited);
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(result.output, "a\nb");
  EXPECT_EQ(result.messages, "wrong\n");
}

TEST(ChildProcessTest, TakesMoreThanAPipeHolds) {
  const std::string input(300000, 'x');
  EXPECT_EQ(shell("cat", kGenerous, input).output, input);
  const ChildResult result = shell("head -c 100000 /dev/zero >&2");
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.messages.size(), 4096U);
}

TEST(ChildProcessTest, ArgumentsAreNotTakenApart) {
  const ChildResult result = run_child(
      {.program = "/bin/echo", .arguments = {"$(id); a 'b", "*"}, .environment = {}}, kGenerous);
  EXPECT_EQ(result.output, "$(id); a 'b *\n");
}

TEST(ChildProcessTest, InheritsNoEnvironmentAndNoFiles) {
  EXPECT_EQ(shell("echo $GIVEN$HOME$USER").output, "yes\n");
  EXPECT_EQ(shell("ls /proc/self/fd | wc -l").output, "4\n");  // the fourth is of ls itself
}

TEST(ChildProcessTest, EndsWhatTakesTooLong) {
  ChildLimits limits = kGenerous;
  limits.time = std::chrono::seconds(1);
  const auto begin = std::chrono::steady_clock::now();
  // The inner one holds the pipe open, too.
  EXPECT_EQ(shell("sleep 50 & sleep 50", limits).ending, ChildEnding::out_of_time);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(ChildProcessTest, EndsWhatComputesTooLong) {
  ChildLimits limits = kGenerous;
  limits.processor_time = std::chrono::seconds(1);
  EXPECT_EQ(shell("while :; do :; done", limits).ending, ChildEnding::killed);
}

TEST(ChildProcessTest, EndsWhatWritesTooMuch) {
  ChildLimits limits = kGenerous;
  limits.output_bytes = 1000;
  EXPECT_EQ(shell("head -c 1001 /dev/zero; sleep 50", limits).ending, ChildEnding::too_much_output);
  EXPECT_EQ(shell("head -c 1000 /dev/zero", limits).ending, ChildEnding::exited);
}

TEST(ChildProcessTest, RefusesMemoryBeyondTheLimit) {
  ChildLimits limits = kGenerous;
  limits.memory_bytes = std::uint64_t{64} << 20U;
  const ChildResult result = shell("dd if=/dev/zero of=/dev/null bs=200M count=1", limits);
  EXPECT_NE(result.exit_code, 0);
  EXPECT_EQ(shell("dd if=/dev/zero of=/dev/null bs=200M count=1").exit_code, 0);
}

TEST(ChildProcessTest, WhatCanNotBeStartedExits) {
  const ChildResult result =
      run_child({.program = "/nowhere/program", .arguments = {}, .environment = {}}, kGenerous);
  EXPECT_EQ(result.exit_code, 127);
}

TEST(ChildProcessTest, FindsProgramsInFoldersInTheirOrder) {
  EXPECT_EQ(find_program("sh", "/nowhere:/bin:/usr/bin"), "/bin/sh");
  EXPECT_EQ(find_program("sh", "bin::/nowhere"), std::nullopt);
  EXPECT_EQ(find_program("no-such-program", "/bin"), std::nullopt);
  EXPECT_EQ(find_program("sh", ""), std::nullopt);
}

}  // namespace
}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#include "text/ordered_work.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;

constexpr int kTasks = 200;

/// What comes out for the tasks 0 to `kTasks` - 1 where `work` is done in `threads` threads.
std::vector<int> results(unsigned threads, const std::function<int(int)>& work) {
  int next = 0;
  std::vector<int> taken;
  OrderedWork<int, int>(
      threads,
      [&]() -> std::optional<int> { return next < kTasks ? std::optional(next++) : std::nullopt; },
      work, [&](int result) { taken.push_back(result); })
      .run();
  return taken;
}

TEST(OrderedWorkTest, ResultsComeInTheOrderOfTheTasks) {
  for (const unsigned threads : {1U, 2U, 7U}) {
    const std::vector<int> taken = results(threads, [](int task) {
      if (task % 5 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      return 3 * task;
    });
    ASSERT_EQ(taken.size(), static_cast<std::size_t>(kTasks));
    for (int i = 0; i < kTasks; ++i) EXPECT_EQ(taken[static_cast<std::size_t>(i)], 3 * i);
  }
}

TEST(OrderedWorkTest, NoTaskNoResult) {
  OrderedWork<int, int>(
      3, [] { return std::nullopt; }, [](int task) { return task; },
      [](int) { FAIL() << "nothing to finish"; })
      .run();
}

TEST(OrderedWorkTest, TheFirstTaskThatFailsIsReported) {
  try {
    results(4, [](int task) -> int {
      if (task == 20) std::this_thread::sleep_for(std::chrono::milliseconds(20));
      if (task >= 20 && task % 10 == 0) throw std::runtime_error("task " + std::to_string(task));
      return task;
    });
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "task 20");
  }
}

TEST(OrderedWorkTest, WhatNextAndFinishThrowComesOut) {
  const auto throw_next = []() -> std::optional<int> { throw std::runtime_error("next"); };
  EXPECT_THROW((OrderedWork<int, int>(
                    2, throw_next, [](int task) { return task; }, [](int) {})
                    .run()),
               std::runtime_error);
  int next = 0;
  EXPECT_THROW((OrderedWork<int, int>(
                    2, [&]() -> std::optional<int> { return next++; },
                    [](int task) { return task; }, [](int) { throw std::logic_error("finish"); })
                    .run()),
               std::logic_error);
}

/// Memory does not grow with the stream: few tasks lie between `next` and `finish`.
TEST(OrderedWorkTest, TasksInFlightAreBounded) {
  constexpr int kThreads = 2;
  std::atomic<int> begun = 0;
  int finished = 0;
  OrderedWork<int, int>(
      kThreads,
      [&]() -> std::optional<int> {
        return begun < kTasks ? std::optional(begun++) : std::nullopt;
      },
      [](int task) { return task; },
      [&](int) {
        EXPECT_LE(begun - finished, 8 * kThreads + 1);
        ++finished;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
      })
      .run();
  EXPECT_EQ(finished, kTasks);
}

TEST(ForEachOrderedTest, ResultsThatCannotBeCopied) {
  std::vector<int> squares;
  for_each_ordered(
      4, [](std::size_t i) { return std::make_unique<int>(static_cast<int>(i * i)); },
      [&](std::unique_ptr<int> square) { squares.push_back(*square); });
  EXPECT_THAT(squares, ElementsAre(0, 1, 4, 9));
}

}  // namespace
}  // namespace thalign

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace thalign {

/// Works on a stream of tasks in several threads and takes the results in the order of the tasks.
/// Not installed.
///
///     next()  --task-->  work(task), in `threads` threads  --result-->  finish(result)
///
/// `next` is called by one thread at a time, in order; nothing ends the stream. `finish` is called
/// in the thread of the caller. At most `8 * threads` tasks lie between `next` and `finish`, so
/// that memory does not grow with the length of the stream.
///
/// What any of the three throws ends the work: other tasks that were begun are dropped, and the
/// exception, the one of the first task if there are several, comes out of `run()`.
template <typename Task, typename Result>
class OrderedWork {
 public:
  using Next = std::function<std::optional<Task>()>;
  using Work = std::function<Result(Task)>;
  using Finish = std::function<void(Result)>;

  /// Requires: threads > 0.
  OrderedWork(unsigned threads, Next next, Work work, Finish finish)
      : threads_(threads),
        next_(std::move(next)),
        work_(std::move(work)),
        finish_(std::move(finish)) {}

  /// To be called once.
  void run() {
    std::vector<std::jthread> workers;
    const Stop stop_at_end(*this);
    for (unsigned i = 0; i < threads_; ++i) workers.emplace_back([this] { work_on_tasks(); });
    for (std::size_t turn = 0;; ++turn) {
      auto outcome = take(turn);
      if (!outcome) return;
      if (outcome.mapped().error) std::rethrow_exception(outcome.mapped().error);
      finish_(std::move(*outcome.mapped().result));
    }
  }

 private:
  struct Outcome {
    std::optional<Result> result;
    std::exception_ptr error;
  };

  /// Makes the workers end, before they are joined.
  class Stop {
   public:
    explicit Stop(OrderedWork& work) : work_(work) {}
    Stop(const Stop&) = delete;
    Stop& operator=(const Stop&) = delete;
    ~Stop() { work_.stop(); }

   private:
    OrderedWork& work_;
  };

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  void work_on_tasks() {
    for (;;) {
      std::size_t number = 0;
      Outcome outcome;
      try {
        std::optional<Task> task = begin_task(number);
        if (!task) return;
        outcome.result.emplace(work_(std::move(*task)));
      } catch (...) {
        outcome.error = std::current_exception();
      }
      const std::lock_guard lock(mutex_);
      outcomes_.emplace(number, std::move(outcome));
      changed_.notify_all();
    }
  }

  /// The next task and its number; nothing at the end of the stream. Waits until there is room.
  std::optional<Task> begin_task(std::size_t& number) {
    const std::lock_guard one_at_a_time(next_mutex_);
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock,
                    [&] { return stopped_ || begun_ - finished_ < std::size_t{8} * threads_; });
      if (stopped_ || ended_) return std::nullopt;
      number = begun_++;
    }
    std::optional<Task> task;
    try {
      task = next_();
    } catch (...) {
      end(begun_);
      throw;
    }
    if (!task) end(number);
    return task;
  }

  /// `count` tasks were all.
  void end(std::size_t count) {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    begun_ = count;
    changed_.notify_all();
  }

  /// The outcome of task `turn`, waited for; nothing after the last one.
  typename std::map<std::size_t, Outcome>::node_type take(std::size_t turn) {
    std::unique_lock lock(mutex_);
    finished_ = turn;
    changed_.notify_all();
    changed_.wait(lock, [&] { return outcomes_.contains(turn) || (ended_ && turn == begun_); });
    return outcomes_.extract(turn);
  }

  const unsigned threads_;
  const Next next_;
  const Work work_;
  const Finish finish_;

  std::mutex next_mutex_;
  std::mutex mutex_;  ///< of all below
  std::condition_variable changed_;
  std::size_t begun_ = 0, finished_ = 0;
  bool ended_ = false, stopped_ = false;
  std::map<std::size_t, Outcome> outcomes_;
};

/// Threads to use where nothing says how many: one for each core.
inline unsigned core_count() { return std::max(1U, std::thread::hardware_concurrency()); }

/// Calls `work(0)` to `work(count - 1)` on all cores and gives what they return to `finish`, in
/// order and in the thread of the caller. Exceptions as in `OrderedWork`.
template <typename Work, typename Finish>
void for_each_ordered(std::size_t count, Work work, Finish finish) {
  using Result = std::invoke_result_t<Work, std::size_t>;
  std::size_t next = 0;
  OrderedWork<std::size_t, Result>(
      core_count(),
      [&]() -> std::optional<std::size_t> {
        if (next == count) return std::nullopt;
        return next++;
      },
      std::move(work), std::move(finish))
      .run();
}

/// Calls `work(0)` to `work(count - 1)` on all cores; calls must not depend on each other.
/// Exceptions as in `OrderedWork`.
template <typename Work>
void for_each_parallel(std::size_t count, Work work) {
  const auto done = [&](std::size_t i) {
    work(i);
    return true;
  };
  for_each_ordered(count, done, [](bool) {});
}

}  // namespace thalign

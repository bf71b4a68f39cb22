#include "searcher/side_work.hpp"

#include <stdexcept>

#include <catch2/catch.hpp>

namespace broadsheet::searcher {

TEST_CASE("work runs beside its caller while a helper is free, else in it", "[side_work]") {
  SideWork side_work(1);
  std::promise<void> release;
  std::thread::id first_thread;
  std::thread::id second_thread;

  std::future<void> first = side_work.start([&] {
    release.get_future().wait();
    first_thread = std::this_thread::get_id();
  });
  std::future<void> second = side_work.start([&] { second_thread = std::this_thread::get_id(); });
  second.get();  // Would wait for ever if it stood behind the first.
  release.set_value();
  first.get();

  CHECK(second_thread == std::this_thread::get_id());
  CHECK(first_thread != std::this_thread::get_id());
  CHECK(first_thread != std::thread::id());
}

TEST_CASE("a helper is free again when its work is done, also by an exception", "[side_work]") {
  SideWork side_work(1);
  for (int i = 0; i < 3; ++i) {
    std::thread::id thread;
    std::future<void> work = side_work.start([&] {
      thread = std::this_thread::get_id();
      if (i == 1) throw std::runtime_error("no");
    });
    if (i == 1) {
      CHECK_THROWS_AS(work.get(), std::runtime_error);
    } else {
      work.get();
    }
    CHECK(thread != std::this_thread::get_id());
  }
}

}  // namespace broadsheet::searcher

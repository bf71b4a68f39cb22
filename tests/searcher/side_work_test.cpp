#include "searcher/side_work.hpp"

#include <stdexcept>
#include <thread>

#include <catch2/catch.hpp>

namespace broadsheet::searcher {
namespace {

Xapian::Database database_of(int documents) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < documents; ++i) database.add_document(Xapian::Document());
  return database;
}

}  // namespace

TEST_CASE("work runs beside its caller while a database is free, else in it", "[side_work]") {
  const Xapian::Database own = database_of(1);
  SideWork side_work({database_of(2)});
  std::promise<void> release;
  std::thread::id first_thread;
  std::thread::id second_thread;
  Xapian::doccount first_count = 0;
  Xapian::doccount second_count = 0;

  std::future<void> first = side_work.start(own, [&](const Xapian::Database& database) {
    release.get_future().wait();
    first_thread = std::this_thread::get_id();
    first_count = database.get_doccount();
  });
  std::future<void> second = side_work.start(own, [&](const Xapian::Database& database) {
    second_thread = std::this_thread::get_id();
    second_count = database.get_doccount();
  });
  second.get();  // Would wait for ever if it stood behind the first.
  release.set_value();
  first.get();

  CHECK(second_thread == std::this_thread::get_id());
  CHECK(second_count == 1);
  CHECK(first_thread != std::this_thread::get_id());
  CHECK(first_thread != std::thread::id());
  CHECK(first_count == 2);
}

TEST_CASE("a database is free again when its work is done, also by an exception", "[side_work]") {
  const Xapian::Database own = database_of(1);
  SideWork side_work({database_of(2)});
  for (int i = 0; i < 3; ++i) {
    std::thread::id thread;
    std::future<void> work = side_work.start(own, [&](const Xapian::Database&) {
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

TEST_CASE("work stays with its caller while other requests need the processors", "[side_work]") {
  const Xapian::Database own = database_of(1);
  SideWork side_work({database_of(2), database_of(2)});
  const auto thread_of_work = [&] {
    std::thread::id thread;
    side_work.start(own, [&](const Xapian::Database&) { thread = std::this_thread::get_id(); })
        .get();
    return thread;
  };
  side_work.begin_request();
  CHECK(thread_of_work() != std::this_thread::get_id());
  side_work.begin_request();
  CHECK(thread_of_work() == std::this_thread::get_id());
  side_work.end_request();
  CHECK(thread_of_work() != std::this_thread::get_id());
}

}  // namespace broadsheet::searcher

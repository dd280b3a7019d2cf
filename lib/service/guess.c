/* SPDX-License-Identifier: MIT */
/* Counts tries of passwords, and says when there have been too many. */
#include "service/guess.h"

#include "base/clock.h"
#include "base/hash.h"
#include "base/text.h"
#include "store/token.h"

enum { FREE_TRIES = 5, FIRST_WAIT_SECONDS = 30, LONGEST_WAIT_SECONDS = 15 * 60 };

/* A day without a try, and all is forgiven. Addresses that nobody has could be made up without an
 * end: of those that were tried, so many are remembered. */
enum { MEMORY_SECONDS = 24 * 60 * 60, MEMORY_ADDRESSES = 10000 };

/* What was typed is not kept: passwords are typed where addresses belong. */
static int64_t address_number(const char *email)
{
	uint64_t h = HASH_START;
	for (; *email != '\0'; email++)
		h = hash_byte(h, text_lower(*email));
	return (int64_t)(h & INT64_MAX);
}

static int64_t wait_left(const struct login_tries *tries, int64_t now)
{
	int64_t passed = now - tries->last_at, wait = FIRST_WAIT_SECONDS;
	if (tries->count < FREE_TRIES)
		return 0;
	for (int64_t n = FREE_TRIES; n < tries->count && wait < LONGEST_WAIT_SECONDS; n++)
		wait *= 2;
	if (wait > LONGEST_WAIT_SECONDS)
		wait = LONGEST_WAIT_SECONDS;
	/* A clock that was set back must not lock anybody out for longer than that. */
	return passed >= 0 && passed < wait ? wait - passed : 0;
}

enum shop_status guess_wait(struct db *db, const char *email, int64_t now, int64_t *ret_wait,
			    struct shop_error *err)
{
	struct login_tries tries;
	enum shop_status st = login_try_get(db, address_number(email), &tries, err);
	if (!st)
		*ret_wait = wait_left(&tries, now);
	return st;
}

enum shop_status guess_forget(struct db *db, const char *email, struct shop_error *err)
{
	return login_try_forget(db, address_number(email), err);
}

/* *ret_wait: to wait instead, and nothing is counted. */
static enum shop_status tell(struct db *db, const char *email, bool right, int64_t *ret_wait,
			     struct shop_error *err)
{
	int64_t now = clock_now();
	enum shop_status st = guess_wait(db, email, now, ret_wait, err);
	if (st || *ret_wait > 0)
		return st;
	if (right)
		return guess_forget(db, email, err);
	st = login_try_add(db, address_number(email), now, now - MEMORY_SECONDS, err);
	return st ? st : login_try_trim(db, now - MEMORY_SECONDS, MEMORY_ADDRESSES, err);
}

enum shop_status guess_refuse(enum shop_status st, int64_t wait, struct shop_error *err)
{
	shop_error_set(err, st, "too many failed logins");
	shop_error_hint(err, "try again in %lld seconds", (long long)wait);
	return st;
}

enum shop_status guess_settle(struct db *db, const char *email, bool right,
			      enum shop_status refused, struct shop_error *err)
{
	int64_t wait = 0;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = db_begin(db, /* write= */ true, &txn, err);
	if (!st)
		st = tell(db, email, right, &wait, err);
	if (!st)
		st = txn_commit(&txn, err);
	return st || wait == 0 ? st : guess_refuse(refused, wait, err);
}

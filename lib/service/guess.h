/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Guessing passwords is slowed for each e-mail address: after five tries in a row that failed, the
 * next has to wait 30 seconds, and each further one twice as long, up to a quarter of an hour (NIST
 * SP 800-63B, 5.2.2 asks for such a limit). Longer would let a stranger lock the owner out. Nothing
 * sleeps: a try that comes too early is refused. Whether there is an account at the address makes
 * no difference, so that nobody learns it here.
 */

#include "service/service.h"

/* How many seconds there are to wait before a try; 0: none. Asked before a password is looked at. */
enum shop_status guess_wait(struct db *db, const char *email, int64_t now, int64_t *ret_wait,
			    struct shop_error *err);

/*
 * Settles what comes of a try: a wrong one counts, a right one clears the address. Tries at the same
 * moment count in the order in which they get here, as if each had waited for the one before: after
 * too many wrong ones the others are refused, the right as the wrong, and learn nothing; and any
 * number that are right hinder none. SHOP_OK, also for a wrong one; `refused` where there have been
 * too many.
 */
enum shop_status guess_settle(struct db *db, const char *email, bool right,
			      enum shop_status refused, struct shop_error *err);

/* Nothing is held against the address any more. */
enum shop_status guess_forget(struct db *db, const char *email, struct shop_error *err);

/* "too many failed logins", with how long to wait as the hint. Returns st. */
enum shop_status guess_refuse(enum shop_status st, int64_t wait, struct shop_error *err);

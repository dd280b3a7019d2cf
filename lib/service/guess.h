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

/*
 * Counts a try before the password is looked at, so that many tries at the same moment count as
 * many. *ret_wait: how many seconds there are to wait instead; 0: try. Within a write transaction,
 * to be committed whatever comes of the try.
 */
enum shop_status guess_begin(struct db *db, const char *email, int64_t now, int64_t *ret_wait,
			     struct shop_error *err);

/* The password was right: nothing is held against the address any more. */
enum shop_status guess_right(struct db *db, const char *email, struct shop_error *err);

/* "too many failed logins", with how long to wait as the hint. Returns st. */
enum shop_status guess_refuse(enum shop_status st, int64_t wait, struct shop_error *err);

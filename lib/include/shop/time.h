/* SPDX-License-Identifier: MIT */
#pragma once

/* Times are whole seconds UTC since 1970-01-01. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"

enum { SHOP_TIME_SIZE = 32 }; /* bytes that hold any formatted time */

/* RFC 3339 in UTC, "2026-11-22T10:00:00Z", into out[SHOP_TIME_SIZE]. Returns out. */
SHOP_API char *shop_time_format(int64_t t, char *out);

/*
 * Reads RFC 3339 (any offset; fractions of a second are dropped; a space may stand for the T), or a
 * date alone, which means its midnight UTC. Years 1 to 9999. SHOP_E_INVALID otherwise.
 */
SHOP_API enum shop_status shop_time_parse(const char *text, int64_t *ret, struct shop_error *err);

/* A length of time in seconds: whole numbers with d, h, m or s behind them, such as "90d" or
 * "1d12h". INVALID: not of that form, or 0. */
SHOP_API enum shop_status shop_duration_parse(const char *text, int64_t *ret,
					      struct shop_error *err);

/* Days since 1970-01-01 of a date, and back. */
SHOP_API int32_t shop_day_from_date(int32_t year, int month, int day);
SHOP_API void shop_day_to_date(int32_t day, int32_t *ret_year, int *ret_month, int *ret_day);

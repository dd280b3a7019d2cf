/* SPDX-License-Identifier: MIT */
/* Reads the bounds of a time. */
#include "core/period.h"

#include <string.h>

#include "core/config.h"

enum { DAY_SECONDS = 86400, DATE_LENGTH = 10 };

/* A day is the local one; span: how much of it is meant. */
static enum shop_status time_read(struct cmd_context *cx, const char *option, const char *text,
				  int64_t span, int64_t *ret)
{
	*ret = SHOP_NONE;
	if (text == NULL)
		return SHOP_OK;
	enum shop_status st = shop_time_parse(text, ret, &cx->err);
	if (st) {
		shop_error_prefix(&cx->err, "option '--%s': ", option);
		shop_error_hint(&cx->err, "write a day as 2026-11-22");
	} else if (strlen(text) == DATE_LENGTH) {
		*ret += span - cx->config->utc_offset;
	}
	return st;
}

enum shop_status period_read(struct cmd_context *cx, const char *since, const char *until,
			     int64_t *ret_since, int64_t *ret_until)
{
	enum shop_status st = time_read(cx, "since", since, 0, ret_since);
	if (!st)
		st = time_read(cx, "until", until, DAY_SECONDS - 1, ret_until);
	if (!st && since != NULL && until != NULL && *ret_since > *ret_until)
		st = shop_error_set(&cx->err, SHOP_E_INVALID, "the time ends before it begins");
	return st;
}

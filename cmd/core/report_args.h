/* SPDX-License-Identifier: MIT */
#pragma once

/* What the reports have in common. */

#include "core/command.h"

struct report_options {
	const char *since, *until;
	int64_t best;
	bool csv;
};

/* The rows for a command whose option struct T has such a member m. */
#define REPORT_OPTIONS(T, m)                                                                       \
	OPT_TEXT(T, m.since, 0, "since", "DATE", "only from this day or time on"),                 \
		OPT_TEXT(T, m.until, 0, "until", "DATE", "only up to this day or time"),           \
		OPT_INT(T, m.best, 'n', "best", "N", "how many of the best to show", 1,            \
			INT32_MAX),                                                                \
		OPT_FLAG(T, m.csv, 0, "csv", "print the table as CSV, for spreadsheets")

/* Chooses the form of output, and reads the time. INVALID. */
enum shop_status report_begin(struct cmd_context *cx, const struct report_options *o,
			      struct shop_report_range *ret);

/* How many of the best: as the options say, or ten. */
int64_t report_best(const struct report_options *o);

/* The fields that say what a report is about. */
void report_range_emit(struct cmd_context *cx, const struct shop_report_range *range);
/* What is not in the sums, if there is any. */
void report_other_note(struct cmd_context *cx, int64_t other_orders);

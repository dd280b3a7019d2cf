/* SPDX-License-Identifier: MIT */
#pragma once

/* Tables of texts with what is found in them, and the time that finding takes. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { LONG = 8192 }; /* bytes of a text that takes a while */

struct row {
	const char *text;
	const char *found; /* as the test's describe() writes it */
};

/* Writes all that is to be found in the text. */
static void describe(const char *text, char *out, size_t size);

/* Finds all that is to be found in the text. */
static void find_all(const char *text, size_t len);

static void check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char found[512];
		describe(rows[i].text, found, sizeof(found));
		if (strcmp(found, rows[i].found) != 0)
			fail_msg("'%s': '%s' instead of '%s'", rows[i].text, found, rows[i].found);
	}
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof((rows)[0]))

static double seconds(const char *text, size_t len)
{
	struct timespec from, to;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	find_all(text, len);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

/* Eight times the text takes about eight times as long, whatever it is made of; 30 leaves room for
 * a machine that does other things, and not for work that grows with the square (64). */
static void check_growth(const char *const *parts, size_t count)
{
	char *text = malloc(LONG);
	assert_non_null(text);
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(parts[i]);
		for (size_t j = 0; j < LONG; j++)
			text[j] = parts[i][j % len];
		double small = 1e9, large = 1e9;
		for (int round = 0; round < 5; round++) {
			double s = seconds(text, LONG / 8), l = seconds(text, LONG);
			small = s < small ? s : small;
			large = l < large ? l : large;
		}
		if (large > 30 * small + 0.001)
			fail_msg("'%s': %g s, %g s for an eighth", parts[i], large, small);
	}
	free(text);
}

#define CHECK_GROWTH(parts) check_growth(parts, sizeof(parts) / sizeof((parts)[0]))

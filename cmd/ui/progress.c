/* SPDX-License-Identifier: MIT */
/* Draws the line of a progress. */
#include "ui/progress.h"

#include <inttypes.h>
#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ui/screen.h"
#include "ui/symbols.h"

enum { AFTER_MS = 500, EVERY_MS = 100, SURE_AFTER_MS = 1000 };
enum { BAR_COLUMNS = 20, WIDTH_FOR_BAR = 72 };

void progress_begin(struct progress *p, const char *what, int64_t now_ms, bool wanted)
{
	*p = (struct progress){ .what = what, .begun_ms = now_ms, .due_ms = now_ms + AFTER_MS };
	p->wanted = wanted && isatty(STDERR_FILENO);
	if (!p->wanted)
		return;
	p->width = screen_width(STDERR_FILENO, 0);
	/* A terminal on stdout has chosen the locale before. */
	setlocale(LC_CTYPE, "");
	p->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* "1,234,567" */
static char *grouped(int64_t n, char out[32])
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%" PRId64, n);
	char *p = out;
	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			*p++ = ',';
		*p++ = digits[i];
	}
	*p = '\0';
	return out;
}

/* "0:07", "12:03", "1:02:03" */
static char *duration(int64_t s, char out[32])
{
	if (s >= 3600)
		snprintf(out, 32, "%" PRId64 ":%02d:%02d", s / 3600, (int)(s / 60 % 60),
			 (int)(s % 60));
	else
		snprintf(out, 32, "%" PRId64 ":%02d", s / 60, (int)(s % 60));
	return out;
}

/* A text that grows in a buffer of PROGRESS_SIZE. */
struct line {
	char *out;
	size_t len;
};

static void put(struct line *l, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void put(struct line *l, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	int n = vsnprintf(l->out + l->len, PROGRESS_SIZE - l->len, fmt, args);
	va_end(args);
	l->len += n > 0 ? (size_t)n : 0;
	if (l->len >= PROGRESS_SIZE)
		l->len = PROGRESS_SIZE - 1;
}

/* Returns how many of its bytes take no column. */
static size_t put_bar(struct line *l, const struct progress *p, const struct progress_at *at)
{
	char bar[BAR_SIZE];
	bar_text(at->done, at->all, BAR_COLUMNS, p->utf8, bar);
	size_t used = p->utf8 ? bar_columns(at->done, at->all, BAR_COLUMNS) : strlen(bar);
	put(l, "%s%*s ", bar, (int)(BAR_COLUMNS - used), "");
	return l->len - BAR_COLUMNS - 1;
}

static int64_t share(int64_t part, int64_t of, int64_t whole)
{
	/* The product may be more than there are numbers. */
	return whole > 0 ? (int64_t)((double)part * (double)of / (double)whole) : 0;
}

char *progress_text(const struct progress *p, int64_t now_ms, const struct progress_at *at,
		    char out[PROGRESS_SIZE])
{
	char number[32];
	struct line l = { .out = out };
	int64_t spent = now_ms - p->begun_ms;
	bool known = at->all > 0 && at->done >= 0 && at->done <= at->all;
	size_t bar = known && p->width >= WIDTH_FOR_BAR ? put_bar(&l, p, at) : 0;
	size_t room = p->width > 0 ? p->width - 1 + bar : 0;
	put(&l, "%s %s", grouped(at->count, number), p->what);
	if (known)
		put(&l, "  %" PRId64 " %%", share(at->done, 100, at->all));
	if (spent > 0)
		put(&l, "  %s/s", grouped(share(at->count, 1000, spent), number));
	if (known && at->done > 0 && spent >= SURE_AFTER_MS)
		put(&l, "  %s left",
		    duration((share(spent, at->all - at->done, at->done) + 500) / 1000, number));
	if (l.len > room)
		out[room] = '\0';
	return out;
}

void progress_tell(struct progress *p, int64_t now_ms, const struct progress_at *at)
{
	char text[PROGRESS_SIZE];
	if (!p->wanted || now_ms < p->due_ms)
		return;
	p->due_ms = now_ms + EVERY_MS;
	p->shown = true;
	fprintf(stderr, "\r%s\033[K", progress_text(p, now_ms, at, text));
	fflush(stderr);
}

void progress_end(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
	p->wanted = false;
}

/* SPDX-License-Identifier: MIT */
/* Draws with characters. */
#include "ui/symbols.h"

#include <string.h>

enum { EIGHTHS = 8 };

char *stars_text(int64_t centi, bool utf8, char out[STARS_SIZE])
{
	int64_t full = (centi + 50) / 100;
	char *p = out;
	for (int i = 0; i < STARS_MAX; i++) {
		const char *star = i < full ? (utf8 ? "★" : "*") : (utf8 ? "☆" : "-");
		p = stpcpy(p, star);
	}
	return out;
}

/* The length in eighths of a column: rounded to the nearest, from one on. */
static int64_t bar_eighths(int64_t part, int64_t whole, size_t width)
{
	if (part <= 0 || whole <= 0)
		return 0;
	if (width > BAR_WIDTH_MAX)
		width = BAR_WIDTH_MAX;
	int64_t full = (int64_t)width * EIGHTHS;
	if (part >= whole)
		return full;
	/* Sums of money may be so large that their product with the width is not a number. */
	double eighths = (double)part / (double)whole * (double)full + 0.5;
	return eighths < 1.0 ? 1 : (int64_t)eighths;
}

size_t bar_columns(int64_t part, int64_t whole, size_t width)
{
	return (size_t)((bar_eighths(part, whole, width) + EIGHTHS - 1) / EIGHTHS);
}

char *bar_text(int64_t part, int64_t whole, size_t width, bool utf8, char out[BAR_SIZE])
{
	static const char *const parts[EIGHTHS] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
	int64_t eighths = bar_eighths(part, whole, width);
	char *p = out;
	*p = '\0';
	if (!utf8)
		eighths = eighths < EIGHTHS && eighths > 0 ? EIGHTHS : eighths + EIGHTHS / 2;
	for (; eighths >= EIGHTHS; eighths -= EIGHTHS)
		p = stpcpy(p, utf8 ? "█" : "#");
	if (utf8)
		stpcpy(p, parts[eighths]);
	return out;
}

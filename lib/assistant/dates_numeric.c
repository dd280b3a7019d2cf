/* SPDX-License-Identifier: MIT */
/* Dates in digits alone: 2026-11-03, 11/03/2026, 3/10, 03.11.2026, 2016-11, 11/2016. */
#include "assistant/dates_parse.h"

enum {
	DIGITS_MAX = 4,
	PIVOT = 70, /* two-digit years: 69 is 2069, 70 is 1970 */
};

struct groups {
	int value[3], digits[3];
	int count;
	char mark;
};

static size_t group_at(const struct input *in, size_t at, struct groups *g)
{
	int value = 0;
	size_t end = at;
	while (lex_is_digit(in, end) && end - at <= DIGITS_MAX)
		value = value * 10 + (in->text[end++] - '0');
	if (end == at || end - at > DIGITS_MAX)
		return 0;
	g->value[g->count] = value;
	g->digits[g->count++] = (int)(end - at);
	return end;
}

/* The groups between equal marks; blanks may stand around a mark if `loose`. */
static size_t groups_at(const struct input *in, size_t at, bool loose, struct groups *g)
{
	*g = (struct groups){ .count = 0 };
	size_t end = group_at(in, at, g);
	while (end && g->count < 3) {
		size_t size;
		size_t next = loose ? lex_skip(in, end) : end;
		char mark = lex_char(in, next, &size);
		if ((mark != '-' && mark != '/' && mark != '.') || (g->mark && mark != g->mark))
			break;
		next = loose ? lex_skip(in, next + size) : next + size;
		if (!lex_is_digit(in, next))
			break;
		g->mark = mark;
		end = group_at(in, next, g);
	}
	size_t size;
	char after = lex_char(in, end, &size);
	bool more = (after == '-' || after == '/' || after == ':') && lex_is_digit(in, end + size);
	return end && lex_ends(in, end) && !more ? end : 0;
}

static bool month_and_day(struct date_point *p, int month, int day)
{
	if (month > 12 && day <= 12) {
		p->month = day;
		p->day = month;
	} else {
		p->month = month;
		p->day = day;
	}
	return p->month >= 1 && p->month <= 12 && p->day >= 1 &&
	       p->day <= month_length(2000, p->month);
}

static int full_year(int value, int digits)
{
	if (digits == 4)
		return value;
	return value + (value < PIVOT ? 2000 : 1900);
}

static bool is_year(const struct groups *g, int i)
{
	return g->digits[i] == 4 && g->value[i] >= 1900 && g->value[i] <= 2099;
}

static bool three_groups(const struct groups *g, struct date_point *p)
{
	p->grain = DATE_DAY;
	if (is_year(g, 0)) {
		p->year = g->value[0];
		return g->digits[1] <= 2 && g->digits[2] <= 2 &&
		       month_and_day(p, g->value[1], g->value[2]);
	}
	if (g->digits[0] > 2 || g->digits[1] > 2 || !(is_year(g, 2) || g->digits[2] == 2))
		return false;
	p->year = full_year(g->value[2], g->digits[2]);
	if (g->mark == '.')
		return month_and_day(p, g->value[1], g->value[0]);
	return month_and_day(p, g->value[0], g->value[1]);
}

/* 2016-11 and 11/2016. */
static bool year_and_month(const struct groups *g, struct date_point *p)
{
	int year = is_year(g, 0) ? 0 : 1;
	p->grain = DATE_MONTH;
	p->year = g->value[year];
	p->month = g->value[1 - year];
	return is_year(g, year) && g->digits[1 - year] <= 2 && g->mark != '.' && p->month >= 1 &&
	       p->month <= 12;
}

/* Nothing else stands in the message but marks. */
static bool is_alone(const struct input *in, size_t at, size_t end)
{
	while (end < in->len && lex_ends(in, end))
		end++;
	return lex_back(in, at) == 0 && end >= in->len;
}

/* 3/10, and 3/10,2016; "on 3-10", "on 3.10", which elsewhere are other things. 24/7 says always. */
static bool day_and_month(const struct input *in, size_t at, const struct groups *g,
			  struct date_point *p)
{
	static const struct lex_entry on[] = { { "on", 0 } };
	struct lex_hit hit;
	p->grain = DATE_DAY;
	p->weak = !is_alone(in, at, p->end);
	p->closing = g->mark != '/';
	if ((g->mark != '/' && !lex_find_before(in, at, on, LEX_COUNT(on), &hit)) ||
	    g->digits[0] > 2 || g->digits[1] > 2 || (g->value[0] == 24 && g->value[1] == 7))
		return false;
	struct groups year = { .count = 0 };
	size_t end = lex_phrase(in, p->end, ",");
	end = end ? group_at(in, end, &year) : 0;
	if (end && lex_ends(in, end) && (is_year(&year, 0) || year.digits[0] == 2)) {
		p->year = full_year(year.value[0], year.digits[0]);
		p->end = end;
		p->weak = false;
	}
	if (g->mark == '.')
		return month_and_day(p, g->value[1], g->value[0]);
	return month_and_day(p, g->value[0], g->value[1]);
}

bool date_numeric_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	struct groups g;
	struct date_point p = { .open = true };
	p.end = groups_at(d->in, at, false, &g);
	bool found = p.end && g.count == 3 && three_groups(&g, &p);
	if (!found && p.end && g.count == 2)
		found = year_and_month(&g, &p);
	if (!found && g.count == 1) {
		p.end = groups_at(d->in, at, true, &g);
		found = p.end && g.count == 2 && year_and_month(&g, &p);
	}
	if (!found && p.end && g.count == 2 && !is_year(&g, 0) && !is_year(&g, 1)) {
		p = (struct date_point){ .open = true, .end = p.end };
		found = day_and_month(d->in, at, &g, &p);
	}
	if (found)
		*ret = p;
	return found;
}

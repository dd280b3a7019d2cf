/* SPDX-License-Identifier: MIT */
/* Numbers with units out of text, and comparing them. */
#include "assistant/measure.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

struct unit {
	const char *word, *base;
	int32_t times, by; /* so many of the base unit: times / by */
};

static const struct unit units[] = {
	{ "mm", "mm", 1, 1 },
	{ "millimeter", "mm", 1, 1 },
	{ "millimetre", "mm", 1, 1 },
	{ "cm", "mm", 10, 1 },
	{ "centimeter", "mm", 10, 1 },
	{ "centimetre", "mm", 10, 1 },
	{ "m", "mm", 1000, 1 },
	{ "meter", "mm", 1000, 1 },
	{ "metre", "mm", 1000, 1 },
	{ "km", "mm", 1000000, 1 },
	{ "inch", "mm", 254, 10 },
	{ "inches", "mm", 254, 10 },
	{ "in", "mm", 254, 10 },
	{ "\"", "mm", 254, 10 },
	{ "\xE2\x80\xB3", "mm", 254, 10 },
	{ "ft", "mm", 3048, 10 },
	{ "foot", "mm", 3048, 10 },
	{ "feet", "mm", 3048, 10 },
	{ "mg", "mg", 1, 1 },
	{ "g", "mg", 1000, 1 },
	{ "gram", "mg", 1000, 1 },
	{ "kg", "mg", 1000000, 1 },
	{ "kilo", "mg", 1000000, 1 },
	{ "kilogram", "mg", 1000000, 1 },
	{ "oz", "mg", 28350, 1 },
	{ "ounce", "mg", 28350, 1 },
	{ "lb", "mg", 453592, 1 },
	{ "pound", "mg", 453592, 1 },
	{ "kb", "mb", 1, 1000 },
	{ "mb", "mb", 1, 1 },
	{ "megabyte", "mb", 1, 1 },
	{ "gb", "mb", 1000, 1 },
	{ "gig", "mb", 1000, 1 },
	{ "gigabyte", "mb", 1000, 1 },
	{ "tb", "mb", 1000000, 1 },
	{ "terabyte", "mb", 1000000, 1 },
	{ "ml", "ml", 1, 1 },
	{ "milliliter", "ml", 1, 1 },
	{ "millilitre", "ml", 1, 1 },
	{ "cl", "ml", 10, 1 },
	{ "l", "ml", 1000, 1 },
	{ "liter", "ml", 1000, 1 },
	{ "litre", "ml", 1000, 1 },
	{ "min", "minute", 1, 1 },
	{ "minute", "minute", 1, 1 },
	{ "h", "minute", 60, 1 },
	{ "hr", "minute", 60, 1 },
	{ "hour", "minute", 60, 1 },
	{ "day", "minute", 1440, 1 },
	{ "week", "minute", 10080, 1 },
	{ "month", "minute", 43200, 1 },
	{ "year", "year", 1, 1 },
	{ "w", "w", 1, 1 },
	{ "watt", "w", 1, 1 },
	{ "kw", "w", 1000, 1 },
	{ "v", "v", 1, 1 },
	{ "volt", "v", 1, 1 },
	{ "mah", "mah", 1, 1 },
	{ "ah", "mah", 1000, 1 },
	{ "wh", "wh", 1, 1 },
	{ "hz", "hz", 1, 1 },
	{ "hertz", "hz", 1, 1 },
	{ "khz", "hz", 1000, 1 },
	{ "mhz", "hz", 1000000, 1 },
	{ "ghz", "hz", 1000000000, 1 },
	{ "mp", "mp", 1, 1 },
	{ "megapixel", "mp", 1, 1 },
	{ "lumen", "lumen", 1, 1 },
	{ "lm", "lumen", 1, 1 },
	{ "page", "page", 1, 1 },
	{ "core", "core", 1, 1 },
	{ "port", "port", 1, 1 },
	{ "piece", "piece", 1, 1 },
	{ "pcs", "piece", 1, 1 },
	{ "pack", "pack", 1, 1 },
	{ "rpm", "rpm", 1, 1 },
	{ "dpi", "dpi", 1, 1 },
	{ "fps", "fps", 1, 1 },
	{ "atm", "atm", 1, 1 },
	{ "bar", "bar", 1, 1 },
	{ "degree", "degree", 1, 1 },
	{ "carat", "carat", 1, 1 },
	{ "karat", "carat", 1, 1 },
};

enum { INCH_MM_MILLI = 25400, DIGITS_MAX = 12 };

static const struct unit *find_unit(const char *word)
{
	char one[MEASURE_UNIT_SIZE];
	size_t len = strlen(word);
	snprintf(one, sizeof(one), "%s", word);
	for (int plural = 0; plural < 2 && len < sizeof(one); plural++) {
		for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
			if (units[i].word[0] == one[0] && strcmp(units[i].word, one) == 0)
				return &units[i];
		if (len < 3 || one[len - 1] != 's')
			break;
		one[len - 1] = '\0';
	}
	return NULL;
}

bool measure_is_unit(const char *fold)
{
	return find_unit(fold) != NULL;
}

/* "13.3", "10,000": thousandths. Returns where it ends; NULL if there is none. */
static const char *read_number(const char *p, int64_t *ret)
{
	int64_t milli = 0, unit = 1000;
	size_t digits = 0;
	for (; text_is_digit(*p) ||
	       (*p == ',' && digits > 0 && text_is_digit(p[1]) && text_is_digit(p[2]) &&
		text_is_digit(p[3]) && !text_is_digit(p[4]));
	     p++) {
		if (*p == ',')
			continue;
		if (++digits > DIGITS_MAX)
			return NULL;
		milli = milli * 10 + (*p - '0') * 1000;
	}
	if (digits > 0 && *p == '.' && text_is_digit(p[1]))
		for (p++; text_is_digit(*p); p++) {
			unit /= 10;
			milli += (*p - '0') * unit;
		}
	*ret = milli;
	return digits > 0 ? p : NULL;
}

/* The word behind a number: letters, or a sign for inches. */
static const char *read_unit(const char *p, char out[MEASURE_UNIT_SIZE])
{
	size_t n = 0;
	while (*p == ' ' || *p == '-')
		p++;
	if (*p == '"' || strncmp(p, "\xE2\x80\xB3", 3) == 0) {
		size_t width = *p == '"' ? 1 : 3;
		snprintf(out, MEASURE_UNIT_SIZE, "%.*s", (int)width, p);
		return p + width;
	}
	while (text_is_alpha(*p) && n + 1 < MEASURE_UNIT_SIZE)
		out[n++] = text_lower(*p++);
	if (text_is_alpha(*p) || text_is_digit(*p))
		n = 0;
	out[n] = '\0';
	return p;
}

static int64_t scale(int64_t milli, const struct unit *u)
{
	int64_t out;
	return __builtin_mul_overflow(milli, u->times, &out) ? INT64_MAX : out / u->by;
}

/* "x" or the sign for times between two numbers: a measure with several sides. */
static bool is_times(const char *p)
{
	while (*p == ' ')
		p++;
	bool sign = strncmp(p, "\xC3\x97", 2) == 0;
	p += sign ? 2 : *p == 'x' ? 1 : 0;
	bool times = sign || p[-1] == 'x';
	while (*p == ' ')
		p++;
	return times && text_is_digit(*p);
}

/* Behind several sides there is nothing to be read up to the next part. */
static const char *skip_part(const char *p)
{
	return p + strcspn(p, ",;");
}

/* The other end of a range: "37-41". */
static const char *read_range(const char *p, int64_t *ret)
{
	const char *q = p;
	while (*q == ' ')
		q++;
	if (*q == '-')
		q++;
	else if (strncmp(q, "\xE2\x80\x93", 3) == 0)
		q += 3;
	else if (strncmp(q, "to ", 3) == 0)
		q += 3;
	else
		return p;
	while (*q == ' ')
		q++;
	int64_t high;
	q = text_is_digit(*q) ? read_number(q, &high) : NULL;
	if (q == NULL || high < *ret)
		return p;
	*ret = high;
	return q;
}

size_t measure_read(const char *text, struct measure *ret, size_t max)
{
	size_t count = 0;
	for (const char *p = text; *p != '\0' && count < max;) {
		bool inside = p > text && (text_is_alpha(p[-1]) || text_is_digit(p[-1]) ||
					   p[-1] == '.' || p[-1] == '#');
		struct measure *m = &ret[count];
		const char *end = text_is_digit(*p) && !inside ? read_number(p, &m->low) : NULL;
		if (end == NULL) {
			p++;
			continue;
		}
		if (is_times(end)) {
			p = skip_part(end);
			continue;
		}
		m->high = m->low;
		end = read_range(end, &m->high);
		const char *behind = read_unit(end, m->unit);
		const struct unit *u = find_unit(m->unit);
		bool glued = text_is_alpha(*end);
		if (glued && strcmp(m->unit, "g") == 0 && *end == 'G')
			u = NULL;
		if (u != NULL) {
			m->low = scale(m->low, u);
			m->high = scale(m->high, u);
			snprintf(m->unit, sizeof(m->unit), "%s", u->base);
			end = behind;
		} else {
			m->unit[0] = '\0';
		}
		/* "5G" and "1080p" are names. */
		count += u != NULL || !glued;
		p = end;
	}
	return count;
}

static bool measure_comparable(const struct measure *value, const struct measure *wish)
{
	return strcmp(value->unit, wish->unit) == 0;
}

bool measure_meets(const struct measure *value, enum measure_relation relation,
		   const struct measure *wish)
{
	int64_t n = wish->low;
	if (!measure_comparable(value, wish))
		return false;
	switch (relation) {
	case MEASURE_AT_LEAST:
		return value->high >= n;
	case MEASURE_MORE:
		return value->high > n;
	case MEASURE_AT_MOST:
		return value->low <= n;
	case MEASURE_LESS:
		return value->low < n;
	case MEASURE_NEAR:
		if (strcmp(wish->unit, "mm") == 0 && n % INCH_MM_MILLI == 0)
			return value->low >= n - INCH_MM_MILLI / 4 &&
			       value->low < n + INCH_MM_MILLI * 3 / 4;
		break;
	case MEASURE_EQUAL:
		break;
	}
	return value->low <= n && n <= value->high;
}

/* SPDX-License-Identifier: MIT */
/* JSON as Go's encoder writes it. */
#include "double/go.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"

/* Scripts cannot hold bytes that are no UTF-8: the character that stands for such is written as Go
 * writes those. */
static void go_char(struct buf *out, uint32_t c, const char *bytes, size_t len)
{
	if (c == '"' || c == '\\')
		buf_printf(out, "\\%c", (char)c);
	else if (c == '\n')
		buf_puts(out, "\\n");
	else if (c == '\r')
		buf_puts(out, "\\r");
	else if (c == '\t')
		buf_puts(out, "\\t");
	else if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029)
		buf_printf(out, "\\u%04x", c);
	else if (c == TEXT_REPLACEMENT)
		buf_puts(out, "\\ufffd");
	else
		buf_append(out, bytes, len);
}

void go_string(struct buf *out, const char *text, size_t len)
{
	buf_putc(out, '"');
	for (size_t i = 0, used = 0; i < len; i += used) {
		uint32_t c = text_decode(text + i, len - i, &used);
		go_char(out, c, text + i, used);
	}
	buf_putc(out, '"');
}

void go_text(struct buf *out, const char *text)
{
	go_string(out, text, strlen(text));
}

/* "1.5e-09" to "1.5e-9", which is how Go writes exponents in JSON. */
static void put_exponent(struct buf *out, char *digits)
{
	char *zero = strstr(digits, "e-0");
	if (zero != NULL)
		memmove(zero + 2, zero + 3, strlen(zero + 3) + 1);
	buf_puts(out, digits);
}

static int exponent_of(const char *digits)
{
	const char *e = strchr(digits, 'e');
	return e != NULL ? (int)strtol(e + 1, NULL, 10) : 0;
}

/* The shortest digits that are read back as the same number, in the range of size without an
 * exponent that Go's encoder has. */
static void put_shortest(struct buf *out, double value, bool single)
{
	char digits[64];
	double size = fabs(value);
	bool exponent = size != 0 && (single ? (float)size < 1e-6F || (float)size >= 1e21F
					     : size < 1e-6 || size >= 1e21);
	int precision = 0;
	do {
		snprintf(digits, sizeof(digits), "%.*e", precision, value);
	} while (++precision < 18 &&
		 (single ? strtof(digits, NULL) != (float)value : strtod(digits, NULL) != value));
	if (exponent) {
		put_exponent(out, digits);
		return;
	}
	int decimals = precision - 1 - exponent_of(digits);
	snprintf(digits, sizeof(digits), "%.*f", decimals > 0 ? decimals : 0, value);
	buf_puts(out, digits);
}

void go_number(struct buf *out, double value)
{
	put_shortest(out, value, false);
}

void go_float32(struct buf *out, float value)
{
	put_shortest(out, (double)value, true);
}

static void go_object(struct buf *out, const json_t *value)
{
	const char *key;
	json_t *member;
	const char *between = "";
	buf_putc(out, '{');
	json_object_foreach ((json_t *)(uintptr_t)value, key, member) {
		buf_puts(out, between);
		go_text(out, key);
		buf_putc(out, ':');
		go_value(out, member);
		between = ",";
	}
	buf_putc(out, '}');
}

static void go_array(struct buf *out, const json_t *value)
{
	size_t i;
	json_t *member;
	buf_putc(out, '[');
	json_array_foreach (value, i, member) {
		if (i > 0)
			buf_putc(out, ',');
		go_value(out, member);
	}
	buf_putc(out, ']');
}

void go_value(struct buf *out, const json_t *value)
{
	if (json_is_object(value))
		go_object(out, value);
	else if (json_is_array(value))
		go_array(out, value);
	else if (json_is_string(value))
		go_string(out, json_string_value(value), json_string_length(value));
	else if (json_is_integer(value))
		buf_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else if (json_is_real(value))
		go_number(out, json_real_value(value));
	else if (json_is_boolean(value))
		buf_puts(out, json_is_true(value) ? "true" : "false");
	else
		buf_puts(out, "null");
}

void go_time(struct buf *out, int64_t offset_seconds)
{
	struct timespec now;
	struct tm parts;
	char text[64], nanos[16];
	clock_gettime(CLOCK_REALTIME, &now);
	now.tv_sec += offset_seconds;
	gmtime_r(&now.tv_sec, &parts);
	strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S", &parts);
	snprintf(nanos, sizeof(nanos), ".%09ld", now.tv_nsec);
	size_t len = strlen(nanos);
	while (len > 0 && (nanos[len - 1] == '0' || nanos[len - 1] == '.'))
		len--;
	buf_printf(out, "\"%s%.*sZ\"", text, (int)len, nanos);
}

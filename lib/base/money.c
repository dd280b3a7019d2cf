/* SPDX-License-Identifier: MIT */
/* Exact money: integers in, integers out, never a floating-point number. */
#include "shop/money.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* ISO 4217 currencies whose minor unit is not a hundredth, and signs that people expect. */
struct currency {
	const char *code, *sign;
	int decimals;
};

static const struct currency currencies[] = {
	{ "USD", "$", 2 },        { "EUR", "\xE2\x82\xAC", 2 }, { "GBP", "\xC2\xA3", 2 },
	{ "JPY", "\xC2\xA5", 0 }, { "INR", "\xE2\x82\xB9", 2 }, { "KRW", "\xE2\x82\xA9", 0 },
	{ "VND", NULL, 0 },       { "CLP", NULL, 0 },           { "ISK", NULL, 0 },
	{ "PYG", NULL, 0 },       { "UGX", NULL, 0 },           { "XAF", NULL, 0 },
	{ "XOF", NULL, 0 },       { "KWD", NULL, 3 },           { "BHD", NULL, 3 },
	{ "OMR", NULL, 3 },       { "JOD", NULL, 3 },           { "TND", NULL, 3 },
	{ "IQD", NULL, 3 },       { "LYD", NULL, 3 },
};

static const struct currency *currency_find(const char *code)
{
	for (size_t i = 0; i < sizeof(currencies) / sizeof(currencies[0]); i++)
		if (strcmp(currencies[i].code, code) == 0)
			return &currencies[i];
	return NULL;
}

int shop_money_decimals(const char *currency)
{
	const struct currency *c = currency_find(currency);
	return c != NULL ? c->decimals : 2;
}

char *shop_money_format(int64_t cents, const char *currency, char *out)
{
	const struct currency *c = currency_find(currency);
	int decimals = c != NULL ? c->decimals : 2;
	uint64_t left = cents < 0 ? -(uint64_t)cents : (uint64_t)cents;
	/* Written backwards: digits, a point after the decimals, a comma every three. */
	char digits[SHOP_MONEY_SIZE];
	size_t at = sizeof(digits);
	digits[--at] = '\0';
	for (int n = 0; left > 0 || n <= decimals; n++) {
		if (n == decimals && decimals > 0)
			digits[--at] = '.';
		else if (n > decimals && (n - decimals) % 3 == 0)
			digits[--at] = ',';
		digits[--at] = (char)('0' + left % 10);
		left /= 10;
	}
	const char *minus = cents < 0 ? "-" : "";
	if (c != NULL && c->sign != NULL)
		snprintf(out, SHOP_MONEY_SIZE, "%s%s%s", minus, c->sign, digits + at);
	else
		snprintf(out, SHOP_MONEY_SIZE, "%s%.3s %s", minus, currency, digits + at);
	return out;
}

static const char *skip_sign(const char *p, const char *currency)
{
	const struct currency *c = currency_find(currency);
	if (c != NULL && c->sign != NULL && strncmp(p, c->sign, strlen(c->sign)) == 0)
		return p + strlen(c->sign);
	return p;
}

/* Digits, with commas only between groups of exactly three. */
static const char *read_whole(const char *p, int64_t *ret)
{
	int64_t n = 0;
	int group = 0;
	bool grouped = false;
	if (!text_is_digit(*p))
		return NULL;
	for (;; p++) {
		if (*p == ',' && (grouped ? group == 3 : group >= 1 && group <= 3)) {
			grouped = true;
			group = 0;
			continue;
		}
		if (!text_is_digit(*p))
			break;
		if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, *p - '0', &n))
			return NULL;
		group++;
	}
	*ret = n;
	return grouped && group != 3 ? NULL : p;
}

static bool money_read(const char *text, const char *currency, int64_t *ret)
{
	int64_t n;
	const char *p = read_whole(skip_sign(text, currency), &n);
	if (p == NULL)
		return false;
	int left = shop_money_decimals(currency);
	if (*p == '.') {
		p++;
		if (!text_is_digit(*p))
			return false;
		for (; text_is_digit(*p) && left > 0; p++, left--)
			if (__builtin_mul_overflow(n, 10, &n) ||
			    __builtin_add_overflow(n, *p - '0', &n))
				return false;
	}
	for (; left > 0; left--)
		if (__builtin_mul_overflow(n, 10, &n))
			return false;
	*ret = n;
	return *p == '\0';
}

enum shop_status shop_money_parse(const char *text, const char *currency, int64_t *ret,
				  struct shop_error *err)
{
	int64_t n;
	if (!money_read(text, currency, &n))
		return shop_error_set(err, SHOP_E_INVALID,
				      "expected an amount such as 12.90, got '%s'", text);
	*ret = n;
	return SHOP_OK;
}

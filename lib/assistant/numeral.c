/* SPDX-License-Identifier: MIT */
/* Numbers in a reply, and the same numbers in the texts that it may have them from. */
#include "assistant/numeral.h"

#include <stdio.h>
#include <string.h>

#include "assistant/number.h"
#include "base/text.h"
#include "shop/money.h"

static bool is_letter_at(const char *text, size_t at, size_t from, size_t to)
{
	return at >= from && at < to && text_is_alpha(text[at]);
}

/* Past the digits and the separators between them. */
static size_t digits_end(const char *text, size_t at, size_t to)
{
	while (at < to && (text_is_digit(text[at]) || ((text[at] == '.' || text[at] == ',') &&
						       at + 1 < to && text_is_digit(text[at + 1]))))
		at++;
	return at;
}

static size_t count_char(const char *text, struct span span, char c)
{
	size_t n = 0;
	for (size_t i = span.start; i < span.end; i++)
		n += text[i] == c;
	return n;
}

/* Where the decimals begin; span.end if there are none. False if it is not one number. */
static bool decimal_point(const char *text, struct span span, size_t *ret)
{
	size_t commas = count_char(text, span, ','), points = count_char(text, span, '.');
	size_t last = span.end;
	while (last > span.start && text[last - 1] != ',' && text[last - 1] != '.')
		last--;
	*ret = span.end;
	if (last == span.start)
		return true;
	size_t behind = span.end - last;
	if (commas > 0 && points > 0) {
		*ret = last;
		return (text[last - 1] == '.' ? points : commas) == 1;
	}
	if (points == 1 || (commas == 1 && behind != 3))
		*ret = last;
	return points <= 1 && (commas <= 1 || behind == 3);
}

static void read_value(const char *text, struct numeral *n)
{
	enum { DECIMALS_KEPT = 3 };
	size_t point;
	int64_t value = 0;
	n->decimals = 0;
	if (!decimal_point(text, n->span, &point)) {
		n->milli = -1;
		return;
	}
	for (size_t i = n->span.start; i < n->span.end; i++) {
		if (!text_is_digit(text[i]))
			continue;
		bool decimal = i >= point;
		if (decimal && n->decimals >= DECIMALS_KEPT && text[i] != '0')
			value = -1;
		if (value < 0 || (decimal && n->decimals++ >= DECIMALS_KEPT))
			continue;
		if (__builtin_mul_overflow(value, 10, &value) ||
		    __builtin_add_overflow(value, text[i] - '0', &value))
			value = -1;
	}
	for (int i = n->decimals < DECIMALS_KEPT ? n->decimals : DECIMALS_KEPT; i < DECIMALS_KEPT;
	     i++)
		if (value < 0 || __builtin_mul_overflow(value, 10, &value))
			value = -1;
	n->milli = value;
	n->grouped = n->decimals == 3 && count_char(text, n->span, ',') == 0;
}

/* "9 am", "5 p.m.": the same time of day as "9:00" and "17:00". */
static bool read_half_day(const char *text, size_t to, struct numeral *n)
{
	size_t at = n->span.end;
	at += at < to && text[at] == ' ';
	char half = at + 1 < to ? text_lower(text[at]) : '\0';
	if ((half != 'a' && half != 'p') || n->decimals != 0 || n->milli <= 0 || n->milli > 12000)
		return false;
	size_t m = at + (text[at + 1] == '.' ? 2 : 1);
	if (m >= to || text_lower(text[m]) != 'm' || (m + 1 < to && text_is_alpha(text[m + 1])))
		return false;
	n->clock = true;
	n->milli = (n->milli / 1000 % 12 + (half == 'p' ? 12 : 0)) * 60;
	n->span.end = m + 1;
	return true;
}

/* "2nd", "14:30", "S2", "128GB": what touches the digits. */
static void read_edges(const char *text, size_t from, size_t to, struct numeral *n)
{
	size_t a = n->span.start, z = n->span.end;
	bool minutes = z + 2 < to && text[z] == ':' && text_is_digit(text[z + 1]) &&
		       text_is_digit(text[z + 2]);
	if (minutes && n->milli >= 0 && n->milli < 24000 && n->decimals == 0) {
		n->clock = true;
		n->milli = n->milli / 1000 * 60 + (text[z + 1] - '0') * 10 + (text[z + 2] - '0');
		n->span.end = z + 3;
		return;
	}
	if (read_half_day(text, to, n))
		return;
	static const char *const ordinals[] = { "st", "nd", "rd", "th" };
	for (size_t i = 0; i < 4; i++)
		if (z + 2 <= to && strncmp(text + z, ordinals[i], 2) == 0 &&
		    !is_letter_at(text, z + 2, from, to))
			n->ordinal = true;
	bool hyphen =
		a > from && text[a - 1] == '-' && a >= 2 && is_letter_at(text, a - 2, from, to);
	bool before = a > from && is_letter_at(text, a - 1, from, to);
	n->inner = before || hyphen;
	n->glued = !n->ordinal && (before || hyphen || is_letter_at(text, z, from, to));
}

struct sign {
	const char *text, *currency;
};

static const struct sign signs[] = {
	{ "$", "$" },          { "\xE2\x82\xAC", "EUR" }, { "\xC2\xA3", "GBP" },
	{ "\xC2\xA5", "JPY" }, { "\xE2\x82\xB9", "INR" }, { "\xE2\x82\xA9", "KRW" },
};

static const struct sign names[] = {
	{ "dollars", "$" }, { "dollar", "$" }, { "bucks", "$" },    { "buck", "$" },
	{ "euros", "EUR" }, { "euro", "EUR" }, { "yen", "JPY" },    { "rupees", "INR" },
	{ "rupee", "INR" }, { "quid", "GBP" }, { "francs", "CHF" },
};

static bool is_code(const char *code, const char *currency)
{
	static const char codes[] =
		"USD EUR GBP JPY INR KRW CHF CAD AUD NZD CNY HKD SGD SEK NOK DKK ISK "
		"PLN CZK HUF RON BGN TRY BRL MXN ARS CLP COP ZAR ILS AED SAR KWD BHD OMR "
		"JOD TND IQD LYD VND THB IDR MYR PHP TWD UGX XAF XOF PYG RUB UAH EGP";
	char key[4] = { code[0], code[1], code[2], '\0' };
	for (int i = 0; i < 3; i++)
		if (key[i] < 'A' || key[i] > 'Z')
			return false;
	return strcmp(key, currency) == 0 || strstr(codes, key) != NULL;
}

static size_t blank_width(const char *text, size_t at, size_t to)
{
	if (at < to && text[at] == ' ')
		return 1;
	return at + 2 <= to && memcmp(text + at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static bool money_before(const char *text, size_t from, const char *currency, struct numeral *n)
{
	size_t at = n->span.start;
	if (at > from && text[at - 1] == ' ')
		at--;
	else if (at >= from + 2 && memcmp(text + at - 2, "\xC2\xA0", 2) == 0)
		at -= 2;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t len = strlen(signs[i].text);
		if (at < from + len || memcmp(text + at - len, signs[i].text, len) != 0)
			continue;
		snprintf(n->currency, sizeof(n->currency), "%s", signs[i].currency);
		n->money = (struct span){ at - len, n->span.end };
		return true;
	}
	if (at >= from + 3 && is_code(text + at - 3, currency) &&
	    !(at > from + 3 && text_is_alpha(text[at - 4]))) {
		memcpy(n->currency, text + at - 3, 3);
		n->money = (struct span){ at - 3, n->span.end };
		return true;
	}
	return false;
}

static bool word_at(const char *text, size_t at, size_t to, const char *word)
{
	size_t len = strlen(word);
	if (at + len > to || (at + len < to && text_is_alpha(text[at + len])))
		return false;
	for (size_t i = 0; i < len; i++)
		if (text_lower(text[at + i]) != word[i])
			return false;
	return true;
}

static void take_money(struct numeral *n, const char *currency, size_t end)
{
	snprintf(n->currency, sizeof(n->currency), "%s", currency);
	n->money = (struct span){ n->span.start, end };
}

static void money_after(const char *text, size_t to, const char *currency, struct numeral *n)
{
	size_t at = n->span.end;
	at += blank_width(text, at, to);
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t len = strlen(signs[i].text);
		bool there = at + len <= to && memcmp(text + at, signs[i].text, len) == 0;
		/* "7 $5.00": the sign belongs to what follows */
		if (there && !(at + len < to && text_is_digit(text[at + len]))) {
			take_money(n, signs[i].currency, at + len);
			return;
		}
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (word_at(text, at, to, names[i].text)) {
			take_money(n, names[i].currency, at + strlen(names[i].text));
			return;
		}
	if (word_at(text, at, to, "cents") || word_at(text, at, to, "cent")) {
		take_money(n, "*", at + strlen("cent") + (word_at(text, at, to, "cents") ? 1 : 0));
		n->milli = n->milli % 100 == 0 ? n->milli / 100 : -1;
		return;
	}
	if (at + 3 <= to && is_code(text + at, currency) && !is_letter_at(text, at + 3, 0, to)) {
		char code[4] = { text[at], text[at + 1], text[at + 2], '\0' };
		take_money(n, code, at + 3);
	}
}

/* "$1.5k" */
static void scale_thousands(const char *text, size_t to, struct numeral *n)
{
	size_t at = n->span.end;
	if (at >= to || (text[at] != 'k' && text[at] != 'K') || is_letter_at(text, at + 1, 0, to))
		return;
	if (n->milli < 0 || __builtin_mul_overflow(n->milli, 1000, &n->milli))
		n->milli = -1;
	n->span.end = n->money.end = at + 1;
	n->glued = false;
}

static void read_digits(const char *text, struct span all, size_t at, const char *currency,
			struct numeral *ret)
{
	*ret = (struct numeral){ .span = { at, digits_end(text, at, all.end) } };
	read_value(text, ret);
	read_edges(text, all.start, all.end, ret);
	if (ret->clock || ret->ordinal)
		return;
	if (money_before(text, all.start, currency, ret))
		scale_thousands(text, all.end, ret);
	else
		money_after(text, all.end, currency, ret);
	if (ret->currency[0] != '\0')
		ret->glued = false;
}

static bool read_words(const char *text, struct span all, size_t at, const char *currency,
		       struct numeral *ret)
{
	struct number n;
	if (!number_at(text, all.end, at, &n) || !n.words)
		return false;
	*ret = (struct numeral){
		.span = n.span, .milli = n.milli, .words = true, .ordinal = n.ordinal
	};
	if (!n.ordinal)
		money_after(text, all.end, currency, ret);
	return n.milli % 1000 == 0 || ret->currency[0] != '\0';
}

bool numeral_find(const char *text, size_t from, size_t to, const char *currency,
		  struct numeral *ret)
{
	const struct span all = { 0, to };
	for (size_t at = from; at < to; at++) {
		bool inside =
			at > 0 && (text_is_alpha(text[at - 1]) || text_is_digit(text[at - 1]) ||
				   (unsigned char)text[at - 1] >= 0x80);
		if (text_is_digit(text[at]) && !(at > from && text_is_digit(text[at - 1]))) {
			read_digits(text, all, at, currency, ret);
			return true;
		}
		if (text_is_alpha(text[at]) && !inside && read_words(text, all, at, currency, ret))
			return true;
	}
	return false;
}

static bool fits_currency(const char *written, const char *currency)
{
	if (strcmp(written, "*") == 0)
		return true;
	if (strcmp(written, "$") == 0)
		return strlen(currency) == 3 && currency[2] == 'D';
	if (strcmp(written, "JPY") == 0 && strcmp(currency, "CNY") == 0)
		return true;
	return strcmp(written, currency) == 0;
}

int64_t numeral_cents(const struct numeral *n, const char *currency)
{
	int64_t value = n->milli, step = 1;
	int decimals = shop_money_decimals(currency);
	for (int i = decimals; i < 3; i++)
		step *= 10;
	if (n->clock ||
	    (n->grouped && decimals != 3 && __builtin_mul_overflow(value, 1000, &value)))
		return -1;
	return value < 0 || value % step != 0 ? -1 : value / step;
}

bool numeral_is_money(const struct numeral *n, int64_t cents, const char *currency)
{
	bool fits = n->currency[0] == '\0' || fits_currency(n->currency, currency);
	return fits && cents >= 0 && numeral_cents(n, currency) == cents;
}

bool numeral_is(const struct numeral *n, int64_t value)
{
	int64_t milli;
	return !n->clock && n->milli >= 0 && !__builtin_mul_overflow(value, 1000, &milli) &&
	       n->milli == milli;
}

enum { UNIT_WORDS = 2, UNIT_SIZE = 24 };

/* Words between a number and what it measures, or between the ends of a range. */
static bool is_joint(const char *word)
{
	static const char *const joints[] = { "to",  "or",   "and",  "of", "in", "the",
					      "a",   "for",  "with", "is", "at", "on",
					      "per", "from", "are",  "as" };
	if (text_is_digit(word[0]))
		return true;
	for (size_t i = 0; i < sizeof(joints) / sizeof(joints[0]); i++)
		if (strcmp(word, joints[i]) == 0)
			return true;
	return false;
}

/* What a number counts or measures: the next words, past the end of a range ("2 to 4 days"). */
static size_t unit_words(const char *text, size_t len, char out[UNIT_WORDS][UNIT_SIZE])
{
	size_t count = 0;
	for (size_t at = 0; at < len && count < UNIT_WORDS;) {
		if (text[at] == '%')
			snprintf(out[count++], UNIT_SIZE, "percent");
		if (text[at] == ' ' || text[at] == '-' || text[at] == '%') {
			at++;
			continue;
		}
		if (!text_is_alpha(text[at]) && !text_is_digit(text[at]))
			break;
		size_t end = at, n = 0;
		for (; end < len && (text_is_alpha(text[end]) || text_is_digit(text[end])); end++)
			if (n + 1 < UNIT_SIZE)
				out[count][n++] = text_lower(text[end]);
		out[count][n] = '\0';
		count += !is_joint(out[count]);
		at = end;
	}
	return count;
}

/* "day" and "days", "h" and "hours", but not "m" and "mm". */
static bool same_unit(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), shorter = la < lb ? la : lb;
	size_t more = la < lb ? lb - la : la - lb;
	if (shorter == 0 || strncmp(a, b, shorter) != 0)
		return false;
	return more == 0 || (shorter >= 3 && more == 1) || (shorter <= 3 && more >= 2);
}

/* What measures something in the text measures it in the reply; a bare number may stand anywhere.
 */
static bool units_agree(char a[UNIT_WORDS][UNIT_SIZE], size_t na, char b[UNIT_WORDS][UNIT_SIZE],
			size_t nb)
{
	if (nb == 0)
		return true;
	for (size_t i = 0; i < na; i++)
		for (size_t j = 0; j < nb; j++)
			if (same_unit(a[i], b[j]))
				return true;
	return false;
}

bool numeral_in_text(const struct numeral *n, const char *behind, size_t behind_len,
		     const char *text)
{
	char wanted[UNIT_WORDS][UNIT_SIZE], found[UNIT_WORDS][UNIT_SIZE];
	size_t wanted_count = behind != NULL ? unit_words(behind, behind_len, wanted) : 0;
	size_t len = strlen(text);
	struct numeral m;
	for (size_t at = 0; numeral_find(text, at, len, "", &m); at = m.span.end) {
		size_t width = m.span.end - m.span.start;
		bool same = n->milli == m.milli && n->clock == m.clock;
		if (n->milli < 0 && behind != NULL)
			same = width == n->span.end - n->span.start &&
			       strncmp(text + m.span.start, behind - width, width) == 0;
		/* a price in a description is no number of its own */
		if (!same || m.inner != n->inner ||
		    (m.currency[0] != '\0' && n->currency[0] == '\0'))
			continue;
		size_t count = unit_words(text + m.span.end, len - m.span.end, found);
		if (n->glued && count == 0)
			continue;
		if (behind == NULL || units_agree(wanted, wanted_count, found, count))
			return true;
	}
	return false;
}

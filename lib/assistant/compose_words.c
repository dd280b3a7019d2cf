/* SPDX-License-Identifier: MIT */
/* The smallest pieces of a reply: prices, days, counts, names, lists. */
#include "assistant/compose.h"

#include <inttypes.h>
#include <string.h>

#include "assistant/calendar.h"
#include "base/text.h"
#include "shop/money.h"

void put_clean(struct buf *b, const char *text, size_t most)
{
	size_t len = strlen(text), written = 0, used;
	while (len > 0 && text_is_space(text[len - 1]))
		len--;
	for (size_t i = 0; i < len; i += used) {
		uint32_t c = text_decode(text + i, len - i, &used);
		char out[4];
		size_t width = text_encode(text_is_control(c) ? ' ' : c, out);
		if (written + width > most) {
			buf_puts(b, "\xE2\x80\xA6");
			return;
		}
		buf_append(b, out, width);
		written += width;
	}
}

/* A quote in the text would end it early. */
static void put_between(struct buf *b, const char *text, size_t most, char quote)
{
	struct buf clean;
	buf_init(&clean, REPLY_MAX);
	put_clean(&clean, text, most);
	for (const char *p = buf_text(&clean); *p != '\0'; p++) {
		if (*p == quote)
			buf_puts(b, quote == '"' ? "'" : "\xE2\x80\x99");
		else
			buf_putc(b, *p);
	}
	b->failed |= clean.failed;
	buf_done(&clean);
}

void put_quoted(struct buf *b, const char *text)
{
	enum { QUOTED_BYTES = 120 };
	buf_putc(b, '\'');
	put_between(b, text, QUOTED_BYTES, '\'');
	buf_putc(b, '\'');
}

void put_cited(struct buf *b, const char *text, size_t most)
{
	buf_putc(b, '"');
	put_between(b, text, most, '"');
	buf_putc(b, '"');
}

void put_name(struct buf *b, const struct shop_product *p)
{
	const char *name = p->name != NULL ? p->name : "";
	if (name[strspn(name, " \t\r\n\v\f")] == '\0')
		name = p->sku != NULL && p->sku[0] != '\0' ? p->sku : "a product without a name";
	put_clean(b, name, REPLY_NAME_BYTES);
}

enum { VALUE_BYTES = 160 };

void put_attribute_name(struct buf *b, const char *name)
{
	struct buf clean;
	buf_init(&clean, REPLY_MAX);
	put_clean(&clean, name, VALUE_BYTES);
	for (const char *p = buf_text(&clean); *p != '\0'; p++)
		buf_putc(b, *p == '_' ? ' ' : *p);
	b->failed |= clean.failed;
	buf_done(&clean);
}

void put_value(struct buf *b, const char *value)
{
	put_clean(b, value, VALUE_BYTES);
}

void put_price(struct buf *b, int64_t cents, const char *currency)
{
	char out[SHOP_MONEY_SIZE];
	buf_puts(b, shop_money_format(cents, currency, out));
}

void put_rating(struct buf *b, int64_t centi)
{
	buf_printf(b, "%" PRId64 ".%" PRId64, centi / 100, centi % 100 / 10);
	if (centi % 10 != 0)
		buf_printf(b, "%" PRId64, centi % 10);
}

static const char *const months[] = { "January",   "February", "March",    "April",
				      "May",       "June",     "July",     "August",
				      "September", "October",  "November", "December" };
static const char *const weekdays[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
					"Friday", "Saturday", "Sunday" };

static int32_t day_number(int64_t day)
{
	int64_t first = day_from_civil(1, 1, 1), last = day_from_civil(9999, 12, 31);
	return (int32_t)(day < first ? first : day > last ? last : day);
}

void put_day(struct buf *b, int64_t day)
{
	struct civil c = civil_from_day(day_number(day));
	buf_printf(b, "%d %s %d", c.day, months[c.month - 1], (int)c.year);
}

/* A day as far as it differs from the one that follows. */
static void put_first_day(struct buf *b, int64_t day, int64_t next)
{
	struct civil c = civil_from_day(day_number(day)), n = civil_from_day(day_number(next));
	buf_printf(b, "%s %d", weekdays[day_weekday(day_number(day))], c.day);
	if (c.month != n.month || c.year != n.year)
		buf_printf(b, " %s", months[c.month - 1]);
	if (c.year != n.year)
		buf_printf(b, " %d", (int)c.year);
}

static void put_whole_day(struct buf *b, int64_t day)
{
	buf_printf(b, "%s ", weekdays[day_weekday(day_number(day))]);
	put_day(b, day);
}

void put_days(struct buf *b, int64_t since, int64_t until)
{
	if (since == SHOP_NONE && until == SHOP_NONE)
		return;
	if (since == SHOP_NONE) {
		buf_puts(b, "until ");
		put_whole_day(b, until);
	} else if (until == SHOP_NONE) {
		buf_puts(b, "since ");
		put_whole_day(b, since);
	} else if (since == until) {
		buf_puts(b, "on ");
		put_whole_day(b, since);
	} else {
		buf_puts(b, "from ");
		put_first_day(b, since, until);
		buf_puts(b, " to ");
		put_whole_day(b, until);
	}
}

int64_t local_day(int64_t t, int32_t utc_offset)
{
	enum { DAY_SECONDS = 86400 };
	int64_t s;
	if (__builtin_add_overflow(t, utc_offset, &s))
		s = t;
	return s / DAY_SECONDS - (s % DAY_SECONDS < 0);
}

void put_count(struct buf *b, int64_t n, const char *one, const char *many)
{
	if (n == 1)
		buf_printf(b, "one %s", one);
	else if (n == 0)
		buf_printf(b, "no %s", many);
	else
		buf_printf(b, "%" PRId64 " %s", n, many);
}

/* "7 in stock", "sold out". */
static void put_stock(struct buf *b, int64_t stock)
{
	if (stock > 0)
		buf_printf(b, "%" PRId64 " in stock", stock);
	else
		buf_puts(b, "sold out");
}

void put_offer(struct buf *b, const struct evidence *e, const struct shop_product *p)
{
	put_price(b, p->price_cents, e->currency);
	buf_puts(b, ", ");
	put_stock(b, p->stock);
	if (p->reviews <= 0)
		return;
	buf_puts(b, ", rated ");
	put_rating(b, p->rating_centi);
	buf_printf(b, " (%" PRId64 " %s)", p->reviews, p->reviews == 1 ? "review" : "reviews");
}

void put_row(struct buf *b, const struct evidence *e, const struct shop_product *p)
{
	put_name(b, p);
	buf_puts(b, " \xE2\x80\x94 ");
	put_offer(b, e, p);
}

size_t put_rows(struct buf *b, const struct evidence *e, const struct shop_products *list,
		size_t most)
{
	size_t i = 0;
	for (; i < list->count && i < most; i++) {
		buf_printf(b, "\n%zu. ", i + 1);
		put_row(b, e, &list->items[i]);
	}
	return i;
}

enum { LISTED_ITEMS = 20 };

static void put_joined(struct buf *b, const struct texts *items, const char *joint,
		       void (*put)(struct buf *b, const char *text))
{
	size_t shown = items->count > LISTED_ITEMS ? LISTED_ITEMS : items->count;
	for (size_t i = 0; i < shown; i++) {
		bool last = i + 1 == items->count;
		buf_puts(b, i == 0 ? "" : last ? joint : ", ");
		put(b, items->items[i]);
	}
	if (shown < items->count)
		buf_printf(b, " and %zu more", items->count - shown);
}

void put_list(struct buf *b, const struct texts *items, const char *joint)
{
	put_joined(b, items, joint, put_value);
}

void put_quoted_list(struct buf *b, const struct texts *items, const char *joint)
{
	put_joined(b, items, joint, put_quoted);
}

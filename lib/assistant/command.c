/* SPDX-License-Identifier: MIT */
/* The shell command that gives the same as a message did. */
#include <inttypes.h>
#include <string.h>

#include "assistant/understand.h"
#include "base/buf.h"
#include "base/text.h"
#include "shop/money.h"
#include "shop/time.h"

enum { COMMAND_MAX = 16384 };

/* A word as the shell takes it: bare where that is safe, otherwise in single quotes. */
static void put_word(struct buf *b, const char *word)
{
	bool bare = word[0] != '\0' && word[0] != '-';
	for (const char *p = word; *p != '\0' && bare; p++)
		bare = text_is_alpha(*p) || text_is_digit(*p) || strchr("_./:@%+,=-", *p) != NULL;
	if (bare) {
		buf_puts(b, word);
		return;
	}
	buf_putc(b, '\'');
	for (const char *p = word; *p != '\0'; p++) {
		if (*p == '\'')
			buf_puts(b, "'\\''");
		else
			buf_putc(b, *p);
	}
	buf_putc(b, '\'');
}

static void put_option(struct buf *b, const char *option, const char *value)
{
	buf_printf(b, " --%s ", option);
	put_word(b, value);
}

static void put_options(struct buf *b, const char *option, char *const *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		put_option(b, option, values[i]);
}

/* Minor units as a plain number in major units: 4999 -> 49.99. */
static void put_money(struct buf *b, const char *option, int64_t cents, const char *currency)
{
	int decimals = shop_money_decimals(currency);
	int64_t scale = 1;
	for (int i = 0; i < decimals; i++)
		scale *= 10;
	if (cents == SHOP_NONE)
		return;
	buf_printf(b, " --%s %" PRId64, option, cents / scale);
	if (cents % scale != 0)
		buf_printf(b, ".%0*" PRId64, decimals, cents % scale);
}

/* NAME=VALUE; where the value is a comparison (">=16 GB"), its sign stands for the '='. */
static void put_attributes(struct buf *b, char *const *attributes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *value = strchr(attributes[i], '=');
		if (value == NULL || (value[1] != '<' && value[1] != '>')) {
			put_option(b, "attribute", attributes[i]);
			continue;
		}
		struct buf one;
		buf_init(&one, COMMAND_MAX);
		buf_printf(&one, "%.*s%s", (int)(value - attributes[i]), attributes[i], value + 1);
		put_option(b, "attribute", buf_text(&one));
		b->failed |= one.failed;
		buf_done(&one);
	}
}

static void put_rating(struct buf *b, const char *option, int64_t centi)
{
	if (centi == SHOP_NONE)
		return;
	buf_printf(b, " --%s %" PRId64, option, centi / 100);
	if (centi % 100 != 0)
		buf_printf(b, centi % 10 != 0 ? ".%02" PRId64 : ".%" PRId64,
			   centi % 10 != 0 ? centi % 100 : centi % 100 / 10);
}

static void put_products(struct buf *b, const struct understanding *u, const char *currency)
{
	const struct shop_query *q = &u->query;
	const char *text = u->found_text != NULL ? u->found_text : q->text;
	/* The text names the category's things; the category itself stands in only without it. */
	if (text != NULL) {
		buf_puts(b, "shop products search ");
		put_word(b, text);
		/* Every other order takes only things anyway. */
		if (!u->found_words && q->sort == SHOP_SORT_RELEVANCE)
			buf_puts(b, " --thing");
	} else {
		buf_puts(b, "shop products list");
		put_options(b, "category", q->categories, q->category_count);
	}
	put_options(b, "brand", q->brands, q->brand_count);
	if (!u->found_as_words)
		put_attributes(b, q->attributes, q->attribute_count);
	put_options(b, "not-brand", u->not_brands.items, u->not_brands.count);
	put_options(b, "not-attribute", u->not_attributes.items, u->not_attributes.count);
	put_options(b, "not", u->not_texts.items, u->not_texts.count);
	put_money(b, "min-price", q->price_min_cents, currency);
	put_money(b, "max-price", q->price_max_cents, currency);
	put_rating(b, "min-rating", q->min_rating_centi);
	put_rating(b, "max-rating", q->max_rating_centi);
	if (q->in_stock)
		buf_puts(b, " --in-stock");
	if (u->sold_out)
		buf_puts(b, " --sold-out");
	if (q->sort != SHOP_SORT_RELEVANCE)
		put_option(b, "sort", shop_sort_word(q->sort, q->reverse));
	if (q->limit != SHOP_NONE)
		buf_printf(b, " --limit %" PRId64, q->limit + u->offset);
}

static void put_day(struct buf *b, const char *option, int64_t day)
{
	int32_t year;
	int month, dom;
	if (day == SHOP_NONE)
		return;
	shop_day_to_date((int32_t)day, &year, &month, &dom);
	buf_printf(b, " --%s %04d-%02d-%02d", option, (int)year, month, dom);
}

static void put_order_list(struct buf *b, const struct understanding *u)
{
	buf_puts(b, "shop order list");
	put_day(b, "since", u->query.since);
	put_day(b, "until", u->query.until);
	for (int s = SHOP_ORDER_PENDING; s <= SHOP_ORDER_CANCELLED; s++)
		if ((u->statuses & (1u << s)) != 0)
			put_option(b, "status", shop_order_status_word((enum shop_order_status)s));
}

static void put_ids(struct buf *b, const char *command, const int64_t *ids, size_t count)
{
	buf_puts(b, command);
	for (size_t i = 0; i < count; i++)
		buf_printf(b, " %" PRId64, ids[i]);
}

static void put_action(struct buf *b, const struct understanding *u, const int64_t *ids,
		       size_t count)
{
	if (u->action == ACTION_BUY) {
		if (count > 0)
			buf_printf(b, "shop order add %" PRId64 ":%" PRId64, ids[0], u->quantity);
		return;
	}
	/* which of several it is, is for the customer to say */
	if (count == 1)
		put_ids(b, u->action == ACTION_PAY ? "shop order pay" : "shop order cancel", ids,
			1);
}

static void put_account(struct buf *b, enum cue account)
{
	switch (account) {
	case CUE_ACCOUNT_LOGIN:
		buf_puts(b, "shop login");
		break;
	case CUE_ACCOUNT_LOGOUT:
		buf_puts(b, "shop logout");
		break;
	case CUE_ACCOUNT_REGISTER:
		buf_puts(b, "shop register");
		break;
	case CUE_ACCOUNT_WHO:
		buf_puts(b, "shop profile");
		break;
	case CUE_ACCOUNT_DELETE:
		break;
	default:
		buf_puts(b, "shop profile update");
	}
}

static void put_fact(struct buf *b, const struct understanding *u, const int64_t *ids, size_t count)
{
	if (u->fact == FACT_RATING)
		put_ids(b, "shop products reviews", ids, count > 0 ? 1 : 0);
	else
		put_ids(b, "shop products show", ids, count);
}

static bool by_ids(const struct understanding *u)
{
	return u->query.intent == SHOP_INTENT_PRODUCT_COMPARE ||
	       (u->query.intent == SHOP_INTENT_PRODUCT_FACT && u->fact != FACT_NONE);
}

void understand_command(struct understanding *u, const char *currency, const int64_t *ids,
			size_t count)
{
	struct buf b;
	buf_init(&b, COMMAND_MAX);
	switch (u->query.intent) {
	case SHOP_INTENT_ORDER_TRACK:
		if (count > 0)
			put_ids(&b, "shop order track", ids, u->more_order_count > 0 ? count : 1);
		else if (u->query.order_id != SHOP_NONE)
			put_ids(&b, "shop order track", &u->query.order_id, 1);
		else
			buf_puts(&b, "shop order track");
		break;
	case SHOP_INTENT_ORDER_LIST:
	case SHOP_INTENT_ORDER_COUNT:
		put_order_list(&b, u);
		break;
	case SHOP_INTENT_ORDER_ACTION:
		put_action(&b, u, ids, count);
		break;
	case SHOP_INTENT_ACCOUNT:
		put_account(&b, u->account);
		break;
	case SHOP_INTENT_SHOP_INFO:
	case SHOP_INTENT_GREETING:
	case SHOP_INTENT_UNSUPPORTED:
		break;
	default:
		if (by_ids(u) && count > 0)
			put_fact(&b, u, ids, count);
		else
			put_products(&b, u, currency);
	}
	u->failed |= b.failed;
	u->query.command = buf_take(&b);
	buf_done(&b);
}

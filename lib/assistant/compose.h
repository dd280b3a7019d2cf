/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The answer in words, made of evidence alone: short, complete, plain sentences. verify() holds it
 * to that: whatever is composed comes out grounded.
 *
 * What the evidence holds, by intent:
 *  - product_search, recommend: products (the first ones of the answer), total, in_stock, price_low,
 *    price_high; `tied` and `instead` for the one at the end of an order; `instead` too where
 *    nothing is found: the nearest outside the bounds, or what is sold out; `values` where
 *    categories were asked for;
 *    where only what is in stock was asked for and all is sold out, `gone`, and products are these;
 *    `of` where nothing is sold out and that was asked; `than`, the product that the question holds
 *    others against;
 *  - product_count: total, in_stock, things, price_low, price_high;
 *  - product_fact: products (one, or all that the name may mean), attributes and reviews of the
 *    first; of a kind of thing, no products but the numbers of a count; `values` where brands were
 *    asked for, or what the product and its variants have of the attribute;
 *  - product_compare: products and attributes; `dropped`: the names that nothing was found for;
 *  - order_list, order_track, order_count, order_action: orders, order_total, order_count,
 *    spent_cents; products where something is to be bought;
 *  - shop_info: topic, policy, topics.
 */

#include "assistant/evidence.h"
#include "assistant/understand.h"
#include "base/buf.h"

enum { REPLY_MAX = 65536, REPLY_LISTED = 10, REPLY_LISTED_MOST = 100, REPLY_NAME_BYTES = 240 };

/* The reply, without control characters; the caller frees it. NULL: no memory. */
char *compose(const struct understanding *u, const struct evidence *e);

/* The parts, each appending to b. */
void compose_products(struct buf *b, const struct understanding *u, const struct evidence *e);
void compose_fact(struct buf *b, const struct understanding *u, const struct evidence *e);
void compose_feature(struct buf *b, const struct understanding *u, const struct evidence *e);
void compose_comparison(struct buf *b, const struct understanding *u, const struct evidence *e);
void compose_orders(struct buf *b, const struct understanding *u, const struct evidence *e);
void compose_action(struct buf *b, const struct understanding *u, const struct evidence *e);
/* Account, the shop's rules, courtesy, and what is none of ours. */
void compose_shop(struct buf *b, const struct understanding *u, const struct evidence *e);

/* Text from outside on one line, without control characters, at most `most` bytes of it. */
void put_clean(struct buf *b, const char *text, size_t most);
/* The same in single quotes: words that somebody typed. */
void put_quoted(struct buf *b, const char *text);
/* The same in double quotes, as somebody wrote it: a description, a comment. */
void put_cited(struct buf *b, const char *text, size_t most);
/* A product's name as every reply shows it; its SKU if it has none. */
void put_name(struct buf *b, const struct shop_product *p);

void put_price(struct buf *b, int64_t cents, const char *currency);
/* "4.5" of 450, "4.67" of 467, "4.0" of 400. */
void put_rating(struct buf *b, int64_t centi);
/* "12 November 2026", of a day number. */
void put_day(struct buf *b, int64_t day);
/* "from Monday 16 to Sunday 22 November 2026"; either end may be SHOP_NONE. */
void put_days(struct buf *b, int64_t since, int64_t until);
/* The local day of a time. */
int64_t local_day(int64_t t, int32_t utc_offset);
/* "one order", "3 orders", "no orders". */
void put_count(struct buf *b, int64_t n, const char *one, const char *many);
/* "$129.00, 7 in stock, rated 4.5 (12 reviews)". */
void put_offer(struct buf *b, const struct evidence *e, const struct shop_product *p);
/* "NAME — $129.00, 7 in stock, rated 4.5 (12 reviews)". */
void put_row(struct buf *b, const struct evidence *e, const struct shop_product *p);
/* One numbered row a line, at most `most`. Returns how many. */
size_t put_rows(struct buf *b, const struct evidence *e, const struct shop_products *list,
		size_t most);
/* "a, b and c"; joint: " and ". The words quoted: "'a' and 'b'". */
void put_list(struct buf *b, const struct texts *items, const char *joint);
void put_quoted_list(struct buf *b, const struct texts *items, const char *joint);

enum wanted { WANTED_MANY = 0, WANTED_ONE = 1, WANTED_NO_PRICE = 2, WANTED_NO_STOCK = 4 };
/*
 * "red cotton shirts from Acme under $50.00": what was looked for, without what had to be dropped.
 * how: wanted flags. Returns true if it is a plural ("headphones" always is).
 */
bool put_wanted(struct buf *b, const struct understanding *u, const struct evidence *e,
		unsigned how);
/* A price bound as the customer said it: 4999 was "under $50.00", 5000 "up to $50.00". */
struct said_bound {
	int64_t cents;
	bool exclusive;
};
struct said_bound said_max(int64_t max);
struct said_bound said_min(int64_t min);
/* " under $50.00" of the price bounds, " rated at least 4.0" of the rating. */
void put_bounds(struct buf *b, const struct understanding *u, const char *currency);

/* "case size" of "case_size", and an attribute's value. */
void put_attribute_name(struct buf *b, const char *name);
void put_value(struct buf *b, const char *value);

/* "#1234 (shipped), ordered on 12 November 2026: 1 × NAME — $139.58 in all", a line each. */
void put_order_rows(struct buf *b, const struct understanding *u, const struct evidence *e);

/* "None of your orders has 'lamp' in it". */
void put_missed_words(struct buf *b, const struct understanding *u);

/* The command that the query holds; NULL if there is none. */
const char *query_command(const struct understanding *u);
/* That command on a line of its own, with what it is for before it; nothing if there is none. */
void put_command(struct buf *b, const struct understanding *u, const char *before);

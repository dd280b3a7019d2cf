/* SPDX-License-Identifier: MIT */
/* Answers that are lists of products, the one at the end of an order, or how many there are. */
#include <inttypes.h>

#include "assistant/compose.h"

static const char *superlative(const struct shop_query *q)
{
	switch (q->sort) {
	case SHOP_SORT_PRICE:
		return q->reverse ? "most expensive" : "cheapest";
	case SHOP_SORT_RATING:
		return q->reverse ? "lowest rated" : "best rated";
	case SHOP_SORT_NEWEST:
		return q->reverse ? "oldest" : "newest";
	case SHOP_SORT_STOCK:
		return q->reverse ? "least stocked" : "best stocked";
	default:
		return "first";
	}
}

static void put_nth(struct buf *b, int64_t n)
{
	static const char *const words[] = { "first", "second",  "third",  "fourth", "fifth",
					     "sixth", "seventh", "eighth", "ninth",  "tenth" };
	if (n >= 1 && n <= 10) {
		buf_puts(b, words[n - 1]);
		return;
	}
	int64_t last = n % 10;
	bool teen = n % 100 >= 11 && n % 100 <= 13;
	const char *ending = teen        ? "th"
			     : last == 1 ? "st"
			     : last == 2 ? "nd"
			     : last == 3 ? "rd"
					 : "th";
	buf_printf(b, "%" PRId64 "%s", n, ending);
}

/* Words that had to be left out, said before what was found without them. */
static void put_partly(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (!e->partly)
		return;
	const struct texts *words = e->dropped.count > 0 ? &e->dropped : &u->unknown;
	if (words->count > 0) {
		buf_puts(b, "The catalogue doesn't say which are ");
		put_quoted_list(b, words, " and ");
		buf_puts(b, ", so I left that out. ");
	} else {
		buf_puts(b, "Nothing matches every word; these match some of them. ");
	}
}

static const char *nearest(const struct understanding *u, const struct shop_product *p)
{
	bool above =
		u->query.price_max_cents != SHOP_NONE && p->price_cents > u->query.price_max_cents;
	bool both = u->query.price_min_cents != SHOP_NONE && u->query.price_max_cents != SHOP_NONE;
	return both ? "nearest" : above ? "cheapest" : "most expensive";
}

/* What there is of it is sold out. */
static void put_all_gone(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	put_partly(b, u, e);
	buf_puts(b, u->asks ? "No, " : "");
	if (e->products.count == 1) {
		put_name(b, &e->products.items[0]);
		buf_puts(b, " is sold out; it costs ");
		put_price(b, e->products.items[0].price_cents, e->currency);
		buf_putc(b, '.');
		return;
	}
	buf_puts(b, u->asks ? "all " : "All ");
	put_wanted(b, u, e, WANTED_MANY | WANTED_NO_STOCK);
	buf_puts(b, " are sold out:");
	put_rows(b, e, &e->products, REPLY_LISTED);
}

/* "None of the 6 towels is sold out." */
static void put_none_gone(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	put_partly(b, u, e);
	buf_puts(b, u->asks ? "No, " : "");
	if (e->of == 1) {
		buf_puts(b, u->asks ? "the only " : "The only ");
		put_wanted(b, u, e, WANTED_ONE);
		buf_puts(b, " is not sold out.");
		return;
	}
	buf_puts(b, u->asks ? "none of the " : "None of the ");
	buf_printf(b, "%" PRId64 " ", e->of);
	put_wanted(b, u, e, WANTED_MANY);
	buf_puts(b, " is sold out.");
}

/* What there is not, with the nearest that there is. */
static void compose_nothing(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (e->instead_outside && e->instead.count > 0) {
		const struct shop_product *p = &e->instead.items[0];
		put_partly(b, u, e);
		buf_puts(b, u->asks ? "No, nothing" : "Nothing");
		put_bounds(b, u, e->currency);
		buf_printf(b, "; the %s ", nearest(u, p));
		bool plural = put_wanted(b, u, e, WANTED_ONE | WANTED_NO_PRICE);
		buf_puts(b, plural ? " are " : " is ");
		put_name(b, p);
		buf_puts(b, ", at ");
		put_offer(b, e, p);
		buf_putc(b, '.');
		return;
	}
	if (u->sold_out && e->of != SHOP_NONE && e->of > 0) {
		put_none_gone(b, u, e);
		return;
	}
	if (u->than_name != NULL && e->than.count == 0) {
		buf_puts(b, "I found no product called ");
		put_quoted(b, u->than_name);
		buf_puts(b, " to compare with.");
		return;
	}
	buf_puts(b, u->asks ? "No, I found no " : "I found no ");
	put_wanted(b, u, e, WANTED_MANY);
	buf_putc(b, '.');
	if (u->unknown.count > 0) {
		buf_puts(b, " No product here has ");
		put_quoted_list(b, &u->unknown, " or ");
		buf_puts(b, " in its description.");
	}
}

/* ", 20 of them in stock", unless the question took only those. */
static void put_in_stock(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (u->query.in_stock || u->sold_out || e->in_stock == SHOP_NONE || e->total < 2)
		return;
	if (e->in_stock == 0)
		buf_puts(b, ", all of them sold out");
	else if (e->in_stock == e->total)
		buf_puts(b, ", all of them in stock");
	else
		buf_printf(b, ", %" PRId64 " of them in stock", e->in_stock);
}

static int64_t total_of(const struct evidence *e)
{
	return e->total > (int64_t)e->products.count ? e->total : (int64_t)e->products.count;
}

static size_t rows_shown(const struct understanding *u)
{
	bool more = u->all || (u->query.limit != SHOP_NONE && u->query.limit > REPLY_LISTED);
	return more ? REPLY_LISTED_MOST : REPLY_LISTED;
}

static void put_more(struct buf *b, const struct understanding *u, const struct evidence *e,
		     size_t shown)
{
	int64_t more = total_of(e) - (int64_t)shown - u->offset;
	/* who asks for three has not asked how many there are */
	if (more > 0 && u->query.limit == SHOP_NONE)
		buf_printf(b, "\nand %" PRId64 " more", more);
}

static void put_sorted(struct buf *b, const struct shop_query *q)
{
	if (q->sort == SHOP_SORT_NAME)
		buf_puts(b, q->reverse ? ", from Z to A" : ", by name");
	else if (q->sort != SHOP_SORT_RELEVANCE)
		buf_printf(b, ", %s first", superlative(q));
}

/* "Yes, there are ", "I found ", "Here are 3 of ". */
static void put_opening(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	int64_t total = total_of(e), shown = (int64_t)e->products.count;
	bool one = total == 1;
	bool gone = e->in_stock == 0 || (one && e->products.items[0].stock <= 0);
	if (u->asks && !e->partly) {
		buf_puts(b, gone && !u->sold_out ? "There " : "Yes, there ");
		buf_puts(b, one ? "is " : "are ");
	} else if (u->query.limit != SHOP_NONE && total > shown && shown > 1) {
		buf_printf(b, "Here are %" PRId64 " of ", shown);
	} else if (u->query.limit != SHOP_NONE && total > shown) {
		buf_puts(b, "Here is one of ");
	} else {
		buf_puts(b, "I found ");
	}
}

/* "3 red shirts", "one pair of headphones". */
static void put_number_of(struct buf *b, const struct understanding *u, const struct evidence *e,
			  int64_t n)
{
	struct buf wanted;
	buf_init(&wanted, REPLY_MAX);
	bool plural = put_wanted(&wanted, u, e, n == 1 ? WANTED_ONE : WANTED_MANY);
	if (n != 1)
		buf_printf(b, "%" PRId64 " ", n);
	else
		buf_puts(b, "one ");
	if (u->sold_out)
		buf_puts(b, "sold-out ");
	buf_puts(b, n == 1 && plural ? "pair of " : "");
	buf_puts(b, buf_text(&wanted));
	b->failed |= wanted.failed;
	buf_done(&wanted);
}

static void put_found(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	int64_t total = total_of(e);
	put_opening(b, u, e);
	put_number_of(b, u, e, total);
}

static void compose_list(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	put_partly(b, u, e);
	put_found(b, u, e);
	if (e->products.count == 1 && total_of(e) == 1) {
		buf_puts(b, ": ");
		put_row(b, e, &e->products.items[0]);
		buf_putc(b, '.');
		return;
	}
	put_in_stock(b, u, e);
	put_sorted(b, &u->query);
	buf_putc(b, ':');
	size_t shown = put_rows(b, e, &e->products, rows_shown(u));
	put_more(b, u, e, shown);
	if (total_of(e) > (int64_t)shown && e->price_low != SHOP_NONE &&
	    e->price_high > e->price_low) {
		buf_puts(b, "\nPrices go from ");
		put_price(b, e->price_low, e->currency);
		buf_puts(b, " to ");
		put_price(b, e->price_high, e->currency);
		buf_putc(b, '.');
	}
}

static void put_tied(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	static const char *const same[][2] = {
		[SHOP_SORT_PRICE] = { "costs the same", "cost the same" },
		[SHOP_SORT_RATING] = { "is rated the same", "are rated the same" },
		[SHOP_SORT_NEWEST] = { "is as new", "are as new" },
		[SHOP_SORT_STOCK] = { "has as many in stock", "have as many in stock" },
	};
	enum shop_sort sort = u->query.sort;
	if (e->tied <= 0 || sort == SHOP_SORT_RELEVANCE || sort == SHOP_SORT_NAME)
		return;
	const char *text = same[sort][e->tied == 1 ? 0 : 1];
	if (sort == SHOP_SORT_NEWEST && u->query.reverse)
		text = e->tied == 1 ? "is as old" : "are as old";
	buf_printf(b, " %" PRId64 " %s %s.", e->tied, e->tied == 1 ? "other" : "others", text);
}

/* "The cheapest that can be bought now is ..." */
static void put_instead(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (e->instead.count == 0 || e->instead_outside)
		return;
	buf_printf(b, "The %s that can be bought now is ", superlative(&u->query));
	put_name(b, &e->instead.items[0]);
	buf_puts(b, ", at ");
	put_offer(b, e, &e->instead.items[0]);
	buf_putc(b, '.');
}

/* Nothing is the best rated where nobody has rated anything. */
static bool unrated(const struct understanding *u, const struct evidence *e)
{
	return u->query.sort == SHOP_SORT_RATING && e->products.items[0].reviews <= 0;
}

static void compose_first(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	const struct shop_product *p = &e->products.items[0];
	put_partly(b, u, e);
	buf_puts(b, "The ");
	if (u->offset > 0) {
		put_nth(b, u->offset + 1);
		buf_putc(b, ' ');
	}
	buf_printf(b, "%s ", superlative(&u->query));
	bool plural = put_wanted(b, u, e, WANTED_ONE);
	buf_puts(b, plural ? " are " : " is ");
	put_name(b, p);
	buf_puts(b, ", at ");
	put_offer(b, e, p);
	if (u->query.sort == SHOP_SORT_NEWEST) {
		buf_puts(b, ", added on ");
		put_day(b, local_day(p->created_at, e->utc_offset));
	}
	buf_putc(b, '.');
	put_tied(b, u, e);
	if (p->stock <= 0 && e->instead.count > 0) {
		buf_putc(b, ' ');
		put_instead(b, u, e);
	}
}

static void compose_firsts(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	int64_t asked = u->query.limit, count = (int64_t)e->products.count;
	put_partly(b, u, e);
	if (asked != SHOP_NONE && count < asked && u->offset == 0) {
		buf_puts(b, "There are only ");
		buf_printf(b, "%" PRId64 " ", count);
		put_wanted(b, u, e, WANTED_MANY);
		put_sorted(b, &u->query);
	} else {
		buf_printf(b, "The %" PRId64 " %s ", count, superlative(&u->query));
		put_wanted(b, u, e, WANTED_MANY);
		buf_puts(b, " are");
	}
	buf_putc(b, ':');
	put_rows(b, e, &e->products, rows_shown(u));
	if (e->products.items[0].stock <= 0 && e->instead.count > 0 && !e->instead_outside) {
		buf_putc(b, '\n');
		put_instead(b, u, e);
	}
}

static void compose_superlative(struct buf *b, const struct understanding *u,
				const struct evidence *e)
{
	if (unrated(u, e)) {
		put_partly(b, u, e);
		buf_puts(b, "None of these has a review yet:");
		put_rows(b, e, &e->products, rows_shown(u));
	} else if (e->products.count == 1 && (u->query.limit == 1 || e->total <= 1)) {
		compose_first(b, u, e);
	} else {
		compose_firsts(b, u, e);
	}
}

static void compose_recommendation(struct buf *b, const struct understanding *u,
				   const struct evidence *e)
{
	put_partly(b, u, e);
	if (unrated(u, e))
		buf_puts(b, "None of these has a review yet:");
	else if (e->products.count == 1)
		buf_puts(b, "I would take this one:");
	else if (u->query.sort == SHOP_SORT_RELEVANCE || u->query.sort == SHOP_SORT_NAME)
		buf_puts(b, "I would look at these:");
	else
		buf_printf(b, "I would look at these, %s first:", superlative(&u->query));
	put_rows(b, e, &e->products, rows_shown(u));
}

static void compose_count(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	bool variants = e->things != SHOP_NONE && e->things != e->total && e->things > 0;
	int64_t n = variants ? e->things : e->total;
	if (n <= 0) {
		compose_nothing(b, u, e);
		return;
	}
	put_partly(b, u, e);
	buf_puts(b, n == 1 ? "There is " : "There are ");
	put_number_of(b, u, e, n);
	if (e->total == 1 && e->products.count == 1) {
		buf_puts(b, ": ");
		put_row(b, e, &e->products.items[0]);
	} else if (variants) {
		buf_printf(b, ", or %" PRId64 " with every variant counted", e->total);
	}
	put_in_stock(b, u, e);
	buf_putc(b, '.');
	if (e->total < 2 || e->price_low == SHOP_NONE || e->price_high <= e->price_low)
		return;
	buf_puts(b, " They cost from ");
	put_price(b, e->price_low, e->currency);
	buf_puts(b, " to ");
	put_price(b, e->price_high, e->currency);
	buf_putc(b, '.');
}

static bool compose_values(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	bool one = e->values.count == 1;
	if (e->values.count == 0 || (e->products.count > 0 && u->list_categories))
		return false;
	if (u->list_brands) {
		bool all = u->query.text == NULL && u->query.category_count == 0;
		buf_puts(b, one ? "The brand" : "The brands");
		if (!all) {
			buf_puts(b, " of ");
			put_wanted(b, u, e, WANTED_MANY);
		}
		buf_puts(b, one ? " here is " : " here are ");
	} else {
		if (u->query.text != NULL) {
			buf_puts(b, "The kinds of ");
			put_wanted(b, u, e, WANTED_MANY);
			buf_puts(b, " here are ");
		} else {
			buf_puts(b, "The shop sells ");
		}
	}
	put_list(b, &e->values, " and ");
	buf_putc(b, '.');
	return true;
}

/* "NAME costs $129.00. ": what the others are held against. */
static void put_than(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (u->than == THAN_NONE || e->than.count == 0)
		return;
	const struct shop_product *p = &e->than.items[0];
	put_name(b, p);
	if (u->than == THAN_BETTER && p->reviews > 0) {
		buf_puts(b, " is rated ");
		put_rating(b, p->rating_centi);
	} else if (u->than == THAN_BETTER) {
		buf_puts(b, " has no reviews yet");
	} else {
		buf_puts(b, " costs ");
		put_price(b, p->price_cents, e->currency);
	}
	buf_puts(b, ". ");
}

void compose_products(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (e->gone) {
		put_all_gone(b, u, e);
		return;
	}
	put_than(b, u, e);
	if ((u->list_brands || u->list_categories) && compose_values(b, u, e))
		return;
	if (u->query.intent == SHOP_INTENT_PRODUCT_COUNT) {
		compose_count(b, u, e);
	} else if (e->products.count == 0 && u->offset > 0 && e->total > 0) {
		buf_printf(b, e->total == 1 ? "There is only one " : "There are only %" PRId64 " ",
			   e->total);
		put_wanted(b, u, e, e->total == 1 ? WANTED_ONE : WANTED_MANY);
		buf_putc(b, '.');
	} else if (e->products.count == 0) {
		compose_nothing(b, u, e);
	} else if (u->query.intent == SHOP_INTENT_RECOMMEND) {
		compose_recommendation(b, u, e);
	} else if (u->superlative && u->query.sort != SHOP_SORT_RELEVANCE) {
		compose_superlative(b, u, e);
	} else {
		compose_list(b, u, e);
	}
}

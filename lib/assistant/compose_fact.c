/* SPDX-License-Identifier: MIT */
/* Answers about one product, and comparisons of a few. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "assistant/compose.h"
#include "assistant/noun.h"

enum { CITED_BYTES = 600, COMMENT_BYTES = 240, COMMENTS_SHOWN = 3, DETAILS_SHOWN = 10 };

static bool is_blank(const char *text)
{
	return text == NULL || text[strspn(text, " \t\r\n\v\f")] == '\0';
}

static void put_attribute(struct buf *b, const struct shop_attribute *a)
{
	put_attribute_name(b, a->name);
	buf_putc(b, ' ');
	put_value(b, a->value);
}

static void put_details(struct buf *b, const struct evidence *e)
{
	const struct shop_attributes *list = &e->attributes[0];
	const char *brand = e->products.items[0].brand;
	size_t shown = 0;
	if (!is_blank(brand)) {
		buf_puts(b, "\nDetails: brand ");
		put_value(b, brand);
		shown++;
	}
	for (size_t i = 0; i < list->count && shown < DETAILS_SHOWN; i++) {
		if (is_blank(list->items[i].value))
			continue;
		buf_puts(b, shown++ == 0 ? "\nDetails: " : ", ");
		put_attribute(b, &list->items[i]);
	}
	if (shown > 0)
		buf_putc(b, '.');
}

static void put_stock_fact(struct buf *b, const struct understanding *u, const struct evidence *e,
			   const struct shop_product *p)
{
	bool yes = u->asks_gone ? p->stock <= 0 : p->stock > 0;
	if (u->asks)
		buf_puts(b, yes ? "Yes, " : "No, ");
	put_name(b, p);
	if (p->stock > 0)
		buf_printf(b, " is in stock, with %" PRId64 " left, at ", p->stock);
	else
		buf_puts(b, " is sold out; it costs ");
	put_price(b, p->price_cents, e->currency);
	buf_putc(b, '.');
}

static void put_review(struct buf *b, const struct shop_review *r)
{
	buf_putc(b, '\n');
	if (is_blank(r->author))
		buf_puts(b, "A customer");
	else
		put_value(b, r->author);
	buf_printf(b, ", %" PRId64 " of 5", r->rating);
	if (is_blank(r->comment)) {
		buf_putc(b, '.');
		return;
	}
	buf_puts(b, ": ");
	put_cited(b, r->comment, COMMENT_BYTES);
}

static void put_rating_fact(struct buf *b, const struct evidence *e, const struct shop_product *p)
{
	put_name(b, p);
	if (p->reviews <= 0) {
		buf_puts(b, " has no reviews yet.");
		return;
	}
	buf_puts(b, " is rated ");
	put_rating(b, p->rating_centi);
	buf_printf(b, " out of 5 (%" PRId64 " %s).", p->reviews,
		   p->reviews == 1 ? "review" : "reviews");
	for (size_t i = 0; i < e->reviews.count && i < COMMENTS_SHOWN; i++)
		put_review(b, &e->reviews.items[i]);
}

static void put_about(struct buf *b, const struct evidence *e, const struct shop_product *p)
{
	put_name(b, p);
	buf_puts(b, ": ");
	put_offer(b, e, p);
	buf_putc(b, '.');
	if (!is_blank(p->description)) {
		buf_puts(b, "\nThe catalogue says: ");
		put_cited(b, p->description, CITED_BYTES);
	}
	put_details(b, e);
}

enum { ATTRIBUTE_NAME_SIZE = 8 * WORD_SIZE };

/* " case size ", with a space at both ends so that whole words can be looked for. */
static void normal_name(const char *name, char out[ATTRIBUTE_NAME_SIZE])
{
	struct word words[4];
	char plain[4 * WORD_SIZE];
	snprintf(plain, sizeof(plain), "%s", name);
	for (char *p = plain; *p != '\0'; p++)
		*p = *p == '_' ? ' ' : *p;
	size_t n = words_split(plain, strlen(plain), words, 4);
	words_join(words, n, plain, sizeof(plain));
	snprintf(out, ATTRIBUTE_NAME_SIZE, " %s ", plain);
}

/* The name itself, or a longer one that has it: "size" finds "case size" if there is no "size". */
static const struct shop_attribute *find_named(const struct shop_attributes *list,
					       const char *wanted, bool whole)
{
	char name[ATTRIBUTE_NAME_SIZE], asked[ATTRIBUTE_NAME_SIZE];
	normal_name(wanted, asked);
	for (size_t i = 0; i < list->count; i++) {
		normal_name(list->items[i].name, name);
		bool found = whole ? strcmp(name, asked) == 0 : strstr(name, asked) != NULL;
		if (found && !is_blank(list->items[i].value))
			return &list->items[i];
	}
	return NULL;
}

static const struct shop_attribute *find_attribute(const struct shop_attributes *list,
						   const char *wanted)
{
	const char *other = lexicon_synonym(wanted, 0);
	const struct shop_attribute *found = find_named(list, wanted, /* whole= */ true);
	if (found == NULL && other != NULL)
		found = find_named(list, other, /* whole= */ true);
	if (found == NULL)
		found = find_named(list, wanted, /* whole= */ false);
	if (found == NULL && other != NULL)
		found = find_named(list, other, /* whole= */ false);
	return found;
}

static const char *attribute_value(const struct understanding *u, const struct evidence *e)
{
	const struct shop_product *p = &e->products.items[0];
	const struct shop_attribute *a = find_attribute(&e->attributes[0], u->attribute);
	if (a != NULL)
		return a->value;
	if (strcmp(u->attribute, "brand") == 0 || strcmp(u->attribute, "manufacturer") == 0 ||
	    strcmp(u->attribute, "maker") == 0)
		return is_blank(p->brand) ? NULL : p->brand;
	return NULL;
}

/* "The colors of NAME are red and blue.", or of all that are meant. */
static void put_values(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	char plural[NOUN_SIZE];
	snprintf(plural, sizeof(plural), "%s", u->attribute);
	noun_plural(plural);
	bool one = e->values.count == 1;
	buf_printf(b, "The %s of ", one ? u->attribute : plural);
	if (e->products.count == 1)
		put_name(b, &e->products.items[0]);
	else if (u->query.text == NULL && u->query.category_count == 0)
		buf_puts(b, "these");
	else
		put_wanted(b, u, e, WANTED_MANY | WANTED_NO_STOCK);
	buf_puts(b, one ? " is " : " are ");
	put_list(b, &e->values, " and ");
	buf_putc(b, '.');
}

/* "NAME has 144 pages." */
static void put_counted(struct buf *b, const struct understanding *u, const struct shop_product *p,
			const char *value)
{
	char plural[NOUN_SIZE];
	snprintf(plural, sizeof(plural), "%s", u->attribute);
	noun_plural(plural);
	put_name(b, p);
	buf_puts(b, " has ");
	put_value(b, value);
	buf_printf(b, " %s.", strcmp(value, "1") == 0 ? u->attribute : plural);
}

static void put_attribute_fact(struct buf *b, const struct understanding *u,
			       const struct evidence *e)
{
	const struct shop_product *p = &e->products.items[0];
	bool author = strcmp(u->attribute, "author") == 0;
	const char *value = attribute_value(u, e);
	if (e->values.count > 0 && !author && !(u->counts_attribute && value != NULL)) {
		put_values(b, u, e);
		return;
	}
	if (value == NULL && e->values.count > 0)
		value = e->values.items[0];
	if (value == NULL) {
		buf_puts(b, "The catalogue doesn't say ");
		if (author)
			buf_puts(b, "who wrote ");
		else
			buf_printf(b, "what the %s of ", u->attribute);
		put_name(b, p);
		buf_puts(b, author ? "." : " is.");
		return;
	}
	if (author) {
		put_name(b, p);
		buf_puts(b, " is by ");
	} else if (u->counts_attribute) {
		put_counted(b, u, p, value);
		return;
	} else {
		buf_printf(b, "The %s of ", u->attribute);
		put_name(b, p);
		buf_puts(b, " is ");
	}
	put_value(b, value);
	buf_putc(b, '.');
}

static void put_price_fact(struct buf *b, const struct evidence *e, const struct shop_product *p)
{
	put_name(b, p);
	buf_puts(b, " costs ");
	put_price(b, p->price_cents, e->currency);
	if (p->stock > 0)
		buf_printf(b, "; %" PRId64 " %s in stock.", p->stock, p->stock == 1 ? "is" : "are");
	else
		buf_puts(b, ", but it is sold out.");
}

/* Several products that the words may mean: the rows have price, stock and rating of each. */
static void put_candidates(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	int64_t count = (int64_t)e->products.count, total = e->total > count ? e->total : count;
	if (u->ref_count > 0)
		buf_puts(b, "Of these:");
	else
		buf_printf(b, "%" PRId64 " products match:", total);
	int64_t more = total - (int64_t)put_rows(b, e, &e->products, REPLY_LISTED);
	if (more > 0)
		buf_printf(b, "\nand %" PRId64 " more", more);
}

static void put_others(struct buf *b, const struct evidence *e)
{
	struct shop_products others = { e->products.items + 1, e->products.count - 1 };
	buf_puts(b, "\nOther matches:");
	put_rows(b, e, &others, REPLY_LISTED - 1);
}

/* Is it called just as the question calls it? */
static bool is_named(const struct understanding *u, const struct shop_product *p)
{
	char asked[ATTRIBUTE_NAME_SIZE], name[ATTRIBUTE_NAME_SIZE];
	if (u->name == NULL || p->name == NULL)
		return false;
	words_normal(u->name, asked, sizeof(asked));
	words_normal(p->name, name, sizeof(name));
	return strcmp(asked, name) == 0;
}

static void put_unfound(struct buf *b, const struct understanding *u)
{
	const char *name = u->name != NULL ? u->name : u->query.text;
	if (name == NULL) {
		buf_puts(b, "Tell me which product you mean, by its name or its id.");
		return;
	}
	buf_puts(b, "I found no product called ");
	put_quoted(b, name);
	buf_putc(b, '.');
}

/* A kind of thing, not one product: how many there are, and what they cost. */
static void put_kind(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (u->fact == FACT_ATTRIBUTE && e->values.count > 0) {
		put_values(b, u, e);
		return;
	}
	buf_puts(b, e->total == 1 ? "There is one " : "There are ");
	if (e->total != 1)
		buf_printf(b, "%" PRId64 " ", e->total);
	put_wanted(b, u, e, e->total == 1 ? WANTED_ONE : WANTED_MANY);
	if (e->in_stock != SHOP_NONE && e->total > 1)
		buf_printf(b, ", %" PRId64 " of them in stock", e->in_stock);
	buf_putc(b, '.');
	if (e->price_low == SHOP_NONE || e->price_high < e->price_low)
		return;
	buf_puts(b, e->price_low < e->price_high ? " They cost from " : " The price is ");
	put_price(b, e->price_low, e->currency);
	if (e->price_low < e->price_high) {
		buf_puts(b, " to ");
		put_price(b, e->price_high, e->currency);
	}
	buf_putc(b, '.');
}

void compose_fact(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (e->products.count == 0 && (e->total > 0 || e->values.count > 0)) {
		put_kind(b, u, e);
		return;
	}
	if (e->products.count == 0) {
		put_unfound(b, u);
		return;
	}
	const struct shop_product *p = &e->products.items[0];
	bool several = e->products.count > 1;
	if (several && !is_named(u, p) &&
	    (u->fact == FACT_PRICE || u->fact == FACT_STOCK || u->fact == FACT_RATING)) {
		put_candidates(b, u, e);
		return;
	}
	switch (u->fact) {
	case FACT_RATING:
		put_rating_fact(b, e, p);
		break;
	case FACT_FEATURE:
		compose_feature(b, u, e);
		return;
	case FACT_STOCK:
		put_stock_fact(b, u, e, p);
		break;
	case FACT_ATTRIBUTE:
		put_attribute_fact(b, u, e);
		break;
	case FACT_PRICE:
		put_price_fact(b, e, p);
		break;
	default:
		put_about(b, e, p);
	}
	if (several && e->values.count == 0)
		put_others(b, e);
}

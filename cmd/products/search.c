/* SPDX-License-Identifier: MIT */
/* shop products search: products by words, best first. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "core/fail.h"
#include "core/product_filter.h"
#include "core/product_view.h"
#include "core/words.h"

/* Beyond these, matches have ever less to do with what was looked for. */
enum { LIMIT_DEFAULT = 20 };

struct options {
	struct shop_texts words;
	struct product_options products;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, words, "QUERY", "words to look for"),
	PRODUCT_OPTIONS(struct options, products),
	OPT_END,
};

/* Typing errors are mended, and said so. */
static enum shop_status correct(struct cmd_context *cx, char **text)
{
	char *corrected = NULL;
	enum shop_status st = shop_product_correct(cx->shop, *text, &corrected, &cx->err);
	if (st || corrected == NULL)
		return st;
	fail_warn(cx, "nothing here is called '%s': looking for '%s'", *text, corrected);
	free(*text);
	*text = corrected;
	return SHOP_OK;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_product_filter filter;
	char *text = NULL;
	enum shop_status st = product_filter_make(cx, &o->products, &filter);
	if (!st)
		st = words_join(cx, &o->words, &text);
	if (!st && text[strspn(text, " \t\n")] == '\0')
		st = shop_error_set(&cx->err, SHOP_E_INVALID, "there is nothing to look for");
	if (!st)
		st = correct(cx, &text);
	filter.text = text;
	if (filter.limit == SHOP_NONE)
		filter.limit = LIMIT_DEFAULT;
	if (!st)
		st = product_list_emit(cx, &filter);
	free(text);
	return st;
}

const struct command cmd_products_search = {
	.name = "search",
	.summary = "find products by words",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO,
	.run = run,
};

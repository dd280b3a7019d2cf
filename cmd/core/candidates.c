/* SPDX-License-Identifier: MIT */
/* Gathers candidates for completion. */
#include "core/candidates.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/context.h"
#include "ui/emit.h"

/* Completion has to answer at once, whatever the size of the store: it looks at so many products
 * and shows so many. */
enum { SCAN_MAX = 5000, SHOWN_MAX = 200, VALUE_SIZE = 512 };

static bool begins_with(const char *text, const char *beginning)
{
	return strncasecmp(text, beginning, strlen(beginning)) == 0;
}

void candidate_put(const struct candidates *c, const char *value, const char *description)
{
	char whole[VALUE_SIZE + 64];
	if (!begins_with(value, c->word))
		return;
	snprintf(whole, sizeof(whole), "%s%s", c->lead, value);
	const struct cell cells[] = { cell_text(whole), cell_text(description) };
	emit_row(c->out, cells);
}

void candidates_words(const struct candidates *c, const char *values)
{
	for (const char *p = values; *p != '\0';) {
		char word[VALUE_SIZE];
		size_t n = strcspn(p, "|");
		snprintf(word, sizeof(word), "%.*s", (int)n, p);
		candidate_put(c, word, NULL);
		p += n + (p[n] == '|' ? 1 : 0);
	}
}

void candidates_commands(const struct candidates *c, const struct command *group)
{
	for (size_t i = 0; group->sub != NULL && group->sub[i] != NULL; i++)
		if (group->sub[i]->name[0] != '_')
			candidate_put(c, group->sub[i]->name, group->sub[i]->summary);
}

void candidates_options(const struct candidates *c, const struct opt *table)
{
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++) {
		char option[VALUE_SIZE];
		if (opt_is_operand(o))
			continue;
		snprintf(option, sizeof(option), "--%s", o->name);
		candidate_put(c, option, o->help);
	}
}

/* Products are named by their numbers or by their SKUs, as the word begins. */
struct product_scan {
	const struct candidates *to;
	size_t shown;
};

static enum shop_status product_put(void *ctx, const struct shop_product *p, struct shop_error *err)
{
	(void)err;
	struct product_scan *scan = ctx;
	const char *word = scan->to->word;
	char id[32];
	bool number = word[0] == '#' || (word[0] >= '0' && word[0] <= '9');
	snprintf(id, sizeof(id), "%s%" PRId64, word[0] == '#' ? "#" : "", p->id);
	const char *value = number && begins_with(id, word) ? id : p->sku;
	if (begins_with(value, word)) {
		candidate_put(scan->to, value, p->name);
		scan->shown++;
	}
	return scan->shown < SHOWN_MAX ? SHOP_OK : SHOP_E_CANCELLED;
}

/* Names that several products share, each once. */
struct name_scan {
	const struct candidates *to;
	bool category;
	char **seen;
	size_t count;
};

static bool name_is_new(struct name_scan *scan, const char *name)
{
	for (size_t i = 0; i < scan->count; i++)
		if (strcmp(scan->seen[i], name) == 0)
			return false;
	char **seen = realloc(scan->seen, (scan->count + 1) * sizeof(*seen));
	if (seen == NULL)
		return false;
	scan->seen = seen;
	seen[scan->count] = strdup(name);
	if (seen[scan->count] == NULL)
		return false;
	scan->count++;
	return true;
}

static enum shop_status name_put(void *ctx, const struct shop_product *p, struct shop_error *err)
{
	(void)err;
	struct name_scan *scan = ctx;
	const char *name = scan->category ? p->category : p->brand;
	char part[VALUE_SIZE];
	if (name == NULL || strlen(name) >= sizeof(part) || !begins_with(name, scan->to->word))
		return SHOP_OK;
	/* The categories above this one can be asked for too. */
	for (const char *slash = strchr(name, '/'); scan->category && slash != NULL;
	     slash = strchr(slash + 1, '/')) {
		snprintf(part, sizeof(part), "%.*s", (int)(slash - name), name);
		if (begins_with(part, scan->to->word) && name_is_new(scan, part))
			candidate_put(scan->to, part, NULL);
	}
	if (name_is_new(scan, name))
		candidate_put(scan->to, name, NULL);
	return scan->count < SHOWN_MAX ? SHOP_OK : SHOP_E_CANCELLED;
}

static void products_put(struct shop *shop, const struct candidates *c, const char *kind)
{
	struct shop_product_filter filter;
	struct product_scan products = { .to = c };
	struct name_scan names = { .to = c, .category = strcmp(kind, "@category") == 0 };
	shop_product_filter_init(&filter);
	filter.limit = SCAN_MAX;
	if (strcmp(kind, "@product") == 0)
		shop_product_each(shop, &filter, product_put, &products, NULL, NULL);
	else
		shop_product_each(shop, &filter, name_put, &names, NULL, NULL);
	for (size_t i = 0; i < names.count; i++)
		free(names.seen[i]);
	free(names.seen);
}

static void orders_put(struct shop *shop, const struct candidates *c, bool everybody)
{
	struct shop_order_filter filter = {
		.since = SHOP_NONE, .until = SHOP_NONE, .limit = SHOWN_MAX, .everybody = everybody
	};
	struct shop_orders orders;
	if (shop_order_list(shop, &filter, &orders, NULL))
		return;
	for (size_t i = 0; i < orders.count; i++) {
		const struct shop_order *o = &orders.items[i];
		char id[32], about[64], time[SHOP_TIME_SIZE];
		snprintf(id, sizeof(id), "%" PRId64, o->id);
		snprintf(about, sizeof(about), "%.10s, %s", shop_time_format(o->created_at, time),
			 shop_order_status_word(o->status));
		candidate_put(c, id, about);
	}
	shop_orders_done(&orders);
}

static void tokens_put(struct shop *shop, const struct candidates *c)
{
	struct shop_tokens tokens;
	if (shop_token_list(shop, &tokens, NULL))
		return;
	for (size_t i = 0; i < tokens.count; i++) {
		const struct shop_token *t = &tokens.items[i];
		/* Logins all have the same name. */
		if (t->state == SHOP_TOKEN_ACTIVE)
			candidate_put(c, t->login ? t->id : t->name, t->login ? t->name : NULL);
	}
	shop_tokens_done(&tokens);
}

static enum shop_status user_put(void *ctx, const struct shop_customer *user,
				 struct shop_error *err)
{
	(void)err;
	candidate_put(ctx, user->email, user->name);
	return SHOP_OK;
}

static void users_put(struct shop *shop, const struct candidates *c)
{
	struct candidates to = *c;
	struct shop_user_filter filter = { .limit = SCAN_MAX, .offset = SHOP_NONE };
	shop_user_each(shop, &filter, user_put, &to, NULL);
}

static void settings_put(struct shop *shop, const struct candidates *c)
{
	struct shop_settings list;
	if (shop_setting_list(shop, &list, NULL))
		return;
	for (size_t i = 0; i < list.count; i++)
		candidate_put(c, list.items[i].key, list.items[i].about);
	shop_settings_done(&list);
}

static void policies_put(struct shop *shop, const struct candidates *c)
{
	struct shop_policies list;
	if (shop_policy_list(shop, &list, NULL))
		return;
	for (size_t i = 0; i < list.count; i++)
		candidate_put(c, list.items[i].topic, NULL);
	shop_policies_done(&list);
}

static void own_orders_put(struct shop *shop, const struct candidates *c)
{
	orders_put(shop, c, /* everybody= */ false);
}

static void any_orders_put(struct shop *shop, const struct candidates *c)
{
	orders_put(shop, c, /* everybody= */ true);
}

static void product_names_put(struct shop *shop, const struct candidates *c)
{
	products_put(shop, c, "@product");
}

static void brands_put(struct shop *shop, const struct candidates *c)
{
	products_put(shop, c, "@brand");
}

static void categories_put(struct shop *shop, const struct candidates *c)
{
	products_put(shop, c, "@category");
}

/* Who is asking does not matter for products, and checking a login takes time. */
static const struct {
	const char *kind;
	bool login;
	void (*put)(struct shop *shop, const struct candidates *c);
} kinds[] = {
	{ "@any-order", true, any_orders_put }, { "@brand", false, brands_put },
	{ "@category", false, categories_put }, { "@order", true, own_orders_put },
	{ "@policy", true, policies_put },      { "@product", false, product_names_put },
	{ "@setting", true, settings_put },     { "@token", true, tokens_put },
	{ "@user", true, users_put },
};

void candidates_live(struct cmd_context *cx, const struct candidates *c, const char *kind)
{
	size_t i = 0, count = sizeof(kinds) / sizeof(kinds[0]);
	while (i < count && strcmp(kinds[i].kind, kind) != 0)
		i++;
	if (i == count)
		return;
	const struct command needs = { .needs = NEED_STORE_RO | (kinds[i].login ? NEED_TOKEN : 0) };
	struct cmd_context own = { .command = &needs,
				   .globals = cx->globals,
				   .config = cx->config };
	if (context_provide(&own) == SHOP_OK)
		kinds[i].put(own.shop, c);
	context_done(&own);
}

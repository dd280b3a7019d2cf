/* SPDX-License-Identifier: MIT */
/* Gathers candidates for completion. */
#include "core/candidates.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/context.h"
#include "ui/emit.h"

/* Completion has to answer at once, whatever the size of the store: it looks at so many accounts,
 * and shows so many of anything. */
enum { SCAN_MAX = 5000, SHOWN_MAX = 100, VALUE_SIZE = 512 };

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

static enum shop_status name_put(void *ctx, const char *name, const char *about)
{
	candidate_put(ctx, name, about);
	return SHOP_OK;
}

static void names_put(struct shop *shop, const struct candidates *c, enum shop_name kind)
{
	struct candidates to = *c;
	shop_name_each(shop, kind, c->word, SHOWN_MAX, name_put, &to, NULL);
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

static enum shop_status conversation_put(void *ctx, const struct shop_conversation *conversation,
					 struct shop_error *err)
{
	(void)err;
	char id[32];
	snprintf(id, sizeof(id), "%" PRId64, conversation->id);
	candidate_put(ctx, id, conversation->question);
	return SHOP_OK;
}

static void conversations_put(struct shop *shop, const struct candidates *c)
{
	struct candidates to = *c;
	shop_conversation_each(shop, SHOWN_MAX, conversation_put, &to, NULL);
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
	names_put(shop, c, SHOP_NAME_PRODUCT);
}

static void brands_put(struct shop *shop, const struct candidates *c)
{
	names_put(shop, c, SHOP_NAME_BRAND);
}

static void categories_put(struct shop *shop, const struct candidates *c)
{
	names_put(shop, c, SHOP_NAME_CATEGORY);
}

/* Who is asking does not matter for products, and checking a login takes time. */
static const struct {
	const char *kind;
	bool login;
	void (*put)(struct shop *shop, const struct candidates *c);
} kinds[] = {
	{ "@any-order", true, any_orders_put },   { "@brand", false, brands_put },
	{ "@category", false, categories_put },   { "@conversation", true, conversations_put },
	{ "@order", true, own_orders_put },       { "@policy", true, policies_put },
	{ "@product", false, product_names_put }, { "@setting", true, settings_put },
	{ "@token", true, tokens_put },           { "@user", true, users_put },
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

/* SPDX-License-Identifier: MIT */
/* The commands of a conversation: one row each. */
#include "core/chat_command.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/chat_cards.h"
#include "core/chat_engine.h"
#include "core/conversation_view.h"
#include "core/order_args.h"
#include "core/order_view.h"
#include "core/product_view.h"
#include "core/suggest.h"
#include "ui/emit.h"

enum { NAME_SIZE = 32, HISTORY_SHOWN = 20, PRODUCTS_SHOWN = 10 };

typedef enum shop_status command_fn(struct cmd_context *cx, struct chat_state *s, const char *arg);

static enum shop_status need(struct cmd_context *cx, const char *arg, const char *what)
{
	return arg[0] != '\0' ? SHOP_OK
			      : shop_error_set(&cx->err, SHOP_E_INVALID, "missing %s", what);
}

static enum shop_status do_reset(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	int64_t conversation;
	(void)arg;
	enum shop_status st = shop_chat_reset(cx->shop, &conversation, &cx->err);
	/* A token that may only read leaves one conversation for another all the same. */
	if (st && st != SHOP_E_DENIED)
		return st;
	cx->err = (struct shop_error){ 0 };
	s->turn.ask.conversation = SHOP_NONE;
	s->turn.ask.fresh = true;
	shop_answer_done(&s->last);
	emit_note(cx->out, "the next message begins a new conversation");
	return SHOP_OK;
}

static enum shop_status current_find(void *ctx, const struct shop_conversation *c,
				     struct shop_error *err)
{
	int64_t *ret = ctx;
	(void)err;
	if (c->current)
		*ret = c->id;
	return SHOP_OK;
}

static enum shop_status do_history(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	struct shop_history_filter filter = { .conversation = s->turn.ask.conversation,
					      .since = SHOP_NONE,
					      .until = SHOP_NONE,
					      .search = arg[0] != '\0' ? arg : NULL,
					      .limit = HISTORY_SHOWN };
	enum shop_status st = SHOP_OK;
	/* Before the first message, it is the one that this would go on with. */
	if (filter.conversation == SHOP_NONE && !s->turn.ask.fresh)
		st = shop_conversation_each(cx->shop, SHOP_NONE, current_find, &filter.conversation,
					    &cx->err);
	if (!st && filter.conversation == SHOP_NONE)
		emit_note(cx->out, "no messages");
	else if (!st)
		st = history_emit(cx, &filter);
	return st;
}

static enum shop_status do_products(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	if (arg[0] == '\0') {
		chat_cards_emit(cx, &s->last.products);
		if (s->last.products.count == 0)
			emit_note(cx->out, "the latest answer is about no products");
		return SHOP_OK;
	}
	struct shop_product_filter filter;
	shop_product_filter_init(&filter);
	filter.text = arg;
	filter.limit = PRODUCTS_SHOWN;
	return product_list_emit(cx, &filter);
}

/* A small number is one of the products under the latest answer; what is more than they are, and
 * what has a #, is a product's own. */
static enum shop_status do_show(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	char name[32], *end;
	struct product_details details;
	enum shop_status st = need(cx, arg, "a product: its number under the answer, or its SKU");
	if (st)
		return st;
	errno = 0;
	long long n = strtoll(arg, &end, 10);
	if (errno == 0 && *end == '\0' && n > 0 && (size_t)n <= s->last.products.count) {
		snprintf(name, sizeof(name), "%" PRId64, s->last.products.items[n - 1].id);
		arg = name;
	}
	st = product_details_get(cx, arg, &details);
	if (st)
		return st;
	product_details_emit(cx, &details);
	product_details_done(&details);
	return SHOP_OK;
}

static enum shop_status do_order(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	struct shop_order order;
	int64_t id;
	(void)s;
	enum shop_status st = need(cx, arg, "the number of an order");
	if (!st)
		st = order_id_read(cx, arg, &id);
	if (!st)
		st = shop_order_get(cx->shop, id, &order, &cx->err);
	if (st)
		return st;
	order_track_emit(cx, &order);
	shop_order_done(&order);
	return SHOP_OK;
}

static enum shop_status do_model(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	if (arg[0] != '\0') {
		char *copy = strdup(arg);
		if (copy == NULL)
			return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
		free(s->model);
		s->model = copy;
		s->turn.ask.model.name = copy;
	}
	const char *name = s->turn.ask.model.name;
	emit_note(cx->out, "the model is %s%s", name != NULL ? name : "the usual one",
		  s->turn.ask.engine == SHOP_ENGINE_BUILTIN
			  ? ", but no model is asked: /engine auto"
			  : "");
	return SHOP_OK;
}

static enum shop_status do_engine(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	if (arg[0] != '\0' && !chat_engine_find(arg, &s->turn.ask.engine)) {
		shop_error_set(&cx->err, SHOP_E_INVALID, "there is no engine '%s'", arg);
		shop_error_hint(&cx->err, "it is one of " CHAT_ENGINES);
		return SHOP_E_INVALID;
	}
	emit_note(cx->out, "the engine is %s", chat_engine_word(s->turn.ask.engine));
	return SHOP_OK;
}

/* The message that is given, or the latest. */
static enum shop_status do_explain(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	struct chat_turn turn = s->turn;
	struct shop_answer answer;
	turn.ask.explain = true;
	turn.ask.message = arg[0] != '\0' ? arg : s->last.message;
	if (turn.ask.message == NULL)
		return need(cx, "", "a message");
	enum shop_status st = chat_turn(cx, &turn, &answer);
	shop_answer_done(&answer);
	return st;
}

static enum shop_status do_quit(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	(void)cx;
	(void)arg;
	s->over = true;
	return SHOP_OK;
}

static command_fn do_help;

static const struct row {
	const char *name, *argument, *about;
	command_fn *run;
} rows[] = {
	{ "/engine", "[" CHAT_ENGINES "]", "show or change who phrases the answers", do_engine },
	{ "/explain", "[MESSAGE]", "show how a message is understood, or was", do_explain },
	{ "/help", "", "show this", do_help },
	{ "/history", "[WORDS]", "show what was said, or where WORDS were", do_history },
	{ "/model", "[NAME]", "show or change the language model", do_model },
	{ "/order", "N", "show order N", do_order },
	{ "/products", "[WORDS]", "show the answer's products, or search", do_products },
	{ "/quit", "", "leave, as Ctrl-D does", do_quit },
	{ "/reset", "", "begin a new conversation", do_reset },
	{ "/show", "N", "show product N of the answer", do_show },
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

static enum shop_status do_help(struct cmd_context *cx, struct chat_state *s, const char *arg)
{
	static const struct column columns[] = {
		{ "command", "Command", CELL_TEXT, 0 },
		{ "about", "", CELL_TEXT, COLUMN_WRAP },
	};
	(void)s;
	(void)arg;
	emit_people_begin(cx->out);
	emit_list_begin(cx->out, NULL, NULL, columns, 2);
	for (size_t i = 0; i < ROWS; i++) {
		char left[64];
		snprintf(left, sizeof(left), "%s %s", rows[i].name, rows[i].argument);
		const struct cell cells[] = { cell_text(left), cell_text(rows[i].about) };
		emit_row(cx->out, cells);
	}
	emit_list_end(cx->out);
	emit_people_end(cx->out);
	emit_note(cx->out, "Ctrl-C stops an answer; anything else is a message");
	return SHOP_OK;
}

const char *const *chat_command_names(void)
{
	static const char *names[ROWS + 1];
	for (size_t i = 0; i < ROWS; i++)
		names[i] = rows[i].name;
	return names;
}

bool chat_command_is(const char *line)
{
	return line[0] == '/';
}

static enum shop_status unknown(struct cmd_context *cx, const char *name)
{
	char names[512] = "", meant[SUGGEST_SIZE];
	for (size_t i = 0; i < ROWS; i++)
		snprintf(names + strlen(names), sizeof(names) - strlen(names), "%s%s",
			 i > 0 ? "|" : "", rows[i].name);
	shop_error_set(&cx->err, SHOP_E_INVALID, "unknown command '%s'", name);
	if (suggest_word(name, names, meant))
		shop_error_hint(&cx->err, "did you mean '%s'?", meant);
	else
		shop_error_hint(&cx->err, "/help shows those there are");
	return SHOP_E_INVALID;
}

enum shop_status chat_command(struct cmd_context *cx, struct chat_state *state, const char *line)
{
	char name[NAME_SIZE];
	size_t len = strcspn(line, " \t");
	const char *arg = line + len + strspn(line + len, " \t");
	snprintf(name, sizeof(name), "%.*s", (int)len, line);
	for (size_t i = 0; i < ROWS; i++)
		if (strcmp(rows[i].name, name) == 0 && len < sizeof(name))
			return rows[i].run(cx, state, arg);
	return unknown(cx, name);
}

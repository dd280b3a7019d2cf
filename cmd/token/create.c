/* SPDX-License-Identifier: MIT */
/* shop token create: a token for a cron job. It is shown once, or goes to a file. */
#include <string.h>

#include "commands.h"
#include "core/new_file.h"
#include "core/prompt.h"
#include "core/token_view.h"
#include "ui/emit.h"

enum { FILE_MODE = 0600 };

#define LIFETIME_DEFAULT (INT64_C(90) * 24 * 60 * 60)

struct options {
	const char *name, *scope, *expires, *output;
};

static const struct opt table[] = {
	OPT_ARG(struct options, name, "NAME", "what the token is for"),
	OPT_TEXT(struct options, scope, 0, "scope", "SCOPE", "what it may do; read by default",
		 .values = "read|full"),
	OPT_TEXT(struct options, expires, 0, "expires", "TIME",
		 "how long it lasts, up to 366d; 90d by default"),
	OPT_TEXT(struct options, output, 'o', "output", "FILE",
		 "write it to a file that only you can read", .values = "@file"),
	OPT_END,
};

static enum shop_status wish_read(struct cmd_context *cx, const struct options *o,
				  struct shop_token_wish *ret)
{
	*ret = (struct shop_token_wish){ .name = o->name,
					 .scope = SHOP_SCOPE_READ,
					 .lifetime = LIFETIME_DEFAULT };
	/* The table lets no other word pass. */
	if (o->scope != NULL)
		shop_scope_find(o->scope, &ret->scope);
	if (o->expires == NULL)
		return SHOP_OK;
	enum shop_status st = shop_duration_parse(o->expires, &ret->lifetime, &cx->err);
	if (st)
		shop_error_prefix(&cx->err, "option '--expires': ");
	return st;
}

/* A token that nobody got is ended again. */
static void take_back(struct cmd_context *cx, const char *id)
{
	struct shop_token ended = { 0 };
	if (shop_token_revoke(cx->shop, id, &ended, NULL) == SHOP_OK)
		shop_error_prefix(&cx->err, "the token was ended again: ");
	shop_token_done(&ended);
}

static enum shop_status write_out(struct cmd_context *cx, struct new_file *file, const char *text,
				  const char *id)
{
	enum shop_status st = new_file_write(file, text, strlen(text), &cx->err);
	if (!st)
		st = new_file_commit(file, &cx->err);
	if (st)
		take_back(cx, id);
	return st;
}

static enum shop_status report(struct cmd_context *cx, const struct options *o,
			       const struct shop_token *token, const char *text)
{
	static const struct column column = { "token", "Token", CELL_TEXT, COLUMN_JSON_ONLY };
	emit_record_begin(cx->out, NULL, NULL);
	token_emit(cx, token);
	if (o->output == NULL)
		emit_prose(cx->out, column.key, text);
	else
		emit_field(cx->out, &column, cell_text(NULL));
	emit_record_end(cx->out);
	if (o->output == NULL)
		emit_note(cx->out, "this is the token '%s': it is not shown again", o->name);
	else
		emit_note(cx->out, "wrote the token '%s' to %s", o->name, o->output);
	enum shop_status st = emit_finish(cx->out, &cx->err);
	if (st && o->output == NULL)
		take_back(cx, token->id);
	return st;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_token_wish wish;
	struct shop_token token = { 0 };
	struct new_file file = { 0 };
	char *text = NULL;
	enum shop_status st = wish_read(cx, o, &wish);
	if (!st && o->output != NULL)
		st = new_file_begin(&file, o->output, FILE_MODE, &cx->err);
	if (!st)
		st = shop_token_create(cx->shop, &wish, &text, &token, &cx->err);
	if (!st && o->output != NULL)
		st = write_out(cx, &file, text, token.id);
	if (!st)
		st = report(cx, o, &token, text);
	new_file_done(&file);
	secret_free(text);
	shop_token_done(&token);
	return st;
}

const struct command cmd_token_create = {
	.name = "create",
	.summary = "make a token, for a cron job or a script",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};

/* SPDX-License-Identifier: MIT */
/* shop token revoke: ends a token or a login. */
#include "commands.h"
#include "core/context.h"
#include "core/token_view.h"
#include "ui/emit.h"

struct options {
	const char *name;
};

static const struct opt table[] = {
	OPT_ARG(struct options, name, "TOKEN", "its name, its id or the beginning of its id",
		.values = "@token"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_token token = { 0 };
	enum shop_status st = shop_token_revoke(cx->shop, o->name, &token, &cx->err);
	if (st)
		return st;
	if (token.current)
		context_token_remove(cx);
	emit_record_begin(cx->out, NULL, NULL);
	token_emit(cx, &token);
	emit_record_end(cx->out);
	emit_note(cx->out, "revoked the token '%s'", token.name);
	shop_token_done(&token);
	return SHOP_OK;
}

const struct command cmd_token_revoke = {
	.name = "revoke",
	.summary = "end a token or a login",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};

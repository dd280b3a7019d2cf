/* SPDX-License-Identifier: MIT */
/* shop logout: revokes the login and forgets it. */
#include "commands.h"
#include "core/context.h"
#include "ui/emit.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	(void)opts;
	static const struct column email = { "email", "E-mail", CELL_TEXT, COLUMN_JSON_ONLY };
	struct shop_identity who;
	enum shop_status st = shop_whoami(cx->shop, &who, &cx->err);
	if (st)
		return st;
	st = shop_logout(cx->shop, &cx->err);
	if (!st) {
		context_token_remove(cx);
		emit_record_begin(cx->out, NULL, NULL);
		emit_field(cx->out, &email, cell_text(who.customer.email));
		emit_note(cx->out, "logged out %s", who.customer.email);
		emit_record_end(cx->out);
	}
	shop_identity_done(&who);
	return st;
}

const struct command cmd_logout = {
	.name = "logout",
	.summary = "end the login",
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};

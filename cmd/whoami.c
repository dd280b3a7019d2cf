/* SPDX-License-Identifier: MIT */
/* shop whoami: the account that is logged in. */
#include "commands.h"
#include "core/session.h"
#include "ui/emit.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	(void)opts;
	emit_record_begin(cx->out, NULL, NULL);
	enum shop_status st = session_emit(cx, /* people= */ true);
	if (!st)
		emit_record_end(cx->out);
	return st;
}

const struct command cmd_whoami = {
	.name = "whoami",
	.summary = "show who is logged in",
	.needs = NEED_STORE_RO | NEED_LOGIN,
	.run = run,
};

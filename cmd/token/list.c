/* SPDX-License-Identifier: MIT */
/* shop token list: the logins and tokens of who is logged in. */
#include "commands.h"
#include "core/token_view.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	(void)opts;
	struct shop_tokens list = { 0 };
	enum shop_status st = shop_token_list(cx->shop, &list, &cx->err);
	if (!st)
		token_list_emit(cx, &list);
	shop_tokens_done(&list);
	return st;
}

const struct command cmd_token_list = {
	.name = "list",
	.summary = "list your logins and tokens",
	.needs = NEED_STORE_RO | NEED_LOGIN,
	.run = run,
};

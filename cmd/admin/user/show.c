/* SPDX-License-Identifier: MIT */
/* shop admin user show: one account with all that there is of it. */
#include "commands.h"
#include "core/customer_view.h"

struct options {
	const char *user;
};

static const struct opt table[] = {
	OPT_ARG(struct options, user, "USER", "number or e-mail address", .values = "@user"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_user user = { 0 };
	enum shop_status st = shop_user_get(cx->shop, o->user, &user, &cx->err);
	if (!st)
		user_emit(cx, &user, /* programs= */ false);
	shop_user_done(&user);
	return st;
}

const struct command cmd_admin_user_show = {
	.name = "show",
	.summary = "show an account",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};

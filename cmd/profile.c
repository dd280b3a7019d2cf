/* SPDX-License-Identifier: MIT */
/* shop profile: the account of who is logged in. */
#include "commands.h"
#include "core/customer_view.h"
#include "ui/emit.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	(void)opts;
	struct shop_identity who;
	enum shop_status st = shop_whoami(cx->shop, &who, &cx->err);
	if (st)
		return st;
	emit_record_begin(cx->out, NULL, NULL);
	customer_emit(cx, &who.customer);
	emit_record_end(cx->out);
	shop_identity_done(&who);
	return SHOP_OK;
}

const struct command cmd_profile = {
	.name = "profile",
	.summary = "show or change your account",
	.needs = NEED_STORE_RO | NEED_LOGIN,
	.sub = (const struct command *const[]){ &cmd_profile_update, NULL },
	.run = run,
};

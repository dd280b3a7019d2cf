/* SPDX-License-Identifier: MIT */
/* shop register: a new customer, who is logged in afterwards. */
#include "commands.h"
#include "core/context.h"
#include "core/session.h"
#include "ui/emit.h"

struct options {
	const char *email, *name;
	bool password_stdin;
};

static const struct opt table[] = {
	OPT_TEXT(struct options, email, 0, "email", "EMAIL", "e-mail address of the new account"),
	OPT_TEXT(struct options, name, 0, "name", "NAME", "your name"),
	OPT_FLAG(struct options, password_stdin, 0, "password-stdin",
		 "read the password from standard input"),
	OPT_END,
};

static enum shop_status make(struct cmd_context *cx, const struct credentials *c)
{
	struct shop_registration in = { .email = c->email,
					.name = c->name,
					.password = c->password };
	int64_t id;
	enum shop_status st = shop_register(cx->shop, &in, &id, &cx->err);
	if (st)
		return st;
	st = session_begin(cx, c->email, c->password);
	if (st)
		shop_error_prefix(&cx->err, "the account is made, but the login failed: ");
	return st;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct credentials_want want = { .email = o->email,
					 .name = o->name,
					 .email_word = "--email",
					 .password_stdin = o->password_stdin,
					 .fresh = true };
	struct credentials c = { 0 };
	enum shop_status st = context_token_need(cx);
	if (!st)
		st = credentials_get(cx, &want, &c);
	if (!st)
		st = make(cx, &c);
	if (!st)
		st = session_report(cx);
	if (!st)
		emit_note(cx->out, "registered and logged in as %s", c.email);
	credentials_done(&c);
	return st;
}

const struct command cmd_register = {
	.name = "register",
	.summary = "make a customer's account and log in",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW,
	.run = run,
};

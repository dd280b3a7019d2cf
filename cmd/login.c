/* SPDX-License-Identifier: MIT */
/* shop login: from e-mail address and password to a stored login. */
#include "commands.h"
#include "core/context.h"
#include "core/session.h"
#include "ui/emit.h"

struct options {
	const char *email;
	bool password_stdin;
};

static const struct opt table[] = {
	OPT_ARG(struct options, email, "EMAIL", "your e-mail address", .flags = OPT_OPTIONAL),
	OPT_FLAG(struct options, password_stdin, 0, "password-stdin",
		 "read the password from standard input"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct credentials_want want = { .email = o->email,
					 .email_word = "EMAIL",
					 .password_stdin = o->password_stdin };
	struct credentials c = { 0 };
	enum shop_status st = context_token_need(cx);
	if (!st)
		st = credentials_get(cx, &want, &c);
	if (!st)
		st = session_begin(cx, c.email, c.password);
	if (!st)
		st = session_report(cx);
	if (!st)
		emit_note(cx->out, "logged in as %s", c.email);
	credentials_done(&c);
	return st;
}

const struct command cmd_login = {
	.name = "login",
	.summary = "log in",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW,
	.run = run,
};

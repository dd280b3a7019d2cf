/* SPDX-License-Identifier: MIT */
/* shop profile update: name, e-mail address, postal address and password of who is logged in. */
#include "commands.h"
#include "core/config.h"
#include "core/context.h"
#include "core/customer_view.h"
#include "core/fail.h"
#include "core/prompt.h"
#include "core/session.h"
#include "ui/emit.h"

struct options {
	const char *name, *email, *address;
	bool password, password_stdin;
};

static const struct opt table[] = {
	OPT_TEXT(struct options, name, 0, "name", "NAME", "your name"),
	OPT_TEXT(struct options, email, 0, "email", "EMAIL", "your e-mail address"),
	OPT_TEXT(struct options, address, 0, "address", "ADDRESS",
		 "'LINE, CITY, POSTAL CODE, COUNTRY'; '' removes it"),
	OPT_FLAG(struct options, password, 0, "password", "ask for a new password"),
	OPT_FLAG(struct options, password_stdin, 0, "password-stdin",
		 "read the current and the new password from standard input"),
	OPT_END,
};

struct passwords {
	char *current, *fresh;
};

/*
 * The current password stands in the first line of the input and the new one in the second: a
 * script that knows the one can give the other, and one command does it all.
 */
static enum shop_status passwords_read(struct cmd_context *cx, struct passwords *ret)
{
	enum shop_status st = password_from_stdin(cx, &ret->current);
	if (!st)
		st = password_from_stdin(cx, &ret->fresh);
	if (st == SHOP_E_INVALID)
		shop_error_hint(&cx->err, "the first line is the current password, the second the "
					  "new one");
	return st;
}

static enum shop_status passwords_get(struct cmd_context *cx, const struct options *o,
				      struct passwords *ret)
{
	if (!o->password_stdin && !o->password)
		return SHOP_OK;
	/* Asked for before anything is changed: the new login has to be kept somewhere. */
	enum shop_status st = cx->config->token == NULL ? context_token_need(cx) : SHOP_OK;
	if (st || o->password_stdin)
		return st ? st : passwords_read(cx, ret);
	if (!prompt_possible(cx)) {
		shop_error_set(&cx->err, SHOP_E_INVALID, "there is nobody to ask for a password");
		shop_error_hint(&cx->err, "--password-stdin reads the current and the new one");
		return SHOP_E_INVALID;
	}
	st = prompt_password(cx, "Current password: ", &ret->current);
	return st ? st : password_ask(cx, "New password", /* twice= */ true, &ret->fresh);
}

/* The old login is over: the new one takes its place, where it is kept in a file. */
static enum shop_status token_replace(struct cmd_context *cx, const char *token)
{
	if (cx->config->token == NULL)
		return context_token_save(cx, token);
	fail_warn(cx, "the token in SHOP_TOKEN is over: run 'shop login' for another");
	return SHOP_OK;
}

static enum shop_status change(struct cmd_context *cx, const struct shop_profile_change *in)
{
	char *token = NULL;
	enum shop_status st = shop_profile_update(cx->shop, in, &token, &cx->err);
	if (!st && token != NULL) {
		st = token_replace(cx, token);
		if (st)
			shop_error_prefix(&cx->err, "the password is changed, but the login "
						    "cannot be kept: ");
	}
	secret_free(token);
	return st;
}

static enum shop_status report(struct cmd_context *cx)
{
	struct shop_identity who;
	enum shop_status st = shop_whoami(cx->shop, &who, &cx->err);
	if (st)
		return st;
	emit_record_begin(cx->out, NULL, NULL);
	emit_programs_begin(cx->out);
	customer_emit(cx, &who.customer);
	emit_programs_end(cx->out);
	emit_record_end(cx->out);
	emit_note(cx->out, "changed the account of %s", who.customer.email);
	shop_identity_done(&who);
	return SHOP_OK;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_profile_change in = { .name = o->name, .email = o->email };
	struct shop_address address = { 0 };
	struct passwords passwords = { 0 };
	enum shop_status st = SHOP_OK;
	in.no_address = o->address != NULL && o->address[0] == '\0';
	if (o->address != NULL && !in.no_address) {
		st = shop_address_parse(o->address, &address, &cx->err);
		in.address = &address;
	}
	if (!st)
		st = passwords_get(cx, o, &passwords);
	in.password = passwords.current;
	in.new_password = passwords.fresh;
	if (!st)
		st = change(cx, &in);
	if (!st)
		st = report(cx);
	secret_free(passwords.current);
	secret_free(passwords.fresh);
	shop_address_done(&address);
	return st;
}

const struct command cmd_profile_update = {
	.name = "update",
	.summary = "change your name, addresses or password",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};

/* SPDX-License-Identifier: MIT */
/* From what a person types to a login that is kept. */
#include "core/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/config.h"
#include "core/context.h"
#include "core/fail.h"
#include "core/prompt.h"
#include "ui/emit.h"

void credentials_done(struct credentials *c)
{
	free(c->email);
	free(c->name);
	secret_free(c->password);
	*c = (struct credentials){ 0 };
}

static enum shop_status missing(struct cmd_context *cx, const char *what)
{
	shop_error_set(&cx->err, SHOP_E_INVALID, "missing %s", what);
	if (strcmp(what, "--password-stdin") == 0)
		shop_error_hint(&cx->err, "the password is read from standard input, or asked for "
					  "on a terminal; never give it as an argument");
	else
		shop_error_hint(&cx->err, "on a terminal it is asked for");
	return SHOP_E_INVALID;
}

static enum shop_status text_get(struct cmd_context *cx, const char *given, const char *what,
				 const char *question, char **ret)
{
	if (given != NULL) {
		*ret = strdup(given);
		return *ret != NULL ? SHOP_OK
				    : shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	}
	if (question == NULL)
		return missing(cx, what);
	enum shop_status st = prompt_line(cx, question, ret);
	return !st && *ret == NULL ? missing(cx, what) : st;
}

enum shop_status password_ask(struct cmd_context *cx, const char *what, bool twice, char **ret)
{
	char question[64], *again = NULL;
	snprintf(question, sizeof(question), "%s: ", what);
	enum shop_status st = prompt_password(cx, question, ret);
	snprintf(question, sizeof(question), "%s again: ", what);
	if (!st && twice)
		st = prompt_password(cx, question, &again);
	if (!st && twice && strcmp(*ret, again) != 0)
		st = shop_error_set(&cx->err, SHOP_E_INVALID, "the two passwords differ");
	secret_free(again);
	return st;
}

enum shop_status credentials_get(struct cmd_context *cx, const struct credentials_want *want,
				 struct credentials *ret)
{
	/* Whoever pipes the password in is not asked for the rest on the same input. */
	bool asks = !want->password_stdin && prompt_possible(cx);
	enum shop_status st =
		text_get(cx, want->email, want->email_word, asks ? "E-mail: " : NULL, &ret->email);
	if (!st && want->fresh)
		st = text_get(cx, want->name, "--name", asks ? "Name: " : NULL, &ret->name);
	if (st)
		return st;
	if (want->password_stdin)
		return password_from_stdin(cx, &ret->password);
	return asks ? password_ask(cx, "Password", want->fresh, &ret->password)
		    : missing(cx, "--password-stdin");
}

static enum shop_status token_keep(struct cmd_context *cx, char *token)
{
	enum shop_status st = context_token_save(cx, token);
	if (!st)
		st = shop_authenticate(cx->shop, token, &cx->err);
	if (!st && cx->config->token != NULL)
		fail_warn(cx, "SHOP_TOKEN is set, and counts more than this login");
	return st;
}

enum shop_status session_begin(struct cmd_context *cx, const char *email, const char *password)
{
	char *token = NULL;
	enum shop_status st = shop_login(cx->shop, email, password, &token, &cx->err);
	if (!st)
		st = token_keep(cx, token);
	secret_free(token);
	return st;
}

enum shop_status session_emit(struct cmd_context *cx, bool people)
{
	static const struct column columns[] = {
		{ "id", "ID", CELL_NUMBER, 0 },     { "email", "E-mail", CELL_TEXT, 0 },
		{ "name", "Name", CELL_TEXT, 0 },   { "role", "Role", CELL_TEXT, 0 },
		{ "scope", "Scope", CELL_TEXT, 0 }, { "expires_at", "Valid until", CELL_TIME, 0 },
	};
	struct shop_identity who;
	enum shop_status st = shop_whoami(cx->shop, &who, &cx->err);
	if (st)
		return st;
	const struct cell cells[] = {
		cell_number(who.customer.id),
		cell_text(who.customer.email),
		cell_text(who.customer.name),
		cell_text(shop_role_word(who.customer.role)),
		cell_text(who.scope == SHOP_SCOPE_FULL ? "full" : "read"),
		cell_number(who.expires_at),
	};
	if (!people)
		emit_programs_begin(cx->out);
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		emit_field(cx->out, &columns[i], cells[i]);
	if (!people)
		emit_programs_end(cx->out);
	shop_identity_done(&who);
	return SHOP_OK;
}

enum shop_status session_report(struct cmd_context *cx)
{
	emit_record_begin(cx->out, NULL, NULL);
	enum shop_status st = session_emit(cx, /* people= */ false);
	if (!st)
		emit_record_end(cx->out);
	return st;
}

enum shop_status session_need_write(struct cmd_context *cx)
{
	struct shop_identity who;
	enum shop_status st = shop_whoami(cx->shop, &who, &cx->err);
	if (st)
		return st;
	bool may = who.scope == SHOP_SCOPE_FULL;
	shop_identity_done(&who);
	return may ? SHOP_OK
		   : shop_error_set(&cx->err, SHOP_E_DENIED,
				    "this token may read, and change nothing");
}

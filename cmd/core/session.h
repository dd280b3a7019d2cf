/* SPDX-License-Identifier: MIT */
#pragma once

/* What register, login, init and whoami have in common: an e-mail address, a name and a password
 * come in, a stored login goes out. */

#include "core/command.h"

struct credentials {
	char *email, *name, *password; /* owned */
};
void credentials_done(struct credentials *c);

struct credentials_want {
	const char *email, *name; /* given already, or NULL */
	const char *email_word;   /* what a missing address is called: "--email" */
	bool password_stdin;
	bool fresh; /* of a new account: a name too, and the password is asked twice */
};

/* Takes what was given and asks for the rest. INVALID, naming what is missing, if nobody can be
 * asked. */
enum shop_status credentials_get(struct cmd_context *cx, const struct credentials_want *want,
				 struct credentials *ret);

/* Asks for a password on the terminal, "WHAT: ", twice if it is a new one; freed with
 * secret_free(). INVALID: the two differ. */
enum shop_status password_ask(struct cmd_context *cx, const char *what, bool twice, char **ret);

/* Logs in on cx->shop and keeps the token. */
enum shop_status session_begin(struct cmd_context *cx, const char *email, const char *password);

/* The fields of who is acting on cx->shop, within a record that the caller began. people: shown to
 * people too, not only to programs. */
enum shop_status session_emit(struct cmd_context *cx, bool people);
/* Such a record for programs alone. */
enum shop_status session_report(struct cmd_context *cx);

/* Refuses what would change something before a person has taken any trouble over it. DENIED: the
 * token may only read. */
enum shop_status session_need_write(struct cmd_context *cx);

/* SPDX-License-Identifier: MIT */
#pragma once

/* Questions to the person at the terminal, and secrets, which never come from the command line. */

#include <stdbool.h>

#include "core/command.h"

/* Is there somebody to ask? Not with --no-input. */
bool prompt_possible(const struct cmd_context *cx);

/* Also again and again? Not where the answers would have to be one JSON document. */
bool prompt_many_possible(const struct cmd_context *cx);

/*
 * Asks on stderr and reads a line from stdin, which the caller frees; NULL if the input ended.
 * CANCELLED: Ctrl-C.
 */
enum shop_status prompt_line(struct cmd_context *cx, const char *question, char **ret);

/*
 * Asks a yes-or-no question before something that cannot be undone. SHOP_OK without asking if `yes`
 * was given. CANCELLED: the answer is no; INVALID: nobody can be asked, as there is no terminal for
 * question and answer, or --no-input forbids it.
 */
enum shop_status prompt_confirm(struct cmd_context *cx, bool yes, const char *question);

/* prompt_line() without echo; the caller frees it with secret_free(). INVALID: the input
 * ended. */
enum shop_status prompt_password(struct cmd_context *cx, const char *question, char **ret);

/* One line from stdin: what stands after it is left there. INVALID: empty or too long. */
enum shop_status password_from_stdin(struct cmd_context *cx, char **ret);

/* A random password of 100 bits, easy to copy by hand. */
enum shop_status password_make(struct cmd_context *cx, char **ret);

/* Overwrites the text and frees it; NULL is fine. */
void secret_free(char *secret);

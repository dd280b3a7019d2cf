/* SPDX-License-Identifier: MIT */
/* Asks for lines and passwords. Reads byte by byte, so that nothing secret stays in a buffer and
 * nothing is taken that belongs to the next reader. */
#include "core/prompt.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <termios.h>
#include <unistd.h>

#include "core/input.h"
#include "core/interrupt.h"

enum { LINE_SIZE = SHOP_MESSAGE_MAX + 2, QUESTION_SIZE = 512 };

bool prompt_possible(const struct cmd_context *cx)
{
	return !cx->globals.no_input && isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

bool prompt_many_possible(const struct cmd_context *cx)
{
	return prompt_possible(cx) && !cx->globals.json;
}

void secret_free(char *secret)
{
	if (secret != NULL)
		explicit_bzero(secret, strlen(secret));
	free(secret);
}

/* One line without its end into out[LINE_SIZE]. *ret_any: there was one. */
static enum shop_status line_read(struct cmd_context *cx, char *out, bool *ret_any)
{
	size_t len = 0, n;
	char c = '\0';
	*ret_any = false;
	while (c != '\n') {
		enum shop_status st = input_next(cx, &c, 1, &n);
		if (st)
			return st;
		if (n == 0)
			break;
		*ret_any = true;
		if (len + 1 >= LINE_SIZE || c == '\0')
			return shop_error_set(&cx->err, SHOP_E_INVALID,
					      c == '\0' ? "the input has a NUL byte in it"
							: "the line is too long");
		out[len++] = c;
	}
	while (len > 0 && (out[len - 1] == '\n' || out[len - 1] == '\r'))
		len--;
	out[len] = '\0';
	return SHOP_OK;
}

static enum shop_status copy_line(struct cmd_context *cx, const char *line, char **ret)
{
	*ret = strdup(line);
	return *ret != NULL ? SHOP_OK : shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
}

static enum shop_status ask(struct cmd_context *cx, const char *question, char **ret)
{
	char line[LINE_SIZE];
	bool any = false;
	fputs(question, stderr);
	enum shop_status st = line_read(cx, line, &any);
	*ret = NULL;
	if (!st && any)
		st = copy_line(cx, line, ret);
	explicit_bzero(line, sizeof(line));
	return st;
}

enum shop_status prompt_line(struct cmd_context *cx, const char *question, char **ret)
{
	interrupt_watch();
	enum shop_status st = ask(cx, question, ret);
	if (st || *ret == NULL)
		fputc('\n', stderr);
	return st;
}

enum shop_status prompt_confirm(struct cmd_context *cx, bool yes, const char *question)
{
	if (yes)
		return SHOP_OK;
	/* Where the question would not be seen or answered, silence is no consent. */
	if (!prompt_possible(cx)) {
		shop_error_set(&cx->err, SHOP_E_INVALID, "this has to be confirmed");
		shop_error_hint(&cx->err, "add --yes");
		return SHOP_E_INVALID;
	}
	char whole[QUESTION_SIZE], clean[3 * QUESTION_SIZE], *answer = NULL;
	snprintf(whole, sizeof(whole), "%s [y/N] ", question);
	shop_text_clean(clean, sizeof(clean), whole, strlen(whole), /* one_line= */ true);
	enum shop_status st = prompt_line(cx, clean, &answer);
	bool agreed =
		answer != NULL && (strcasecmp(answer, "y") == 0 || strcasecmp(answer, "yes") == 0);
	free(answer);
	if (st || agreed)
		return st;
	return shop_error_set(&cx->err, SHOP_E_CANCELLED, "nothing was done");
}

/* Keys that stop or quit the program are off as well: they would leave the terminal mute. */
static bool echo_off(struct termios *before)
{
	if (tcgetattr(STDIN_FILENO, before) != 0)
		return false;
	struct termios quiet = *before;
	quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
	quiet.c_cc[VSUSP] = _POSIX_VDISABLE;
	quiet.c_cc[VQUIT] = _POSIX_VDISABLE;
	/* What was typed ahead was not meant for this question. */
	return tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
}

enum shop_status prompt_password(struct cmd_context *cx, const char *question, char **ret)
{
	struct termios before;
	interrupt_watch();
	if (!echo_off(&before))
		return shop_error_set(&cx->err, SHOP_E_IO, "cannot hide what is typed: %s",
				      strerror(errno));
	enum shop_status st = ask(cx, question, ret);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
	fputc('\n', stderr);
	if (!st && *ret == NULL)
		st = shop_error_set(&cx->err, SHOP_E_INVALID, "no password was given");
	return st;
}

enum shop_status password_from_stdin(struct cmd_context *cx, char **ret)
{
	char line[LINE_SIZE];
	bool any = false;
	enum shop_status st = line_read(cx, line, &any);
	if (!st && line[0] == '\0')
		st = shop_error_set(&cx->err, SHOP_E_INVALID,
				    "there is no password on standard input");
	if (!st)
		st = copy_line(cx, line, ret);
	explicit_bzero(line, sizeof(line));
	return st;
}

enum shop_status password_make(struct cmd_context *cx, char **ret)
{
	/* 32 signs, so that each takes five bits and none is more likely; 0, 1, l and o are left
	 * out, since they are easily misread. */
	static const char signs[] = "23456789abcdefghijkmnpqrstuvwxyz";
	enum { SIGNS = 20, GROUP = 5 };
	unsigned char random[SIGNS];
	if (getrandom(random, sizeof(random), 0) != (ssize_t)sizeof(random))
		return shop_error_set(&cx->err, SHOP_E_FAILED, "no random numbers: %s",
				      strerror(errno));
	char *at = *ret = malloc(SIGNS + SIGNS / GROUP + 1);
	if (at == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	for (size_t i = 0; i < SIGNS; i++) {
		if (i > 0 && i % GROUP == 0)
			*at++ = '-';
		*at++ = signs[random[i] % 32];
	}
	*at = '\0';
	explicit_bzero(random, sizeof(random));
	return SHOP_OK;
}

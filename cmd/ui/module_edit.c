/* SPDX-License-Identifier: MIT */
/* Edits lines with libedit. Characters are read here, so that a signal is seen at once. */
#include <errno.h>
#include <histedit.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "ui/edit.h"

enum { HISTORY_LINES = 500 };

struct edit {
	EditLine *el;
	History *history;
	HistEvent event;
	struct edit_setup setup;
	const char *prompt;
	bool interrupted;
};

__attribute__((visibility("default"))) extern const struct edit_ops edit_ops;

static volatile sig_atomic_t resized;

static void on_resize(int number)
{
	(void)number;
	resized = 1;
}

static char *prompt_of(EditLine *el)
{
	struct edit *e = NULL;
	el_get(el, EL_CLIENTDATA, &e);
	return (char *)(uintptr_t)e->prompt;
}

/* One byte; false: there is none, or Ctrl-C. */
static bool byte_read(struct edit *e, EditLine *el, char *ret)
{
	for (;;) {
		if (e->setup.interrupted(NULL)) {
			e->interrupted = true;
			return false;
		}
		ssize_t n = read(STDIN_FILENO, ret, 1);
		if (n == 1)
			return true;
		if (n == 0 || errno != EINTR)
			return false;
		if (resized != 0) {
			resized = 0;
			el_resize(el);
			/* The line is drawn anew, and its beginning is there already. */
			fputs("\r\033[K", stdout);
			fflush(stdout);
			el_set(el, EL_REFRESH);
		}
	}
}

/* One character; what is none is left out. */
static int char_read(EditLine *el, wchar_t *ret)
{
	struct edit *e = NULL;
	mbstate_t state = { 0 };
	char c;
	el_get(el, EL_CLIENTDATA, &e);
	while (byte_read(e, el, &c)) {
		size_t n = mbrtowc(ret, &c, 1, &state);
		if (n == 1)
			return 1;
		if (n != (size_t)-2)
			state = (mbstate_t){ 0 };
	}
	return e->interrupted ? -1 : 0;
}

static unsigned char complete(EditLine *el, int key)
{
	struct edit *e = NULL;
	const char *match = NULL;
	size_t matches = 0;
	(void)key;
	el_get(el, EL_CLIENTDATA, &e);
	const LineInfo *line = el_line(el);
	size_t len = (size_t)(line->cursor - line->buffer);
	for (size_t i = 0; len > 0 && e->setup.words[i] != NULL; i++)
		if (strncmp(e->setup.words[i], line->buffer, len) == 0) {
			match = e->setup.words[i];
			matches++;
		}
	if (matches != 1 || el_insertstr(el, match + len) != 0 || el_insertstr(el, " ") != 0)
		return CC_REFRESH_BEEP;
	return CC_REFRESH;
}

static void edit_close(struct edit *e)
{
	if (e->el != NULL)
		el_end(e->el);
	if (e->history != NULL)
		history_end(e->history);
	free(e);
}

static struct edit *edit_open(const struct edit_setup *setup)
{
	struct edit *e = calloc(1, sizeof(*e));
	if (e == NULL)
		return NULL;
	e->setup = *setup;
	e->prompt = "";
	e->el = el_init("shop", stdin, stdout, stderr);
	e->history = history_init();
	if (e->el == NULL || e->history == NULL) {
		edit_close(e);
		return NULL;
	}
	history(e->history, &e->event, H_SETSIZE, HISTORY_LINES);
	history(e->history, &e->event, H_SETUNIQUE, 1);
	el_set(e->el, EL_CLIENTDATA, e);
	el_set(e->el, EL_PROMPT, prompt_of);
	el_set(e->el, EL_HIST, history, e->history);
	el_set(e->el, EL_EDITOR, "emacs");
	el_set(e->el, EL_GETCFN, char_read);
	el_set(e->el, EL_ADDFN, "complete-command", "complete a command", complete);
	el_set(e->el, EL_BIND, "^I", "complete-command", NULL);
	el_set(e->el, EL_BIND, "^R", "em-inc-search-prev", NULL);
	return e;
}

static void edit_remember(struct edit *e, const char *line)
{
	history(e->history, &e->event, H_ENTER, line);
}

static enum edit_result edit_read(struct edit *e, const char *prompt, char **ret)
{
	struct sigaction resize = { .sa_handler = on_resize }, before;
	int count = 0;
	e->prompt = prompt;
	e->interrupted = false;
	sigemptyset(&resize.sa_mask);
	sigaction(SIGWINCH, &resize, &before);
	el_resize(e->el);
	const char *line = el_gets(e->el, &count);
	sigaction(SIGWINCH, &before, NULL);
	if (e->interrupted) {
		/* What was typed is given up. */
		el_reset(e->el);
		return EDIT_INTERRUPT;
	}
	if (line == NULL || count <= 0)
		return EDIT_END;
	*ret = strndup(line, strcspn(line, "\n"));
	return *ret != NULL ? EDIT_LINE : EDIT_FAILED;
}

const struct edit_ops edit_ops = { edit_open, edit_close, edit_remember, edit_read };

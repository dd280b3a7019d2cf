/* SPDX-License-Identifier: MIT */
/* Reads files of questions. */
#include "eval/questions.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const check_words[CHECK_KINDS] = {
	[CHECK_FIRST] = "first:",
	[CHECK_PRODUCTS] = "products:",
	[CHECK_SET] = "set:",
	[CHECK_WITHIN] = "within:",
	[CHECK_ORDER] = "order:",
	[CHECK_ORDERS] = "orders:",
	[CHECK_TOTAL] = "total:",
	[CHECK_SAYS] = "says:",
	[CHECK_ANY] = "any:",
	[CHECK_NEVER] = "never:",
	[CHECK_COMMAND] = "command:",
	[CHECK_INTENT] = "intent:",
	[CHECK_NO_PRODUCTS] = "no products",
	[CHECK_NO_ORDERS] = "no orders",
	[CHECK_NO_COMMAND] = "no command",
};

struct reader {
	const char *path;
	size_t line;
	struct questions *q;
	const char *store, *who, *kind;
	char **last; /* what a line with a tab goes on with */
};

static void fail(const struct reader *r, const char *what)
{
	fprintf(stderr, "%s:%zu: %s\n", r->path, r->line, what);
	exit(2);
}

static char *copy(const struct reader *r, const char *text)
{
	char *c = strdup(text);
	if (c == NULL)
		fail(r, "no memory");
	return c;
}

/* A word that many questions share. */
static const char *keep(struct reader *r, const char *text)
{
	char **words = realloc(r->q->words, (r->q->word_count + 1) * sizeof(*words));
	if (words == NULL)
		fail(r, "no memory");
	r->q->words = words;
	words[r->q->word_count] = copy(r, text);
	return words[r->q->word_count++];
}

static struct question *newest(struct reader *r)
{
	if (r->q->count == 0)
		fail(r, "no question before it");
	return &r->q->items[r->q->count - 1];
}

static void add_turn(struct reader *r, const char *text)
{
	struct question *q = newest(r);
	if (q->turn_count == TURNS_MAX || q->check_count > 0)
		fail(r, "a turn too many");
	q->turns[q->turn_count] = copy(r, text);
	r->last = &q->turns[q->turn_count++];
}

static void add_question(struct reader *r, const char *text)
{
	struct question *items = realloc(r->q->items, (r->q->count + 1) * sizeof(*items));
	if (items == NULL)
		fail(r, "no memory");
	if (r->store == NULL || r->kind == NULL)
		fail(r, "neither a store nor a kind before it");
	r->q->items = items;
	items[r->q->count++] = (struct question){
		.store = r->store, .who = r->who, .kind = r->kind, .line = r->line
	};
	add_turn(r, text);
}

static void add_check(struct reader *r, const char *text)
{
	struct question *q = newest(r);
	for (size_t i = 0; i < CHECK_KINDS; i++) {
		size_t len = strlen(check_words[i]);
		if (strncmp(text, check_words[i], len) != 0)
			continue;
		if (q->check_count == CHECKS_MAX)
			fail(r, "a check too many");
		struct check *c = &q->checks[q->check_count++];
		const char *gold = text + len + strspn(text + len, " ");
		*c = (struct check){ .kind = (enum check_kind)i };
		if (check_words[i][len - 1] == ':')
			c->gold = copy(r, gold);
		else if (*gold != '\0')
			fail(r, "nothing may stand behind it");
		r->last = &c->gold;
		return;
	}
	fail(r, "what is this?");
}

static void go_on(struct reader *r, const char *text)
{
	char *both = NULL;
	if (r->last == NULL || *r->last == NULL)
		fail(r, "nothing to go on with");
	if (asprintf(&both, "%s %s", *r->last, text) < 0)
		fail(r, "no memory");
	free(*r->last);
	*r->last = both;
}

static void use(struct reader *r, char *text)
{
	char *space = strchr(text, ' ');
	if (space == NULL)
		fail(r, "use STORE PERSON");
	*space = '\0';
	r->store = keep(r, text);
	r->who = keep(r, space + 1);
}

static void read_line(struct reader *r, char *line)
{
	size_t len = strlen(line);
	if (line[0] == '\0' || line[0] == '#')
		return;
	if (strncmp(line, "? ", 2) == 0) {
		add_question(r, line + 2);
	} else if (strncmp(line, "> ", 2) == 0) {
		add_turn(r, line + 2);
	} else if (line[0] == '\t') {
		go_on(r, line + 1);
	} else if (strncmp(line, "use ", 4) == 0) {
		use(r, line + 4);
	} else if (line[0] == '[' && line[len - 1] == ']') {
		line[len - 1] = '\0';
		r->kind = keep(r, line + 1);
	} else {
		add_check(r, line);
	}
}

void questions_read(const char *path, struct questions *ret)
{
	struct reader r = { .path = path, .q = ret };
	char *line = NULL;
	size_t size = 0;
	*ret = (struct questions){ 0 };
	FILE *f = fopen(path, "r");
	if (f == NULL) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		exit(2);
	}
	while (getline(&line, &size, f) >= 0) {
		line[strcspn(line, "\n")] = '\0';
		r.line++;
		read_line(&r, line);
	}
	free(line);
	fclose(f);
	for (size_t i = 0; i < ret->count; i++) {
		r.line = ret->items[i].line;
		if (ret->items[i].check_count == 0)
			fail(&r, "the question has no check");
	}
}

void questions_done(struct questions *q)
{
	for (size_t i = 0; i < q->count; i++) {
		for (size_t t = 0; t < q->items[i].turn_count; t++)
			free(q->items[i].turns[t]);
		for (size_t c = 0; c < q->items[i].check_count; c++)
			free(q->items[i].checks[c].gold);
	}
	for (size_t i = 0; i < q->word_count; i++)
		free(q->words[i]);
	free(q->items);
	free(q->words);
	*q = (struct questions){ 0 };
}

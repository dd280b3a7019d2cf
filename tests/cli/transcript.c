/* SPDX-License-Identifier: MIT */
/* Reads, compares and rewrites transcripts. */
#include "transcript.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define ANY_TEXT  "[..]"
#define ANY_LINES "[...]"

static void die(const char *what, const char *name)
{
	fprintf(stderr, "%s '%s': %s\n", what, name, strerror(errno));
	exit(1);
}

static void *grow(void *items, size_t count, size_t size)
{
	void *p = realloc(items, count * size);
	if (p == NULL)
		die("no memory for", "a transcript");
	return p;
}

void lines_add(struct lines *l, const char *text, size_t len)
{
	l->items = grow(l->items, l->count + 1, sizeof(*l->items));
	char *copy = strndup(text, len);
	if (copy == NULL)
		die("no memory for", "a line");
	l->items[l->count++] = copy;
}

void lines_done(struct lines *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->items[i]);
	free(l->items);
	*l = (struct lines){ 0 };
}

static bool begins(const char *line, const char *with)
{
	return strncmp(line, with, strlen(with)) == 0;
}

/* Would this line of output be taken for something else? */
static bool needs_backslash(const char *line)
{
	return line[0] == '\0' || line[0] == '#' || line[0] == '\\' || begins(line, "$ ") ||
	       begins(line, "> ") || begins(line, "2> ") || begins(line, "? ") ||
	       strcmp(line, ANY_LINES) == 0;
}

void lines_add_output(struct lines *l, const char *bytes, size_t len, bool is_stderr)
{
	const char *mark = is_stderr ? "2> " : "";
	while (len > 0) {
		const char *end = memchr(bytes, '\n', len);
		size_t n = end != NULL ? (size_t)(end - bytes) : len;
		char *line = NULL;
		if (asprintf(&line, "%s%.*s", mark, (int)n, bytes) < 0)
			die("no memory for", "a line");
		if (!is_stderr && needs_backslash(line)) {
			char *escaped = NULL;
			if (asprintf(&escaped, "\\%s", line) < 0)
				die("no memory for", "a line");
			free(line);
			line = escaped;
		}
		lines_add(l, line, strlen(line));
		free(line);
		if (end == NULL) {
			char last[64];
			snprintf(last, sizeof(last), "%s\\no newline at the end", mark);
			lines_add(l, last, strlen(last));
			return;
		}
		bytes += n + 1;
		len -= n + 1;
	}
}

static struct step *step_add(struct transcript *t, struct lines *before, size_t number)
{
	t->steps = grow(t->steps, t->count + 1, sizeof(*t->steps));
	struct step *s = &t->steps[t->count++];
	*s = (struct step){ .before = *before, .line = number };
	*before = (struct lines){ 0 };
	return s;
}

/* One line of the file. What stands between two commands is gathered in *between. */
static void line_read(struct transcript *t, const char *line, struct lines *between, size_t number)
{
	struct step *s = t->count > 0 ? &t->steps[t->count - 1] : NULL;
	size_t len = strlen(line);
	if (begins(line, "$ ")) {
		s = step_add(t, between, number);
		lines_add(&s->command, line + 2, len - 2);
	} else if (line[0] == '\0' || line[0] == '#') {
		t->needs_permissions =
			t->needs_permissions || strcmp(line, "# needs: permissions") == 0;
		lines_add(between, line, len);
	} else if (s == NULL || between->count > 0) {
		fprintf(stderr, "line %zu: output without a command before it\n", number);
		exit(1);
	} else if (begins(line, "> ") && s->expected.count == 0) {
		lines_add(&s->command, line + 2, len - 2);
	} else if (begins(line, "? ")) {
		s->code = (int)strtol(line + 2, NULL, 10);
	} else {
		lines_add(&s->expected, line, len);
	}
}

void transcript_read(struct transcript *t, const char *path)
{
	*t = (struct transcript){ 0 };
	FILE *f = fopen(path, "r");
	if (f == NULL)
		die("cannot read", path);
	char *line = NULL;
	size_t size = 0, number = 0;
	struct lines between = { 0 };
	while (getline(&line, &size, f) >= 0) {
		line[strcspn(line, "\n")] = '\0';
		line_read(t, line, &between, ++number);
	}
	t->after = between;
	free(line);
	fclose(f);
}

void transcript_done(struct transcript *t)
{
	for (size_t i = 0; i < t->count; i++) {
		lines_done(&t->steps[i].before);
		lines_done(&t->steps[i].command);
		lines_done(&t->steps[i].expected);
	}
	free(t->steps);
	lines_done(&t->after);
}

static void lines_put(FILE *f, const char *first, const char *mark, const struct lines *l)
{
	for (size_t i = 0; i < l->count; i++)
		fprintf(f, "%s%s\n", i == 0 ? first : mark, l->items[i]);
}

void transcript_write(const struct transcript *t, const char *path)
{
	FILE *f = fopen(path, "w");
	if (f == NULL)
		die("cannot write", path);
	for (size_t i = 0; i < t->count; i++) {
		const struct step *s = &t->steps[i];
		lines_put(f, "", "", &s->before);
		lines_put(f, "$ ", "> ", &s->command);
		lines_put(f, "", "", &s->expected);
		if (s->code != 0)
			fprintf(f, "? %d\n", s->code);
	}
	lines_put(f, "", "", &t->after);
	if (fclose(f) != 0)
		die("cannot write", path);
}

static bool text_match(const char *pattern, const char *text)
{
	const char *any = strstr(pattern, ANY_TEXT);
	if (any == NULL)
		return strcmp(pattern, text) == 0;
	size_t n = (size_t)(any - pattern);
	if (strncmp(pattern, text, n) != 0)
		return false;
	for (text += n;; text++) {
		if (text_match(any + strlen(ANY_TEXT), text))
			return true;
		if (*text == '\0')
			return false;
	}
}

static bool match_from(const struct lines *e, size_t i, const struct lines *a, size_t j)
{
	for (; i < e->count; i++, j++) {
		if (strcmp(e->items[i], ANY_LINES) == 0) {
			for (size_t k = j; k <= a->count; k++)
				if (match_from(e, i + 1, a, k))
					return true;
			return false;
		}
		if (j >= a->count || !text_match(e->items[i], a->items[j]))
			return false;
	}
	return j == a->count;
}

bool lines_match(const struct lines *expected, const struct lines *actual)
{
	return match_from(expected, 0, actual, 0);
}

void step_update(struct step *s, const struct lines *actual, int code)
{
	s->code = code;
	if (lines_match(&s->expected, actual))
		return;
	struct lines updated = { 0 };
	for (size_t i = 0; i < actual->count; i++) {
		const char *line = actual->items[i];
		for (size_t k = 0; k < s->expected.count; k++) {
			const char *old = s->expected.items[k];
			if (strstr(old, ANY_TEXT) != NULL && text_match(old, line))
				line = old;
		}
		lines_add(&updated, line, strlen(line));
	}
	lines_done(&s->expected);
	s->expected = updated;
}

void step_show_difference(FILE *out, const struct step *s, const struct lines *actual, int code)
{
	const struct lines *e = &s->expected;
	size_t head = 0, tail = 0;
	size_t shorter = e->count < actual->count ? e->count : actual->count;
	while (head < shorter && text_match(e->items[head], actual->items[head]))
		head++;
	while (tail < shorter - head &&
	       text_match(e->items[e->count - 1 - tail], actual->items[actual->count - 1 - tail]))
		tail++;
	for (size_t i = head > 3 ? head - 3 : 0; i < head; i++)
		fprintf(out, "  %s\n", e->items[i]);
	for (size_t i = head; i < e->count - tail; i++)
		fprintf(out, "- %s\n", e->items[i]);
	for (size_t i = head; i < actual->count - tail; i++)
		fprintf(out, "+ %s\n", actual->items[i]);
	for (size_t i = 0; i < tail && i < 3; i++)
		fprintf(out, "  %s\n", actual->items[actual->count - tail + i]);
	if (s->code != code)
		fprintf(out, "- ? %d\n+ ? %d\n", s->code, code);
}

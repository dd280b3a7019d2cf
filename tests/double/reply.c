/* SPDX-License-Identifier: MIT */
/* From a rule to the pieces of a reply. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "double/script.h"
#include "double/turn.h"

static void add(struct turn *t, struct part part)
{
	/* Full at every power of two. */
	if ((t->count & (t->count - 1)) == 0) {
		size_t size = t->count > 0 ? 2 * t->count : 1;
		t->parts = realloc(t->parts, size * sizeof(*t->parts));
		if (t->parts == NULL)
			abort();
	}
	if (part.text == NULL)
		part.text = "";
	if (part.thinking == NULL)
		part.thinking = "";
	t->parts[t->count++] = part;
}

static const char *keep(struct turn *t, const char *text, size_t len)
{
	json_t *kept = json_stringn_nocheck(text, len);
	json_array_append_new(t->kept, kept);
	return json_string_value(kept);
}

/* Word by word, each with the blank before it, as models do. */
static void add_words(struct turn *t, const char *text, bool thinking)
{
	for (const char *p = text; *p != '\0';) {
		size_t len = 1 + strcspn(p + 1, " ");
		const char *word = keep(t, p, len);
		add(t,
		    thinking ? (struct part){ .thinking = word } : (struct part){ .text = word });
		p += len;
	}
}

static void add_array(struct turn *t, const json_t *array)
{
	size_t i;
	json_t *piece;
	json_array_foreach (array, i, piece)
		add(t, (struct part){ .text = json_string_value(piece) });
}

static void add_numbered(struct turn *t, int64_t count)
{
	for (int64_t i = 0; i < count; i++) {
		struct buf word;
		buf_init(&word, 64);
		buf_printf(&word, "%sword%d", i > 0 ? " " : "", (int)i);
		add(t, (struct part){ .text = keep(t, buf_text(&word), word.len) });
		buf_done(&word);
	}
}

static void add_big(struct turn *t, int64_t size)
{
	struct buf text;
	buf_init(&text, BODY_MAX);
	for (int64_t i = 0; i < size; i++)
		buf_putc(&text, (char)('a' + i % 26));
	add(t, (struct part){ .text = keep(t, buf_text(&text), text.len) });
	buf_done(&text);
}

static void add_echo(struct turn *t, const json_t *between)
{
	const char *from = json_string_value(json_array_get(between, 0));
	const char *to = json_string_value(json_array_get(between, 1));
	const char *start = from != NULL ? strstr(t->last, from) : NULL;
	if (start == NULL)
		return;
	start += strlen(from);
	const char *end = to != NULL && *to != '\0' ? strstr(start, to) : NULL;
	size_t len = end != NULL ? (size_t)(end - start) : strlen(start);
	add_words(t, keep(t, start, len), false);
}

static int hex(char c)
{
	return text_is_digit(c) ? c - '0' : 10 + text_lower(c) - 'a';
}

static void add_raw(struct turn *t, const char *line)
{
	struct buf bytes;
	buf_init(&bytes, BODY_MAX);
	if (strncmp(line, "hex:", 4) == 0) {
		for (const char *p = line + 4; p[0] != '\0' && p[1] != '\0'; p += 2)
			buf_putc(&bytes, (char)(hex(p[0]) * 16 + hex(p[1])));
	} else {
		buf_puts(&bytes, line);
	}
	buf_putc(&bytes, '\n');
	const char *raw = keep(t, buf_text(&bytes), bytes.len);
	add(t, (struct part){ .raw = raw, .raw_len = bytes.len });
	buf_done(&bytes);
}

static void add_text(const struct exchange *x, struct turn *t)
{
	const json_t *rule = x->rule;
	if (rule_text(x, "reply") != NULL)
		add_words(t, rule_text(x, "reply"), false);
	else if (json_object_get(rule, "tokens") != NULL)
		add_array(t, json_object_get(rule, "tokens"));
	else if (rule_number(x, "words", 0) > 0)
		add_numbered(t, rule_number(x, "words", 0));
	else if (rule_number(x, "big", 0) > 0)
		add_big(t, rule_number(x, "big", 0));
	else if (json_object_get(rule, "echo") != NULL)
		add_echo(t, json_object_get(rule, "echo"));
	else if (json_object_get(rule, "calls") == NULL)
		add_words(t, "Hello, <b>you</b> & me", false);
}

/* The calls as lines before the last; returns those that belong in the last. */
static const json_t *add_calls(const struct exchange *x, struct turn *t)
{
	json_t *calls = json_object_get(x->rule, "calls");
	const char *shape = script_text(x->rule, "shape", "line");
	size_t i;
	json_t *call;
	if (calls == NULL || strcmp(shape, "final") == 0)
		return calls;
	if (strcmp(shape, "line") == 0)
		add(t, (struct part){ .calls = calls });
	else
		json_array_foreach (calls, i, call) {
			json_t *one = json_array();
			json_array_append_new(one, json_deep_copy(call));
			json_array_append_new(t->kept, one);
			add(t, (struct part){ .calls = one });
		}
	return NULL;
}

static int64_t most_tokens(const struct exchange *x)
{
	const json_t *options = json_object_get(x->json, "options");
	const json_t *most = json_object_get(options, "num_predict");
	if (most == NULL)
		most = json_object_get(x->json, "max_tokens");
	return most != NULL ? json_integer_value(most) : -1;
}

void reply_make(const struct exchange *x, struct turn *t)
{
	size_t i;
	json_t *line;
	json_t *lines = json_object_get(x->rule, "lines");
	t->kept = json_array();
	t->reason = script_text(x->rule, "reason", "stop");
	json_array_foreach (lines, i, line)
		add_raw(t, json_string_value(line));
	if (lines != NULL)
		return;
	if (rule_text(x, "thinking") != NULL && script_can(t->info, "thinking") &&
	    !json_is_false(json_object_get(x->json, "think")))
		add_words(t, rule_text(x, "thinking"), true);
	add_text(x, t);
	const json_t *last = add_calls(x, t);
	add_array(t, json_object_get(x->rule, "tail"));
	int64_t most = most_tokens(x), room = t->window - t->prompt_tokens;
	if (most < 0 || most > room)
		most = room;
	if (rule_number(x, "big", 0) == 0 && (int64_t)t->count > most) {
		t->count = most > 0 ? (size_t)most : 0;
		t->reason = "length";
	}
	t->reply_tokens = (int64_t)t->count;
	add(t, (struct part){ .calls = last, .done = true });
}

void reply_free(struct turn *t)
{
	json_decref(t->kept);
	free(t->parts);
}

void turn_gather(const struct turn *t, struct buf *text, struct buf *thinking, json_t *calls)
{
	for (size_t i = 0; i < t->count; i++) {
		size_t k;
		json_t *call;
		if (t->parts[i].raw != NULL)
			continue;
		buf_puts(text, t->parts[i].text);
		buf_puts(thinking, t->parts[i].thinking);
		json_array_foreach (t->parts[i].calls, k, call)
			json_array_append(calls, call);
	}
}

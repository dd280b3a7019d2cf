/* SPDX-License-Identifier: MIT */
/*
 * Words that are the name of an attribute which says yes or no: "organic tea" is tea with organic
 * yes, and not all tea of which the catalogue says whether it is organic.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "service/match.h"
#include "service/retrieve.h"

enum { FLAGS_MAX = 64, FLAG_WORDS = 3, NAME_SIZE = 64, TEXT_MAX = 65536 };

struct flag {
	char name[NAME_SIZE];
	struct word words[FLAG_WORDS];
	size_t count;
};

struct flags {
	struct flag items[FLAGS_MAX];
	size_t count;
};

/* The words that could be a flag's name, in lower case. */
static bool words_of(const struct understanding *u, struct buf *out)
{
	buf_puts(out, u->query.text != NULL ? u->query.text : "");
	for (size_t i = 0; i < u->not_texts.count; i++) {
		buf_putc(out, ' ');
		buf_puts(out, u->not_texts.items[i]);
	}
	for (size_t i = 0; i < out->len; i++)
		out->data[i] = text_lower(out->data[i]);
	return !out->failed;
}

static enum shop_status flags_read(struct retrieval *r, struct flags *f, struct shop_error *err)
{
	CLEANUP(buf_done) struct buf words;
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	bool row = true;
	buf_init(&words, TEXT_MAX);
	if (!words_of(r->u, &words))
		return out_of_memory(err);
	enum shop_status st = db_query(r->shop->db, STMT_ATTRIBUTE_FLAGS,
				       DB_ARGS(FLAGS_MAX, buf_text(&words)), &rows, err);
	while (!st && f->count < FLAGS_MAX && (st = stmt_step(rows, &row, err)) == SHOP_OK && row) {
		struct flag *flag = &f->items[f->count];
		char plain[NAME_SIZE];
		const char *name = stmt_text(rows, 0);
		if (strlen(name) >= NAME_SIZE || strpbrk(name, "|=<>") != NULL)
			continue;
		snprintf(flag->name, sizeof(flag->name), "%s", name);
		snprintf(plain, sizeof(plain), "%s", name);
		for (char *p = plain; *p != '\0'; p++)
			*p = *p == '_' ? ' ' : *p;
		flag->count = words_split(plain, strlen(plain), flag->words, FLAG_WORDS);
		f->count += flag->count > 0;
	}
	return st;
}

/* Does the flag's name stand at the word of m, without the word that says what is wanted? */
static bool stands_at(const struct flag *f, const struct match *m, size_t at, bool head)
{
	for (size_t k = 0; k < f->count; k++)
		if (at + k >= m->count || (!head && match_is_head(m, at + k)) ||
		    strcmp(m->words[at + k].norm, f->words[k].norm) != 0)
			return false;
	return true;
}

static const struct flag *flag_at(const struct flags *f, const struct match *m, size_t at,
				  bool head)
{
	for (size_t i = 0; i < f->count; i++)
		if (stands_at(&f->items[i], m, at, head))
			return &f->items[i];
	return NULL;
}

static bool add(char ***items, size_t *count, const char *name)
{
	char text[NAME_SIZE + 16];
	snprintf(text, sizeof(text), "%s=yes", name);
	return texts_add_to(items, count, text);
}

static enum shop_status take_wanted(struct retrieval *r, const struct flags *f,
				    struct shop_error *err)
{
	struct shop_query *q = &r->u->query;
	struct match m;
	bool taken[MATCH_WORDS_MAX] = { false }, some = false;
	match_read(&m, q->text);
	for (size_t i = 0; i < m.count; i++) {
		const struct flag *flag = flag_at(f, &m, i, /* head= */ false);
		if (flag == NULL)
			continue;
		if (!add(&q->attributes, &q->attribute_count, flag->name))
			return out_of_memory(err);
		memset(taken + i, true, flag->count);
		i += flag->count - 1;
		some = true;
	}
	return some ? retrieve_leave_out(r, &m, taken, err) : SHOP_OK;
}

static enum shop_status take_denied(struct retrieval *r, const struct flags *f,
				    struct shop_error *err)
{
	struct texts *list = &r->u->not_texts;
	for (size_t i = 0; i < list->count;) {
		struct match m;
		match_read(&m, list->items[i]);
		const struct flag *flag = flag_at(f, &m, 0, /* head= */ true);
		if (flag == NULL || flag->count != m.count) {
			i++;
			continue;
		}
		if (!add(&r->u->not_attributes.items, &r->u->not_attributes.count, flag->name))
			return out_of_memory(err);
		free(list->items[i]);
		memmove(&list->items[i], &list->items[i + 1],
			(--list->count - i) * sizeof(*list->items));
	}
	return SHOP_OK;
}

enum shop_status retrieve_flags(struct retrieval *r, struct shop_error *err)
{
	bool words = r->u->query.text != NULL && strchr(r->u->query.text, ' ') != NULL;
	if (!words && r->u->not_texts.count == 0)
		return SHOP_OK;
	struct flags *f = calloc(1, sizeof(*f));
	if (f == NULL)
		return out_of_memory(err);
	enum shop_status st = flags_read(r, f, err);
	if (!st && words && f->count > 0)
		st = take_wanted(r, f, err);
	if (!st && f->count > 0)
		st = take_denied(r, f, err);
	free(f);
	return st;
}

/* SPDX-License-Identifier: MIT */
#include "checks/documents.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "checks/walk.h"

enum { NAME_SIZE = 64, TYPE_SIZE = 128 };

struct key {
	char name[NAME_SIZE], type[TYPE_SIZE];
	bool needed;
	bool seen; /* with a value, not only as null */
};

/* A section: a document, or Commands. */
struct document {
	char name[NAME_SIZE], base[NAME_SIZE];
	struct key *keys;
	size_t count;
	bool seen;
};

struct documents {
	struct document *items;
	size_t count;
};

static struct document *find(const struct documents *d, const char *name)
{
	for (size_t i = 0; i < d->count; i++)
		if (strcmp(d->items[i].name, name) == 0)
			return &d->items[i];
	return NULL;
}

static const struct document *commands(const struct documents *d)
{
	const struct document *c = find(d, "Commands");
	if (c == NULL)
		fail_msg("the page has no section Commands");
	return c;
}

static struct document *section_add(struct documents *d, const char *name)
{
	d->items = realloc(d->items, (d->count + 1) * sizeof(*d->items));
	assert_non_null(d->items);
	struct document *s = &d->items[d->count++];
	*s = (struct document){ 0 };
	snprintf(s->name, sizeof(s->name), "%s", name);
	return s;
}

static void key_add(struct document *s, const char *name, const char *type)
{
	s->keys = realloc(s->keys, (s->count + 1) * sizeof(*s->keys));
	assert_non_null(s->keys);
	struct key *k = &s->keys[s->count++];
	*k = (struct key){ 0 };
	snprintf(k->name, sizeof(k->name), "%s", name);
	k->needed = strncmp(type + strcspn(type, ":,\n"), ", needed", 8) == 0;
	/* What stands after the type is for people. */
	snprintf(k->type, sizeof(k->type), "%.*s", (int)strcspn(type, ":,\n"), type);
}

/* "id , email": each of them holds this. */
static void item_add(struct document *s, char *names, const char *type)
{
	char *name;
	while ((name = strsep(&names, ",")) != NULL) {
		while (*name == ' ')
			name++;
		size_t len = strlen(name);
		while (len > 0 && name[len - 1] == ' ')
			name[--len] = '\0';
		if (len > 0)
			key_add(s, name, type);
	}
}

struct documents *documents_read(const char *page)
{
	static const char item[] = ".It Cm ", base[] = "The keys of ";
	struct documents *d = calloc(1, sizeof(*d));
	char *text = read_text(page), *rest = text, *line;
	struct document *s = NULL;
	assert_non_null(d);
	while ((line = strsep(&rest, "\n")) != NULL) {
		if (strncmp(line, ".Ss ", 4) == 0)
			s = section_add(d, line + 4);
		else if (strncmp(line, ".Sh ", 4) == 0)
			s = NULL;
		else if (s != NULL && strncmp(line, base, strlen(base)) == 0)
			snprintf(s->base, sizeof(s->base), "%.*s",
				 (int)strcspn(line + strlen(base), ","), line + strlen(base));
		else if (s != NULL && strncmp(line, item, strlen(item)) == 0)
			item_add(s, line + strlen(item), rest != NULL ? rest : "");
	}
	free(text);
	return d;
}

void documents_free(struct documents *d)
{
	for (size_t i = 0; i < d->count; i++)
		free(d->items[i].keys);
	free(d->items);
	free(d);
}

const char *documents_of_command(const struct documents *d, const char *path)
{
	const struct document *c = commands(d);
	for (size_t i = 0; i < c->count; i++)
		if (strcmp(c->keys[i].name, path) == 0)
			return c->keys[i].type;
	return NULL;
}

void documents_each_command(const struct documents *d, void (*each)(void *ctx, const char *path),
			    void *ctx)
{
	const struct document *c = commands(d);
	for (size_t i = 0; i < c->count; i++)
		each(ctx, c->keys[i].name);
}

/* Is the text of this form? 0 stands for a digit. */
static bool has_form(const json_t *value, const char *form)
{
	const char *text = json_string_value(value);
	if (text == NULL || strlen(text) != strlen(form))
		return false;
	for (size_t i = 0; form[i] != '\0'; i++)
		if (form[i] == '0' ? !isdigit((unsigned char)text[i]) : text[i] != form[i])
			return false;
	return true;
}

static bool is_object_of_texts(const json_t *value)
{
	const char *key;
	json_t *part;
	bool ok = json_is_object(value);
	json_object_foreach ((json_t *)(uintptr_t)value, key, part)
		ok = ok && json_is_string(part);
	return ok;
}

/* Is the value of this simple type? -1: the type is no simple one. */
static int is_simple(const char *type, const json_t *value)
{
	if (strcmp(type, "integer") == 0)
		return json_is_integer(value);
	if (strcmp(type, "number") == 0)
		return json_is_number(value);
	if (strcmp(type, "text") == 0)
		return json_is_string(value);
	if (strcmp(type, "boolean") == 0)
		return json_is_boolean(value);
	if (strcmp(type, "null") == 0)
		return json_is_null(value);
	if (strcmp(type, "time") == 0)
		return has_form(value, "0000-00-00T00:00:00Z");
	if (strcmp(type, "day") == 0)
		return has_form(value, "0000-00-00");
	if (strcmp(type, "object of texts") == 0)
		return is_object_of_texts(value);
	return -1;
}

/* Could the value be of this alternative? Looks no deeper than is needed to choose one. */
static bool could_be(const char *type, const json_t *value)
{
	int simple = is_simple(type, value);
	if (simple >= 0)
		return simple != 0;
	if (strcmp(type, "record") == 0)
		return json_is_string(json_object_get(value, "type"));
	if (strcmp(type, "event") == 0)
		return json_is_string(json_object_get(value, "event"));
	return strncmp(type, "list of ", 8) == 0 ? json_is_array(value) : json_is_object(value);
}

static struct key *key_find(struct documents *d, struct document *s, const char *name)
{
	for (size_t i = 0; i < s->count; i++)
		if (strcmp(s->keys[i].name, name) == 0)
			return &s->keys[i];
	struct document *base = s->base[0] != '\0' ? find(d, s->base) : NULL;
	return base != NULL ? key_find(d, base, name) : NULL;
}

static void check_missing(struct documents *d, const char *path, struct document *s,
			  const json_t *value)
{
	bool loose = false;
	for (size_t i = 0; i < s->count; i++)
		loose = loose || s->keys[i].needed;
	for (size_t i = 0; i < s->count; i++)
		if ((!loose || s->keys[i].needed) &&
		    json_object_get(value, s->keys[i].name) == NULL)
			found(path, "%s: there is no key %s", s->name, s->keys[i].name);
	s->seen = true;
	if (s->base[0] == '\0')
		return;
	struct document *base = find(d, s->base);
	if (base == NULL)
		found(path, "%s: there is no document %s", s->name, s->base);
	else
		check_missing(d, path, base, value);
}

static void check_document(struct documents *d, const char *path, const char *name,
			   const json_t *value)
{
	const char *key;
	json_t *part;
	struct document *s = find(d, name);
	if (s == NULL) {
		found(path, "there is no document %s", name);
		return;
	}
	json_object_foreach ((json_t *)(uintptr_t)value, key, part) {
		struct key *k = key_find(d, s, key);
		if (k == NULL) {
			found(path, "%s: the key %s is not described", name, key);
			continue;
		}
		k->seen = k->seen || !json_is_null(part);
		documents_check(d, path, k->type, part);
	}
	check_missing(d, path, s, value);
}

/* One alternative, which the value could be. */
static void check_one(struct documents *d, const char *path, const char *type, const json_t *value)
{
	if (is_simple(type, value) >= 0)
		return;
	if (strcmp(type, "record") == 0) {
		char name[NAME_SIZE];
		snprintf(name, sizeof(name), "%s record",
			 json_string_value(json_object_get(value, "type")));
		name[0] = (char)toupper((unsigned char)name[0]);
		check_document(d, path, name, value);
		return;
	}
	if (strcmp(type, "event") == 0) {
		bool last =
			strcmp(json_string_value(json_object_get(value, "event")), "answer") == 0;
		check_document(d, path, last ? "Answer event" : "Event", value);
		return;
	}
	if (strncmp(type, "list of ", 8) != 0) {
		check_document(d, path, type, value);
		return;
	}
	for (size_t i = 0; i < json_array_size(value); i++)
		documents_check(d, path, type + 8, json_array_get(value, i));
}

void documents_check(struct documents *d, const char *path, const char *type, const json_t *value)
{
	char copy[TYPE_SIZE], *rest = copy;
	snprintf(copy, sizeof(copy), "%s", type);
	while (rest != NULL) {
		char *one = rest, * or = strstr(rest, " or ");
		rest = or != NULL ? or +4 : NULL;
		if (or != NULL)
			* or = '\0';
		if (could_be(one, value)) {
			check_one(d, path, one, value);
			return;
		}
	}
	char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
	found(path, "is no %s: %.200s", type, text != NULL ? text : "?");
	free(text);
}

/* What nothing here can fill: no language model answers, and passwords are only read. */
static bool is_empty_here(const char *document, const char *key)
{
	static const char *const rows[][2] = { { "Answer", "model" },
					       { "Message", "model" },
					       { "Message record", "model" },
					       { "User record", "password" } };
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(document, rows[i][0]) == 0 && strcmp(key, rows[i][1]) == 0)
			return true;
	return false;
}

static void check_key_seen(const struct document *s, const struct key *k)
{
	bool empty = is_empty_here(s->name, k->name);
	if (!k->seen && !empty)
		found("", "%s: %s never held anything", s->name, k->name);
	if (k->seen && empty)
		found("", "%s: %s holds something after all", s->name, k->name);
}

void documents_check_seen(const struct documents *d)
{
	for (size_t i = 0; i < d->count; i++) {
		const struct document *s = &d->items[i];
		if (s == commands(d) || s->count == 0)
			continue;
		if (!s->seen)
			found("", "%s is described, and was never printed", s->name);
		for (size_t k = 0; s->seen && k < s->count; k++)
			check_key_seen(s, &s->keys[k]);
	}
}

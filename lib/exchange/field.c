/* SPDX-License-Identifier: MIT */
/* Values of JSON to members of structs, strictly: what is not exactly of its kind is refused, with
 * the key and the value in the message. */
#include "exchange/field.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/words.h"
#include "shop/store.h"
#include "shop/time.h"

enum { QUOTE_SIZE = 80, EXPECTED_SIZE = 96, NEAR_MAX = 2 };

static void *member(void *to, const struct field *field)
{
	return (char *)to + field->offset;
}

/*
 * The number as it stands in the line: the parser keeps a value, and 12.90 would be quoted as
 * 12.9. It is looked for behind its key; false if it cannot be found there.
 */
static bool quote_from_line(const struct field_source *from, const char *key, double value,
			    char out[QUOTE_SIZE])
{
	char name[64];
	int n = snprintf(name, sizeof(name), "\"%s\"", key);
	const char *end = from->line + from->len;
	for (const char *p = from->line; n > 0 && n < (int)sizeof(name); p++) {
		p = memmem(p, (size_t)(end - p), name, (size_t)n);
		if (p == NULL)
			break;
		const char *token = p + n;
		while (token < end && (text_is_space(*token) || *token == ':'))
			token++;
		size_t len = 0;
		while (token + len < end && len < QUOTE_SIZE - 1 &&
		       strchr("+-.0123456789Ee", token[len]) != NULL && token[len] != '\0')
			len++;
		memcpy(out, token, len);
		out[len] = '\0';
		char *stop;
		double found = strtod(out, &stop);
		if (len > 0 && *stop == '\0' && memcmp(&found, &value, sizeof(value)) == 0)
			return true;
	}
	return false;
}

static const char *quote(const struct field_source *from, const struct field *field,
			 const json_t *value, char out[QUOTE_SIZE + 16])
{
	char raw[QUOTE_SIZE];
	size_t len = json_string_length(value);
	switch (json_typeof(value)) {
	case JSON_STRING:
		/* Cleaning makes no text longer. */
		text_clean_line(raw, sizeof(raw), json_string_value(value), len);
		snprintf(out, QUOTE_SIZE + 16, "'%s'%s", raw, len >= sizeof(raw) ? "..." : "");
		return out;
	case JSON_INTEGER:
		snprintf(out, QUOTE_SIZE + 16, "'%" JSON_INTEGER_FORMAT "'",
			 json_integer_value(value));
		return out;
	case JSON_REAL:
		if (!quote_from_line(from, field->key, json_real_value(value), raw))
			snprintf(raw, sizeof(raw), "%.15g", json_real_value(value));
		snprintf(out, QUOTE_SIZE + 16, "'%s'", raw);
		return out;
	case JSON_OBJECT:
		return "an object";
	case JSON_ARRAY:
		return "a list";
	case JSON_TRUE:
		return "true";
	case JSON_FALSE:
		return "false";
	case JSON_NULL:
		break;
	}
	return "null";
}

enum shop_status field_expected(const struct field_source *from, const struct field *field,
				const char *what, const json_t *value, struct shop_error *err)
{
	char quoted[QUOTE_SIZE + 16];
	if ((field->flags & FIELD_SECRET) != 0)
		return shop_error_set(err, SHOP_E_INVALID, "%s: expected %s", field->key, what);
	return shop_error_set(err, SHOP_E_INVALID, "%s: expected %s, got %s", field->key, what,
			      quote(from, field, value, quoted));
}

/* C0, DEL and C1 have no place in a name. */
static bool text_is_clean(const char *text, size_t len)
{
	for (size_t i = 0, used; i < len; i += used) {
		uint32_t c = text_decode(text + i, len - i, &used);
		if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
			return false;
	}
	return true;
}

static bool text_is_blank(const char *text)
{
	while (text_is_space(*text))
		text++;
	return *text == '\0';
}

bool field_is_name(const char *text, size_t max)
{
	size_t len = strlen(text);
	return len <= max && !text_is_blank(text) && text_is_clean(text, len);
}

static enum shop_status read_text(const struct field_source *from, const struct field *field,
				  const json_t *value, const char **to, struct shop_error *err)
{
	const char *text = json_string_value(value);
	size_t len = json_string_length(value);
	if (text == NULL)
		return field_expected(from, field, "a text", value, err);
	if (field->min > 0 && text_is_blank(text))
		return shop_error_set(err, SHOP_E_INVALID, "%s: is empty", field->key);
	if ((int64_t)len > field->max)
		return shop_error_set(err, SHOP_E_INVALID,
				      "%s: has %zu bytes, and at most %" PRId64 " are allowed",
				      field->key, len, field->max);
	/* Catalogues from elsewhere have all sorts of bytes in what only people read, and output is
	 * cleaned anyway; what names a thing must be one line. */
	if (field->kind != FIELD_PROSE && !text_is_clean(text, len))
		return field_expected(from, field, "one line without control characters", value,
				      err);
	*to = text;
	return SHOP_OK;
}

/* A number in quotes looks right in a message: it is said that the quotes are wrong. */
static bool looks_whole(const json_t *value)
{
	const char *p = json_string_value(value);
	if (p == NULL)
		return false;
	p += *p == '-' ? 1 : 0;
	size_t digits = strspn(p, "0123456789");
	return digits > 0 && p[digits] == '\0';
}

static enum shop_status read_number(const struct field_source *from, const struct field *field,
				    const json_t *value, int64_t *to, struct shop_error *err)
{
	char what[EXPECTED_SIZE];
	const char *unit = field->kind == FIELD_CENTS ? " of cents" : "";
	int64_t n = json_integer_value(value);
	bool whole = json_is_integer(value);
	if (whole && n >= field->min && n <= field->max) {
		*to = n;
		return SHOP_OK;
	}
	if (whole)
		snprintf(what, sizeof(what), "a whole number%s from %" PRId64 " to %" PRId64, unit,
			 field->min, field->max);
	else
		snprintf(what, sizeof(what), "a whole number%s%s", unit,
			 looks_whole(value) ? " without quotes" : "");
	return field_expected(from, field, what, value, err);
}

static enum shop_status read_time(const struct field_source *from, const struct field *field,
				  const json_t *value, int64_t *to, struct shop_error *err)
{
	const char *text = json_string_value(value);
	if (text != NULL &&
	    (clock_relative(text, from->now, to) || shop_time_parse(text, to, NULL) == SHOP_OK))
		return SHOP_OK;
	return field_expected(from, field, "a time such as 2026-11-22T10:00:00Z or -9d", value,
			      err);
}

enum shop_status field_read(const struct field_source *from, const struct field *field,
			    json_t *value, void *to, struct shop_error *err)
{
	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_PROSE:
		return read_text(from, field, value, member(to, field), err);
	case FIELD_INT:
	case FIELD_CENTS:
		return read_number(from, field, value, member(to, field), err);
	case FIELD_TIME:
		return read_time(from, field, value, member(to, field), err);
	case FIELD_OTHER:
		break;
	}
	return field->read(from, field, value, to, err);
}

const char *word_nearest(const char *word, const char *const *words, size_t count)
{
	const char *nearest = NULL;
	size_t least = NEAR_MAX + 1;
	for (size_t i = 0; i < count; i++) {
		size_t distance = word_distance(word, words[i], NEAR_MAX);
		/* A word of which hardly anything is left is another word. */
		if (distance < least && 2 * distance < strlen(words[i])) {
			least = distance;
			nearest = words[i];
		}
	}
	return nearest;
}

static enum shop_status unknown_key(const struct field_table *table, const char *key,
				    struct shop_error *err)
{
	const char *keys[32];
	for (size_t i = 0; i < table->count; i++)
		keys[i] = table->fields[i].key;
	const char *nearest = word_nearest(key, keys, table->count);
	shop_error_set(err, SHOP_E_INVALID, "%.60s: unknown key", key);
	if (nearest != NULL)
		shop_error_hint(err, "did you mean '%s'?", nearest);
	return SHOP_E_INVALID;
}

static size_t key_index(const struct field_table *table, const char *key)
{
	size_t i = 0;
	while (i < table->count && strcmp(table->fields[i].key, key) != 0)
		i++;
	return i;
}

static enum shop_status check_required(const struct field_table *table, uint32_t seen,
				       struct shop_error *err)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct field *field = &table->fields[i];
		if ((field->flags & (FIELD_REQUIRED | FIELD_NULLABLE)) != 0 &&
		    (seen & UINT32_C(1) << i) == 0)
			return shop_error_set(err, SHOP_E_INVALID, "%s: is missing", field->key);
	}
	return SHOP_OK;
}

enum shop_status fields_read(const struct field_source *from, const struct field_table *table,
			     json_t *object, const char *skip, void *to, struct shop_error *err)
{
	uint32_t seen = 0;
	const char *key;
	json_t *value;
	for (size_t i = 0; i < table->count; i++)
		if (table->fields[i].kind == FIELD_TIME)
			*(int64_t *)member(to, &table->fields[i]) = SHOP_NONE;
	json_object_foreach (object, key, value) {
		if (skip != NULL && strcmp(key, skip) == 0)
			continue;
		size_t i = key_index(table, key);
		if (i == table->count)
			return unknown_key(table, key, err);
		const struct field *field = &table->fields[i];
		seen |= UINT32_C(1) << i;
		if (json_is_null(value) && (field->flags & FIELD_REQUIRED) == 0)
			continue;
		enum shop_status st = field_read(from, field, value, to, err);
		if (st)
			return st;
	}
	return check_required(table, seen, err);
}

static enum shop_status check_text(const struct field *field, const char *text,
				   struct shop_error *err)
{
	static const struct field_source nowhere = { .now = 0, .line = "", .len = 0 };
	const char *unused;
	if (text == NULL && (field->flags & FIELD_REQUIRED) != 0)
		return shop_error_set(err, SHOP_E_INVALID, "%s: is missing", field->key);
	if (text == NULL)
		return SHOP_OK;
	json_t *value = json_string(text);
	enum shop_status st = value != NULL ? read_text(&nowhere, field, value, &unused, err)
					    : shop_error_set(err, SHOP_E_INVALID,
							     "%s: is not UTF-8 text", field->key);
	json_decref(value);
	return st;
}

static enum shop_status check_number(const struct field *field, int64_t n, struct shop_error *err)
{
	static const struct field_source nowhere = { .now = 0, .line = "", .len = 0 };
	int64_t unused;
	json_t *value = json_integer(n);
	if (value == NULL)
		return out_of_memory(err);
	enum shop_status st = read_number(&nowhere, field, value, &unused, err);
	json_decref(value);
	return st;
}

enum shop_status fields_check(const struct field_table *table, const void *from,
			      struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < table->count; i++) {
		const struct field *field = &table->fields[i];
		const void *at = (const char *)from + field->offset;
		if (field->kind == FIELD_TEXT || field->kind == FIELD_PROSE)
			st = check_text(field, *(const char *const *)at, err);
		else if (field->kind == FIELD_INT || field->kind == FIELD_CENTS)
			st = check_number(field, *(const int64_t *)at, err);
	}
	return st;
}

/* SPDX-License-Identifier: MIT */
/* One line of JSON to one record. What each type holds stands in record_TYPE.c. */
#include "exchange/record.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "base/memory.h"
#include "exchange/record_type.h"

static const struct record_type_info *const types[] = {
	[RECORD_PRODUCT] = &record_type_product, [RECORD_USER] = &record_type_user,
	[RECORD_REVIEW] = &record_type_review,   [RECORD_ORDER] = &record_type_order,
	[RECORD_POLICY] = &record_type_policy,   [RECORD_SETTING] = &record_type_setting,
	[RECORD_MESSAGE] = &record_type_message, [RECORD_IMAGE] = &record_type_image,
};
enum { TYPE_COUNT = sizeof(types) / sizeof(types[0]) };

void record_done(struct record *r)
{
	if (r->type == RECORD_PRODUCT)
		free(r->as.product.attributes);
	if (r->type == RECORD_ORDER) {
		free(r->as.order.lines);
		free(r->as.order.events);
	}
	if (r->type == RECORD_IMAGE)
		free(r->as.image.bytes);
	json_decref(r->owner);
	*r = (struct record){ 0 };
}

/* The parser's own words, but not what it quotes: that may be a part of a password. */
static enum shop_status not_json(const json_error_t *e, struct shop_error *err)
{
	if (json_error_code(e) == json_error_out_of_memory)
		return out_of_memory(err);
	if (json_error_code(e) == json_error_null_character)
		return shop_error_set(err, SHOP_E_INVALID, "a NUL has no place in a text");
	const char *near = strstr(e->text, " near ");
	int len = (int)(near != NULL ? (size_t)(near - e->text) : strlen(e->text));
	return shop_error_set(err, SHOP_E_INVALID, "not JSON: %.*s at byte %d", len, e->text,
			      e->position);
}

static enum shop_status unknown_type(const char *word, struct shop_error *err)
{
	const char *words[TYPE_COUNT];
	for (size_t i = 0; i < TYPE_COUNT; i++)
		words[i] = types[i]->word;
	const char *nearest = word_nearest(word, words, TYPE_COUNT);
	shop_error_set(err, SHOP_E_INVALID,
		       "type: expected product, image, user, review, order, policy, setting or "
		       "message, got '%.60s'",
		       word);
	if (nearest != NULL)
		shop_error_hint(err, "did you mean '%s'?", nearest);
	return SHOP_E_INVALID;
}

static enum shop_status find_type(const json_t *object, enum record_type *ret,
				  struct shop_error *err)
{
	const json_t *type = json_object_get(object, "type");
	if (type == NULL)
		return shop_error_set(err, SHOP_E_INVALID, "type: is missing");
	const char *word = json_string_value(type);
	for (int i = 0; word != NULL && i < TYPE_COUNT; i++)
		if (strcmp(word, types[i]->word) == 0) {
			*ret = (enum record_type)i;
			return SHOP_OK;
		}
	return unknown_type(word != NULL ? word : "no text", err);
}

static enum shop_status read_object(const struct field_source *from, struct record *r,
				    struct shop_error *err)
{
	json_t *object = r->owner;
	if (!json_is_object(object))
		return shop_error_set(err, SHOP_E_INVALID, "expected a JSON object");
	enum shop_status st = find_type(object, &r->type, err);
	if (st)
		return st;
	const struct record_type_info *type = types[r->type];
	st = fields_read(from, &type->table, object, "type", &r->as, err);
	if (!st && type->check != NULL)
		st = type->check(r, err);
	return st;
}

enum shop_status record_read(const struct field_source *from, json_t *object, struct record *ret,
			     struct shop_error *err)
{
	CLEANUP(record_done) struct record r = { .owner = object };
	enum shop_status st = read_object(from, &r, err);
	if (!st) {
		*ret = r;
		r = (struct record){ 0 };
	}
	return st;
}

enum shop_status record_parse(const char *line, size_t len, int64_t now, struct record *ret,
			      struct shop_error *err)
{
	struct field_source from = { .now = now, .line = line, .len = len };
	json_error_t e;
	json_t *object = json_loadb(line, len, JSON_REJECT_DUPLICATES, &e);
	if (object == NULL)
		return not_json(&e, err);
	return record_read(&from, object, ret, err);
}

enum shop_status record_check(const struct record *r, struct shop_error *err)
{
	const struct record_type_info *type = types[r->type];
	enum shop_status st = fields_check(&type->table, &r->as, err);
	if (!st && r->type == RECORD_PRODUCT)
		st = record_check_attributes(&r->as.product, err);
	if (!st && type->check != NULL)
		st = type->check(r, err);
	return st;
}

const char *record_type_word(enum record_type type)
{
	return types[type]->word;
}

const struct record_type_info *record_type_find(const char *word)
{
	for (size_t i = 0; i < TYPE_COUNT; i++)
		if (strcmp(word, types[i]->word) == 0)
			return types[i];
	return NULL;
}

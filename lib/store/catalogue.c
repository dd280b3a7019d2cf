/* SPDX-License-Identifier: MIT */
/* Brands, categories, attributes: one row a name, and what shoppers may call them. */
#include "store/catalogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "base/map.h"
#include "base/text.h"
#include "base/words.h"

enum { CACHE_LIMIT = 200000, PHRASE_WORDS_MAX = 4, PHRASE_SIZE = 256, VALUE_SIZE = 1024 };

struct catalogue_cache {
	struct map *ids; /* the kind's letter and the text, to the row's id */
};

struct catalogue_cache *catalogue_cache_new(void)
{
	struct catalogue_cache *cache = calloc(1, sizeof(*cache));
	if (cache == NULL)
		return NULL;
	cache->ids = map_new(CACHE_LIMIT);
	if (cache->ids == NULL) {
		free(cache);
		return NULL;
	}
	return cache;
}

void catalogue_cache_free(struct catalogue_cache *cache)
{
	if (cache == NULL)
		return;
	map_free(cache->ids);
	free(cache);
}

/* A key that cannot be mistaken for another kind's. Too long a text is not remembered. */
static bool cache_key(char *out, size_t size, char kind, int64_t of, const char *text)
{
	int n = snprintf(out, size, "%c%lld:%s", kind, (long long)of, text);
	return n > 0 && (size_t)n < size;
}

static bool cached(struct catalogue_cache *cache, char kind, int64_t of, const char *text,
		   int64_t *ret)
{
	char key[VALUE_SIZE];
	return cache != NULL && cache_key(key, sizeof(key), kind, of, text) &&
	       map_get(cache->ids, key, ret);
}

static void remember(struct catalogue_cache *cache, char kind, int64_t of, const char *text,
		     int64_t id)
{
	char key[VALUE_SIZE];
	if (cache != NULL && cache_key(key, sizeof(key), kind, of, text))
		map_put(cache->ids, key, id);
}

/* The one number of a statement with one row or none. */
static enum shop_status find_id(struct db *db, enum db_statement id, const struct db_arg *args,
				size_t count, int64_t *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, id, args, count, &s, err);
	if (!st)
		st = stmt_step(s, &row, err);
	if (!st)
		*ret = row ? stmt_int(s, 0) : 0;
	return st;
}

static enum shop_status vocabulary_add(struct db *db, const char *norm, const char *kind,
				       int64_t ref, struct shop_error *err)
{
	if (norm[0] == '\0')
		return SHOP_OK;
	return db_run(db, STMT_VOCABULARY_ADD, DB_ARGS(norm, kind, ref), NULL, err);
}

enum shop_status brand_put(struct db *db, struct catalogue_cache *cache, const char *name,
			   int64_t *ret, struct shop_error *err)
{
	*ret = 0;
	if (name == NULL || name[0] == '\0' || cached(cache, 'b', 0, name, ret))
		return SHOP_OK;
	enum shop_status st = find_id(db, STMT_BRAND_ID, DB_ARGS(name), ret, err);
	if (!st && *ret == 0) {
		char norm[PHRASE_SIZE];
		words_normal(name, norm, sizeof(norm));
		st = db_run_int(db, STMT_BRAND_INSERT, DB_ARGS(name), ret, err);
		if (!st)
			st = vocabulary_add(db, norm, "brand", *ret, err);
	}
	if (!st)
		remember(cache, 'b', 0, name, *ret);
	return st;
}

bool category_path(const char *text, char out[CATEGORY_PATH_SIZE])
{
	size_t n = 0;
	while (*text != '\0') {
		size_t len = strcspn(text, "/");
		const char *from = text, *to = text + len;
		while (from < to && text_is_space(*from))
			from++;
		while (to > from && text_is_space(to[-1]))
			to--;
		size_t width = (size_t)(to - from);
		if (n + width + 2 > CATEGORY_PATH_SIZE)
			return false;
		if (width > 0) {
			if (n > 0)
				out[n++] = '/';
			memcpy(out + n, from, width);
			n += width;
		}
		text += len + (text[len] == '/' ? 1 : 0);
	}
	out[n] = '\0';
	return true;
}

/* The row of one node of the tree. */
static enum shop_status category_node_put(struct db *db, const char *path, int64_t *ret,
					  struct shop_error *err)
{
	enum shop_status st = find_id(db, STMT_CATEGORY_ID, DB_ARGS(path), ret, err);
	if (st || *ret != 0)
		return st;
	const char *slash = strrchr(path, '/');
	char norm[PHRASE_SIZE];
	words_normal(slash != NULL ? slash + 1 : path, norm, sizeof(norm));
	st = db_run_int(db, STMT_CATEGORY_INSERT, DB_ARGS(path), ret, err);
	return st ? st : vocabulary_add(db, norm, "category", *ret, err);
}

enum shop_status category_put(struct db *db, struct catalogue_cache *cache, const char *path,
			      int64_t *ret, struct shop_error *err)
{
	*ret = 0;
	if (path == NULL || path[0] == '\0' || cached(cache, 'c', 0, path, ret))
		return SHOP_OK;
	char node[CATEGORY_PATH_SIZE];
	enum shop_status st = SHOP_OK;
	for (size_t n = strcspn(path, "/"); !st; n += 1 + strcspn(path + n + 1, "/")) {
		snprintf(node, sizeof(node), "%.*s", (int)n, path);
		st = category_node_put(db, node, ret, err);
		if (path[n] == '\0')
			break;
	}
	if (!st)
		remember(cache, 'c', 0, path, *ret);
	return st;
}

static enum shop_status attribute_put(struct db *db, struct catalogue_cache *cache,
				      const char *name, int64_t *ret, struct shop_error *err)
{
	if (cached(cache, 'a', 0, name, ret))
		return SHOP_OK;
	enum shop_status st = find_id(db, STMT_ATTRIBUTE_ID, DB_ARGS(name), ret, err);
	if (!st && *ret == 0)
		st = db_run_int(db, STMT_ATTRIBUTE_INSERT, DB_ARGS(name), ret, err);
	if (!st)
		remember(cache, 'a', 0, name, *ret);
	return st;
}

static bool is_alphabetic(const char *word)
{
	for (const char *p = word; *p != '\0'; p++)
		if (text_is_digit(*p))
			return false;
	return strlen(word) >= 2;
}

/* A value can be called by all of its words, if they are few, and by each that is no number. */
static enum shop_status value_vocabulary(struct db *db, struct catalogue_cache *cache,
					 const struct word *words, size_t count, int64_t attribute,
					 struct shop_error *err)
{
	char norm[PHRASE_SIZE];
	int64_t known;
	if (count == 0 || count > PHRASE_WORDS_MAX)
		return SHOP_OK;
	enum shop_status st = vocabulary_add(db, words_join(words, count, norm, sizeof(norm)),
					     "attribute", attribute, err);
	for (size_t i = 0; !st && count > 1 && i < count; i++) {
		if (!is_alphabetic(words[i].norm) ||
		    cached(cache, 'w', attribute, words[i].norm, &known))
			continue;
		st = vocabulary_add(db, words[i].norm, "attribute", attribute, err);
		remember(cache, 'w', attribute, words[i].norm, 1);
	}
	return st;
}

enum shop_status attribute_value_put(struct db *db, struct catalogue_cache *cache,
				     const char *name, const char *value, int64_t *ret,
				     struct shop_error *err)
{
	int64_t attribute;
	enum shop_status st = attribute_put(db, cache, name, &attribute, err);
	if (st || cached(cache, 'v', attribute, value, ret))
		return st;
	st = find_id(db, STMT_ATTRIBUTE_VALUE_ID, DB_ARGS(attribute, value), ret, err);
	if (!st && *ret == 0) {
		struct word words[64];
		char norm[VALUE_SIZE], padded[VALUE_SIZE + 2];
		size_t count = words_split(value, strlen(value), words, 64);
		words_join(words, count, norm, sizeof(norm));
		snprintf(padded, sizeof(padded), " %s ", norm);
		st = db_run_int(db, STMT_ATTRIBUTE_VALUE_INSERT,
				DB_ARGS(attribute, value, (const char *)padded), ret, err);
		if (!st)
			st = value_vocabulary(db, cache, words, count, attribute, err);
	}
	if (!st)
		remember(cache, 'v', attribute, value, *ret);
	return st;
}

enum shop_status words_put(struct db *db, struct catalogue_cache *cache, const char *name,
			   struct shop_error *err)
{
	enum { SHORTEST = 4 }; /* shorter words are not corrected */
	struct word words[64];
	int64_t known;
	enum shop_status st = SHOP_OK;
	size_t count = words_split(name, strlen(name), words, 64);
	for (size_t i = 0; !st && i < count; i++) {
		const char *word = words[i].fold;
		if (strlen(word) < SHORTEST || !is_alphabetic(word) ||
		    cached(cache, 'n', 0, word, &known))
			continue;
		st = db_run(db, STMT_WORD_ADD, DB_ARGS(word), NULL, err);
		remember(cache, 'n', 0, word, 1);
	}
	return st;
}

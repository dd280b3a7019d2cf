/* SPDX-License-Identifier: MIT */
/* Brands, categories, attributes: one row a name, and what shoppers may call them. */
#include "store/catalogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "base/map.h"
#include "base/memory.h"
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

void catalogue_cache_clear(struct catalogue_cache *cache)
{
	map_clear(cache->ids);
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
	       map_get(cache->ids, key, ret) && *ret != 0;
}

/* id 0: there is none any more. */
static void remember(struct catalogue_cache *cache, char kind, int64_t of, const char *text,
		     int64_t id)
{
	char key[VALUE_SIZE];
	if (cache != NULL && cache_key(key, sizeof(key), kind, of, text))
		map_put(cache->ids, key, id);
}

/* The one text of a statement about a row, which the caller frees; NULL if it has no row. */
static enum shop_status find_text(struct db *db, enum db_statement id, int64_t of, char **ret,
				  struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, id, DB_ARGS(of), &s, err);
	bool ok = true;
	if (st)
		return st;
	*ret = s != NULL ? stmt_copy(s, 0, &ok) : NULL;
	return ok ? SHOP_OK : out_of_memory(err);
}

static enum shop_status vocabulary_add(struct db *db, const char *norm, const char *kind,
				       int64_t ref, struct shop_error *err)
{
	if (norm[0] == '\0')
		return SHOP_OK;
	return db_run(db, STMT_VOCABULARY_ADD, DB_ARGS(norm, kind, ref), NULL, err);
}

static enum shop_status vocabulary_drop(struct db *db, const char *norm, const char *kind,
					int64_t ref, struct shop_error *err)
{
	enum shop_status st =
		db_run(db, STMT_VOCABULARY_RELEASE, DB_ARGS(norm, kind, ref), NULL, err);
	return st ? st : db_run(db, STMT_VOCABULARY_DELETE, DB_ARGS(norm, kind, ref), NULL, err);
}

enum shop_status brand_put(struct db *db, struct catalogue_cache *cache, const char *name,
			   int64_t *ret, struct shop_error *err)
{
	*ret = 0;
	if (name == NULL || name[0] == '\0' || cached(cache, 'b', 0, name, ret))
		return SHOP_OK;
	enum shop_status st = db_find_int(db, STMT_BRAND_ID, DB_ARGS(name), ret, err);
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
	enum shop_status st = db_find_int(db, STMT_CATEGORY_ID, DB_ARGS(path), ret, err);
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
	enum shop_status st = db_find_int(db, STMT_ATTRIBUTE_ID, DB_ARGS(name), ret, err);
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

/* A value can be called by all of its words, if they are few, and by each that is no number: each()
 * is vocabulary_add() or vocabulary_drop(). norm: its words with single spaces between them. */
static enum shop_status value_vocabulary(struct db *db, const char *norm, int64_t attribute,
					 enum shop_status (*each)(struct db *, const char *,
								  const char *, int64_t,
								  struct shop_error *),
					 struct shop_error *err)
{
	char text[PHRASE_SIZE];
	size_t spaces = 0;
	for (const char *p = norm; *p != '\0'; p++)
		spaces += *p == ' ';
	if (norm[0] == '\0' || spaces >= PHRASE_WORDS_MAX || strlen(norm) >= sizeof(text))
		return SHOP_OK;
	enum shop_status st = each(db, norm, "attribute", attribute, err);
	memcpy(text, norm, strlen(norm) + 1);
	char *rest = text, *word;
	while (!st && spaces > 0 && (word = strsep(&rest, " ")) != NULL)
		if (is_alphabetic(word))
			st = each(db, word, "attribute", attribute, err);
	return st;
}

enum shop_status attribute_value_put(struct db *db, struct catalogue_cache *cache, const char *name,
				     const char *value, int64_t *ret, struct shop_error *err)
{
	int64_t attribute;
	enum shop_status st = attribute_put(db, cache, name, &attribute, err);
	if (st || cached(cache, 'v', attribute, value, ret))
		return st;
	st = db_find_int(db, STMT_ATTRIBUTE_VALUE_ID, DB_ARGS(attribute, value), ret, err);
	if (!st && *ret == 0) {
		struct word words[64];
		char norm[VALUE_SIZE], padded[VALUE_SIZE + 2];
		size_t count = words_split(value, strlen(value), words, 64);
		words_join(words, count, norm, sizeof(norm));
		snprintf(padded, sizeof(padded), " %s ", norm);
		st = db_run_int(db, STMT_ATTRIBUTE_VALUE_INSERT,
				DB_ARGS(attribute, value, (const char *)padded), ret, err);
		if (!st)
			st = value_vocabulary(db, norm, attribute, vocabulary_add, err);
	}
	if (!st)
		remember(cache, 'v', attribute, value, *ret);
	return st;
}

/* Typing errors in shorter words are not mended. */
static bool is_mendable(const char *word)
{
	return strlen(word) >= 4 && is_alphabetic(word);
}

enum shop_status words_put(struct db *db, struct catalogue_cache *cache, const char *name,
			   struct shop_error *err)
{
	struct word words[64];
	int64_t known;
	enum shop_status st = SHOP_OK;
	size_t count = words_split(name, strlen(name), words, 64);
	for (size_t i = 0; !st && i < count; i++) {
		const char *word = words[i].fold;
		if (!is_mendable(word) || cached(cache, 'n', 0, word, &known))
			continue;
		st = db_run(db, STMT_WORD_ADD, DB_ARGS(word), NULL, err);
		remember(cache, 'n', 0, word, 1);
	}
	return st;
}

/* Does any product's name have the word, in the spelling of `name` or as it is kept? Both are asked
 * for, since the text index folds accents in its own way. */
static enum shop_status word_used(struct db *db, const char *name, const struct word *word,
				  bool *ret, struct shop_error *err)
{
	char expression[4 * WORD_SIZE];
	int64_t used = 0;
	int len = (int)(word->end - word->start < WORD_SIZE ? word->end - word->start : WORD_SIZE);
	/* The letters of a word hold no quotation mark. */
	snprintf(expression, sizeof(expression), "name : \"%.*s\" OR name : \"%s\"", len,
		 name + word->start, word->fold);
	enum shop_status st = db_run_int(db, STMT_PRODUCT_TEXT_MATCHES,
					 DB_ARGS((const char *)expression), &used, err);
	*ret = used != 0;
	return st;
}

enum shop_status words_drop_unused(struct db *db, struct catalogue_cache *cache, const char *name,
				   struct shop_error *err)
{
	struct word words[64];
	enum shop_status st = SHOP_OK;
	size_t count = words_split(name, strlen(name), words, 64);
	for (size_t i = 0; !st && i < count; i++) {
		bool used = true;
		const char *word = words[i].fold;
		if (!is_mendable(word))
			continue;
		st = word_used(db, name, &words[i], &used, err);
		if (st || used)
			continue;
		st = db_run(db, STMT_WORD_DELETE, DB_ARGS(word), NULL, err);
		remember(cache, 'n', 0, word, 0);
	}
	return st;
}

enum shop_status brand_drop_unused(struct db *db, struct catalogue_cache *cache, int64_t id,
				   struct shop_error *err)
{
	CLEANUP(free_charp) char *name = NULL;
	char norm[PHRASE_SIZE];
	enum shop_status st = find_text(db, STMT_BRAND_UNUSED, id, &name, err);
	if (st || name == NULL)
		return st;
	words_normal(name, norm, sizeof(norm));
	st = vocabulary_drop(db, norm, "brand", id, err);
	remember(cache, 'b', 0, name, 0);
	return st ? st : db_run(db, STMT_BRAND_DELETE, DB_ARGS(id), NULL, err);
}

/* One node, if nothing is in it or below it; *ret_path stays NULL otherwise. */
static enum shop_status category_node_drop(struct db *db, struct catalogue_cache *cache, int64_t id,
					   char **ret_path, struct shop_error *err)
{
	char norm[PHRASE_SIZE];
	enum shop_status st = find_text(db, STMT_CATEGORY_UNUSED, id, ret_path, err);
	if (st || *ret_path == NULL)
		return st;
	const char *slash = strrchr(*ret_path, '/');
	words_normal(slash != NULL ? slash + 1 : *ret_path, norm, sizeof(norm));
	st = vocabulary_drop(db, norm, "category", id, err);
	remember(cache, 'c', 0, *ret_path, 0);
	return st ? st : db_run(db, STMT_CATEGORY_DELETE, DB_ARGS(id), NULL, err);
}

enum shop_status category_drop_unused(struct db *db, struct catalogue_cache *cache, int64_t id,
				      struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	while (!st && id != 0) {
		CLEANUP(free_charp) char *path = NULL;
		st = category_node_drop(db, cache, id, &path, err);
		id = 0;
		char *slash = path != NULL ? strrchr(path, '/') : NULL;
		if (st || slash == NULL)
			continue;
		*slash = '\0';
		st = db_find_int(db, STMT_CATEGORY_ID, DB_ARGS((const char *)path), &id, err);
	}
	return st;
}

static enum shop_status attribute_drop_unused(struct db *db, struct catalogue_cache *cache,
					      int64_t id, struct shop_error *err)
{
	CLEANUP(free_charp) char *name = NULL;
	enum shop_status st = find_text(db, STMT_ATTRIBUTE_UNUSED, id, &name, err);
	if (st || name == NULL)
		return st;
	remember(cache, 'a', 0, name, 0);
	return db_run(db, STMT_ATTRIBUTE_DELETE, DB_ARGS(id), NULL, err);
}

/* What is dropped is read first: its statement must be put back before the rows go. */
static enum shop_status value_unused(struct db *db, struct catalogue_cache *cache, int64_t id,
				     int64_t *ret_attribute, char norm[VALUE_SIZE],
				     struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_ATTRIBUTE_VALUE_UNUSED, DB_ARGS(id), &s, err);
	*ret_attribute = 0;
	if (st || s == NULL)
		return st;
	*ret_attribute = stmt_int(s, 0);
	remember(cache, 'v', *ret_attribute, stmt_text(s, 2), 0);
	/* Without the space before and after it. */
	const char *padded = stmt_text(s, 3);
	size_t len = strlen(padded);
	snprintf(norm, VALUE_SIZE, "%.*s", len > 2 ? (int)len - 2 : 0, padded + 1);
	return SHOP_OK;
}

enum shop_status attribute_value_drop_unused(struct db *db, struct catalogue_cache *cache,
					     int64_t id, struct shop_error *err)
{
	char norm[VALUE_SIZE];
	int64_t attribute = 0;
	enum shop_status st = value_unused(db, cache, id, &attribute, norm, err);
	if (st || attribute == 0)
		return st;
	st = value_vocabulary(db, norm, attribute, vocabulary_drop, err);
	if (!st)
		st = db_run(db, STMT_ATTRIBUTE_VALUE_DELETE, DB_ARGS(id), NULL, err);
	return st ? st : attribute_drop_unused(db, cache, attribute, err);
}

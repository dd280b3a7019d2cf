/* SPDX-License-Identifier: MIT */
/* Open addressing with linear probing. */
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

enum { SIZE_FIRST = 1024 };

struct entry {
	char *key;
	int64_t value;
};

struct map {
	struct entry *entries;
	size_t size, count; /* size is a power of two, at least twice the count */
	size_t limit;
};

struct map *map_new(size_t limit)
{
	struct map *m = calloc(1, sizeof(*m));
	if (m == NULL)
		return NULL;
	m->limit = limit;
	m->size = SIZE_FIRST;
	m->entries = calloc(m->size, sizeof(*m->entries));
	if (m->entries == NULL) {
		free(m);
		return NULL;
	}
	return m;
}

void map_clear(struct map *m)
{
	if (m->count == 0)
		return;
	for (size_t i = 0; i < m->size; i++)
		free(m->entries[i].key);
	memset(m->entries, 0, m->size * sizeof(*m->entries));
	m->count = 0;
}

void map_free(struct map *m)
{
	if (m == NULL)
		return;
	map_clear(m);
	free(m->entries);
	free(m);
}

static struct entry *map_slot(const struct map *m, const char *key)
{
	size_t i = (size_t)hash_text(key) & (m->size - 1);
	while (m->entries[i].key != NULL && strcmp(m->entries[i].key, key) != 0)
		i = (i + 1) & (m->size - 1);
	return &m->entries[i];
}

bool map_get(const struct map *m, const char *key, int64_t *ret)
{
	const struct entry *e = map_slot(m, key);
	if (e->key == NULL)
		return false;
	*ret = e->value;
	return true;
}

/* Room for another: twice as many slots where half are taken. False: no memory. */
static bool map_grow(struct map *m)
{
	if (2 * (m->count + 1) <= m->size)
		return true;
	struct map grown = { .size = 2 * m->size };
	grown.entries = calloc(grown.size, sizeof(*grown.entries));
	if (grown.entries == NULL)
		return false;
	for (size_t i = 0; i < m->size; i++)
		if (m->entries[i].key != NULL)
			*map_slot(&grown, m->entries[i].key) = m->entries[i];
	free(m->entries);
	m->entries = grown.entries;
	m->size = grown.size;
	return true;
}

void map_put(struct map *m, const char *key, int64_t value)
{
	if (m->count >= m->limit)
		map_clear(m);
	if (!map_grow(m))
		return;
	struct entry *e = map_slot(m, key);
	if (e->key == NULL) {
		e->key = strdup(key);
		if (e->key == NULL)
			return;
		m->count++;
	}
	e->value = value;
}

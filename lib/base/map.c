/* SPDX-License-Identifier: MIT */
/* Open addressing with linear probing; FNV-1a, as its authors give it for 64 bits. */
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

struct entry {
	char *key;
	int64_t value;
};

struct map {
	struct entry *entries;
	size_t size, count; /* size is a power of two, at least twice the limit */
	size_t limit;
};

struct map *map_new(size_t limit)
{
	struct map *m = calloc(1, sizeof(*m));
	if (m == NULL)
		return NULL;
	m->limit = limit;
	m->size = 16;
	while (m->size < 2 * limit)
		m->size *= 2;
	m->entries = calloc(m->size, sizeof(*m->entries));
	if (m->entries == NULL) {
		free(m);
		return NULL;
	}
	return m;
}

static void map_clear(struct map *m)
{
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
	uint64_t h = UINT64_C(14695981039346656037);
	for (const char *p = key; *p != '\0'; p++)
		h = (h ^ (unsigned char)*p) * UINT64_C(1099511628211);
	size_t i = (size_t)h & (m->size - 1);
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

void map_put(struct map *m, const char *key, int64_t value)
{
	if (m->count >= m->limit)
		map_clear(m);
	struct entry *e = map_slot(m, key);
	if (e->key == NULL) {
		e->key = strdup(key);
		if (e->key == NULL)
			return;
		m->count++;
	}
	e->value = value;
}

/* SPDX-License-Identifier: MIT */
#pragma once

/* A map from texts to numbers that forgets everything when it holds too much: a cache. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct map;

/* limit: how many texts it holds at the most. NULL without memory. */
struct map *map_new(size_t limit);
void map_free(struct map *m);
/* Forgets everything. */
void map_clear(struct map *m);
bool map_get(const struct map *m, const char *key, int64_t *ret);
/* A put that finds no memory is a put that was forgotten. */
void map_put(struct map *m, const char *key, int64_t value);

/* SPDX-License-Identifier: MIT */
#pragma once

/* A store that many processes of the program work on at the same time. Failures fail the test that
 * is running. */

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "support/scratch.h"

/* Who acts: each has a login. The customers have an address in the order's options. */
enum { ADMIN, ALICE, BOB, CAROL, PEOPLE };

#define ADDRESS "1 Elm, Ash, Z9, Oz"

struct box {
	char folder[SCRATCH_PATH_SIZE], store[SCRATCH_PATH_SIZE];
	unsigned first_seed, seed;
};

/* records: more lines of the exchange format, such as products; may be "". */
void box_make(struct box *b, const char *records);
void box_remove(struct box *b);

/* From 0 to n - 1; the same row of numbers for the same STRESS_SEED. */
unsigned box_random(struct box *b, unsigned n);

/* How long to go on, in seconds: STRESS_SECONDS, or a few. */
int box_seconds(void);

/* A process that has been started; its output goes to a file. */
struct run {
	pid_t pid;
	char out[SCRATCH_PATH_SIZE];
};

/* Starts `shop WORDS...` as that person; name is the output's file's. With a gate, a
 * pipe, it waits until nobody else holds the pipe's end to write to. */
struct start {
	int who;
	const int *gate; /* NULL: none */
	const char *name;
	const char *const *words; /* ending in NULL */
};
void box_start(const struct box *b, const struct start *how, struct run *ret);

/* The exit status, or 128 and the signal's number. */
int run_wait(struct run *r);
/* What it wrote; the caller frees it. */
char *run_output(const struct run *r);
/* The number of the order in the one JSON document that it wrote whole, or 0. */
int64_t run_order(const struct run *r);

/* Starts it and waits. */
int box_run(const struct box *b, int who, const char *const *words);

/* What must be true of a store (or a backup of it) whatever happened to it: says what is not, and
 * fails. */
void box_check_file(const struct box *b, const char *path);
/* The same of the box's store, of which `shop doctor` must find nothing wrong either. */
void box_check(const struct box *b);

int64_t box_ms(void);

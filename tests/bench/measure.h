/* SPDX-License-Identifier: MIT */
#pragma once

/* Runs whole processes and tells what they took. */

#include <stdbool.h>
#include <stddef.h>

/* One process, from before it was started to after it was waited for. */
struct sample {
	double wall_ms, cpu_ms; /* cpu: user and system */
	long peak_kib;          /* resident; never less than this program's own */
	int code;               /* of the exit; 128 and the signal if one killed it */
	size_t output_len;
};

enum { OUTPUT_SIZE = 256 * 1024 };

/* Runs argv (argv[0] is a path) with an empty standard input, and reads its standard output to
 * the end; what fits into output is kept there, NUL-terminated. False, having said why on stderr,
 * if it could not be started. */
bool process_run(char *const argv[], char output[OUTPUT_SIZE], struct sample *ret);

/* Many samples of one command. */
struct series {
	struct sample *samples;
	size_t count, size;
};

void series_add(struct series *s, const struct sample *sample);
void series_done(struct series *s);

struct spread {
	double low, median, high; /* the quartiles */
};

struct spread series_wall(const struct series *s);
double series_cpu(const struct series *s); /* the median */
long series_peak(const struct series *s);  /* the largest, KiB */
/* Of the quotients of the samples taken one after the other. */
struct spread series_ratio(const struct series *a, const struct series *b);

/* SPDX-License-Identifier: MIT */
#pragma once

/* A model server for one test: starts the test double that stands beside the test. Failures fail
 * the test that is running. */

#include <jansson.h>
#include <sys/types.h>

#include "support/scratch.h"

struct model {
	pid_t pid;
	int stdin_fd;
	char url[SCRATCH_PATH_SIZE];
	char folder[SCRATCH_PATH_SIZE], log[SCRATCH_PATH_SIZE];
};

/* script: a script of double/script.h with ' for ", or NULL. option: "--refuse", "--unix" (a
 * socket in the folder), or NULL. */
void model_start(struct model *m, const char *script, const char *option);
void model_stop(struct model *m);
/* What has been logged, an array of objects; the caller lets it go. */
json_t *model_log(const struct model *m);
/* The n-th logged request for path, counted from 0; waits a moment for it. *ret_log to be let go. */
const json_t *model_request(const struct model *m, const char *path, size_t n, json_t **ret_log);
/* How many requests for path were logged. */
size_t model_count(const struct model *m, const char *path);

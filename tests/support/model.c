/* SPDX-License-Identifier: MIT */
/* Starting and stopping the test double, and reading what it wrote down. */
#include "support/model.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void write_script(const char *path, const char *script)
{
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	for (; *script != '\0'; script++)
		fputc(*script == '\'' ? '"' : *script, f);
	assert_int_equal(fclose(f), 0);
}

static void program_path(char out[SCRATCH_PATH_SIZE])
{
	ssize_t n = readlink("/proc/self/exe", out, SCRATCH_PATH_SIZE - 32);
	assert_true(n > 0);
	out[n] = '\0';
	snprintf(strrchr(out, '/'), 32, "/model_double");
}

static void become(const struct model *m, const char *script, const char *option, const int in[2],
		   const int out[2])
{
	char program[SCRATCH_PATH_SIZE], socket[SCRATCH_PATH_SIZE];
	const char *argv[8] = { "model_double", script, "--log", m->log };
	int n = 4;
	program_path(program);
	if (option != NULL)
		argv[n++] = option;
	if (option != NULL && strcmp(option, "--unix") == 0)
		argv[n++] = scratch_path(socket, m->folder, "socket");
	dup2(in[0], STDIN_FILENO);
	dup2(out[1], STDOUT_FILENO);
	execv(program, (char *const *)(uintptr_t)argv);
	_exit(127);
}

void model_start(struct model *m, const char *script, const char *option)
{
	char path[SCRATCH_PATH_SIZE];
	int in[2], out[2];
	scratch_make(m->folder);
	scratch_path(m->log, m->folder, "log");
	scratch_path(path, m->folder, "script.json");
	write_script(path, script != NULL ? script : "{}");
	assert_int_equal(pipe2(in, O_CLOEXEC), 0);
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	m->pid = fork();
	assert_true(m->pid >= 0);
	if (m->pid == 0)
		become(m, path, option, in, out);
	close(in[0]);
	close(out[1]);
	m->stdin_fd = in[1];
	FILE *f = fdopen(out[0], "r");
	assert_non_null(f);
	assert_non_null(fgets(m->url, sizeof(m->url), f));
	fclose(f);
	m->url[strcspn(m->url, "\n")] = '\0';
}

void model_stop(struct model *m)
{
	int status;
	close(m->stdin_fd);
	assert_int_equal(waitpid(m->pid, &status, 0), m->pid);
	scratch_remove(m->folder);
	/* Sanitizers speak by the exit code. */
	assert_int_equal(status, 0);
}

json_t *model_log(const struct model *m)
{
	json_t *log = json_array();
	char *line = NULL;
	size_t size = 0;
	FILE *f = fopen(m->log, "r");
	assert_non_null(f);
	while (getline(&line, &size, f) > 0) {
		json_t *entry = json_loads(line, 0, NULL);
		assert_non_null(entry);
		json_array_append_new(log, entry);
	}
	free(line);
	fclose(f);
	return log;
}

static const json_t *find(const json_t *log, const char *path, size_t n)
{
	size_t i;
	json_t *entry;
	json_array_foreach (log, i, entry) {
		if (strcmp(json_string_value(json_object_get(entry, "path")), path) == 0 &&
		    n-- == 0)
			return entry;
	}
	return NULL;
}

const json_t *model_request(const struct model *m, const char *path, size_t n, json_t **ret_log)
{
	/* A request is logged when it is over, which may be after its client knows. */
	for (int i = 0; i < 200; i++) {
		*ret_log = model_log(m);
		const json_t *entry = find(*ret_log, path, n);
		if (entry != NULL)
			return entry;
		json_decref(*ret_log);
		usleep(10000);
	}
	fail_msg("request %zu for %s was not logged", n, path);
	return NULL;
}

size_t model_count(const struct model *m, const char *path)
{
	size_t n = 0;
	json_t *log = model_log(m);
	while (find(log, path, n) != NULL)
		n++;
	json_decref(log);
	return n;
}

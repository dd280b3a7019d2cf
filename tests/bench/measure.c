/* SPDX-License-Identifier: MIT */
/* posix_spawn() and wait4(): a fork of this program would cost time in proportion to its memory. */
#include "measure.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double timeval_ms(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static int start(char *const argv[], int out, pid_t *ret)
{
	posix_spawn_file_actions_t actions;
	int rc = posix_spawn_file_actions_init(&actions);
	if (rc != 0)
		return rc;
	rc = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	if (rc == 0)
		rc = posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	if (rc == 0)
		rc = posix_spawn(ret, argv[0], &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	return rc;
}

/* All that comes; what does not fit is counted and forgotten. */
static size_t drain(int fd, char output[OUTPUT_SIZE])
{
	static char rest[64 * 1024];
	size_t kept = 0, len = 0;
	for (;;) {
		size_t room = OUTPUT_SIZE - 1 - kept;
		ssize_t n = room > 0 ? read(fd, output + kept, room) : read(fd, rest, sizeof(rest));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		kept += room > 0 ? (size_t)n : 0;
		len += (size_t)n;
	}
	output[kept] = '\0';
	return len;
}

bool process_run(char *const argv[], char output[OUTPUT_SIZE], struct sample *ret)
{
	int ends[2];
	if (pipe2(ends, O_CLOEXEC) != 0) {
		perror("cannot make a pipe");
		return false;
	}
	pid_t pid = 0;
	double begun = now_ms();
	int rc = start(argv, ends[1], &pid);
	close(ends[1]);
	if (rc != 0) {
		fprintf(stderr, "cannot start '%s': %s\n", argv[0], strerror(rc));
		close(ends[0]);
		return false;
	}
	*ret = (struct sample){ .output_len = drain(ends[0], output) };
	int status = 0;
	struct rusage usage;
	while (wait4(pid, &status, 0, &usage) < 0 && errno == EINTR)
		;
	ret->wall_ms = now_ms() - begun;
	ret->cpu_ms = timeval_ms(usage.ru_utime) + timeval_ms(usage.ru_stime);
	ret->peak_kib = usage.ru_maxrss;
	ret->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	close(ends[0]);
	return true;
}

static void *need(void *memory)
{
	if (memory == NULL) {
		fputs("out of memory\n", stderr);
		exit(1);
	}
	return memory;
}

void series_add(struct series *s, const struct sample *sample)
{
	if (s->count == s->size) {
		s->size = s->size == 0 ? 64 : 2 * s->size;
		s->samples = need(reallocarray(s->samples, s->size, sizeof(*s->samples)));
	}
	s->samples[s->count++] = *sample;
}

void series_done(struct series *s)
{
	free(s->samples);
	*s = (struct series){ 0 };
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y ? 1 : 0;
}

static double quantile(const double *sorted, size_t count, double q)
{
	double at = q * (double)(count - 1);
	size_t below = (size_t)at;
	if (below + 1 >= count)
		return sorted[count - 1];
	return sorted[below] + (at - (double)below) * (sorted[below + 1] - sorted[below]);
}

/* Takes the values over. */
static struct spread spread_of(double *values, size_t count)
{
	struct spread s = { 0 };
	if (count > 0) {
		qsort(values, count, sizeof(*values), compare);
		s = (struct spread){ quantile(values, count, 0.25), quantile(values, count, 0.5),
				     quantile(values, count, 0.75) };
	}
	free(values);
	return s;
}

struct spread series_wall(const struct series *s)
{
	double *values = need(calloc(s->count + 1, sizeof(*values)));
	for (size_t i = 0; i < s->count; i++)
		values[i] = s->samples[i].wall_ms;
	return spread_of(values, s->count);
}

double series_cpu(const struct series *s)
{
	double *values = need(calloc(s->count + 1, sizeof(*values)));
	for (size_t i = 0; i < s->count; i++)
		values[i] = s->samples[i].cpu_ms;
	return spread_of(values, s->count).median;
}

long series_peak(const struct series *s)
{
	long peak = 0;
	for (size_t i = 0; i < s->count; i++)
		if (s->samples[i].peak_kib > peak)
			peak = s->samples[i].peak_kib;
	return peak;
}

struct spread series_ratio(const struct series *a, const struct series *b)
{
	size_t count = a->count < b->count ? a->count : b->count;
	double *values = need(calloc(count + 1, sizeof(*values)));
	for (size_t i = 0; i < count; i++)
		values[i] = a->samples[i].wall_ms / b->samples[i].wall_ms;
	return spread_of(values, count);
}

/* SPDX-License-Identifier: MIT */
/* Runs chafa: no shell, nothing open but its three streams, and an end to its patience. */
#include "ui/picture.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "ui/picture_bytes.h"
#include "ui/printer.h"
#include "ui/write_all.h"

enum { TIME_MS = 3000, CPU_SECONDS = 5 };
enum { OUTPUT_MAX = 8 * 1024 * 1024, MEMORY_MAX = 1024 * 1024 * 1024 };
enum { COLUMNS_MAX = 40, ROWS_MAX = 14, COLUMNS_MIN = 10 };

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The bytes as a file that has no name. -1 if there can be none. */
static int memory_file(const void *bytes, size_t len)
{
	int fd = memfd_create("picture", MFD_CLOEXEC);
	if (fd < 0 || (write_all(fd, bytes, len) && lseek(fd, 0, SEEK_SET) == 0))
		return fd;
	close(fd);
	return -1;
}

static void limit(__rlimit_resource_t what, rlim_t most)
{
	const struct rlimit l = { .rlim_cur = most, .rlim_max = most };
	setrlimit(what, &l);
}

/* In the child; does not return. */
static void run(const struct picture *p, int in, int out)
{
	static const char *const formats[] = { [PICTURE_SYMBOLS] = "symbols",
					       [PICTURE_SIXEL] = "sixels",
					       [PICTURE_KITTY] = "kitty",
					       [PICTURE_ITERM] = "iterm" };
	static char locale[] = "LC_ALL=C.UTF-8";
	static char term[] = "TERM=xterm-256color";
	char *const environment[] = { locale, term, NULL };
	const char *program = p->program != NULL ? p->program : "chafa";
	char size[48];
	snprintf(size, sizeof(size), "%zux%zu", p->columns, p->rows);
	const char *const words[] = {
		program,      "--format",  formats[p->form],
		"--size",     size,        "--colors",
		p->colors,    "--symbols", p->utf8 ? "block+border+space" : "ascii",
		"--animate",  "off",       "--polite",
		"on",         "--threads", "1",
		"--optimize", "0",         "-",
		NULL,
	};
	int nowhere = open("/dev/null", O_WRONLY);
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	dup2(nowhere, STDERR_FILENO);
	closefrom(STDERR_FILENO + 1);
	limit(RLIMIT_CPU, CPU_SECONDS);
	limit(RLIMIT_AS, MEMORY_MAX);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CORE, 0);
	execvpe(program, (char *const *)(uintptr_t)words, environment);
	_exit(127);
}

/* Takes what comes until its end. False: too much, or too late. */
static bool collect(int from, int64_t until_ms, FILE *into)
{
	char piece[16 * 1024];
	size_t total = 0;
	for (;;) {
		struct pollfd wait = { .fd = from, .events = POLLIN };
		int64_t left = until_ms - now_ms();
		int ready = left > 0 ? poll(&wait, 1, (int)left) : 0;
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0)
			return false;
		ssize_t n = read(from, piece, sizeof(piece));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		total += (size_t)n;
		if (total > OUTPUT_MAX || fwrite(piece, 1, (size_t)n, into) != (size_t)n)
			return false;
	}
}

/* Waits for the program, which may go on after its output has ended, and ends it when its time is
 * over. Tells whether it did what it was to do. */
static bool finish(pid_t pid, bool well, int64_t until_ms)
{
	const struct timespec pause = { .tv_nsec = 2 * 1000 * 1000 };
	int status = 0;
	pid_t ended = 0;
	while (well && (ended = waitpid(pid, &status, WNOHANG)) == 0) {
		well = now_ms() < until_ms;
		nanosleep(&pause, NULL);
	}
	if (ended == 0) {
		kill(pid, SIGKILL);
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
			;
	}
	return well && ended == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool draw_into(const struct picture *p, int in, FILE *into)
{
	int ends[2];
	int64_t until = now_ms() + (p->time_ms > 0 ? p->time_ms : TIME_MS);
	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	pid_t pid = fork();
	if (pid == 0)
		run(p, in, ends[1]);
	close(ends[1]);
	bool well = pid > 0 && collect(ends[0], until, into);
	close(ends[0]);
	return pid > 0 && finish(pid, well, until);
}

bool picture_draw(FILE *out, const struct picture *p)
{
	char *drawn = NULL;
	size_t len = 0;
	if (p->form == PICTURE_NONE || p->len == 0)
		return false;
	int in = memory_file(p->bytes, p->len);
	FILE *into = in >= 0 ? open_memstream(&drawn, &len) : NULL;
	bool well = into != NULL && draw_into(p, in, into);
	well = (into == NULL || fclose(into) == 0) && well;
	if (in >= 0)
		close(in);
	well = well && picture_bytes_fine(p->form, drawn, len);
	if (well)
		fwrite(drawn, 1, len, out);
	if (well && drawn[len - 1] != '\n')
		fputc('\n', out);
	free(drawn);
	return well;
}

bool emit_has_pictures(const struct emit *e)
{
	return emit_has_color(e) && e->hidden == 0 && !e->how.no_pictures &&
	       e->how.terminal != NULL && picture_form_of(e->how.terminal) != PICTURE_NONE &&
	       e->width >= COLUMNS_MIN;
}

bool emit_picture(struct emit *e, const void *bytes, size_t len)
{
	if (!emit_has_pictures(e) || e->pager != 0)
		return false;
	/* Without characters to draw with, pixels may still be there. */
	struct picture p = { .bytes = bytes,
			     .len = len,
			     .form = picture_form_of(e->how.terminal),
			     .colors = picture_colors_of(e->how.terminal),
			     .columns = e->width < COLUMNS_MAX ? e->width : COLUMNS_MAX,
			     .rows = ROWS_MAX,
			     .utf8 = e->utf8 };
	if (!picture_draw(e->out, &p))
		return false;
	if (e->depth > 0)
		e->levels[e->depth - 1].any = true;
	return true;
}

/* SPDX-License-Identifier: MIT */
/* Runs a command in a folder and an environment of its own. */
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What date words count from: a Sunday. */
#define NOW "2026-11-22T10:00:00Z"

static void die(const char *what, const char *name)
{
	fprintf(stderr, "%s '%s': %s\n", what, name, strerror(errno));
	exit(1);
}

const char *needed(const char *variable)
{
	const char *v = getenv(variable);
	if (v == NULL) {
		fprintf(stderr, "%s is not set: run this by ctest\n", variable);
		exit(1);
	}
	return v;
}

/* For root, the permissions of files are only a hint, unless it gives up these rights. They are
 * taken from the bounding set, so that they are gone when the next program begins. */
static bool obey_permissions(void)
{
	if (geteuid() != 0)
		return true;
	return prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) == 0 &&
	       prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0) == 0;
}

bool sandbox_has_permissions(void)
{
	pid_t child = fork();
	if (child == 0)
		_exit(obey_permissions() ? 0 : 1);
	int status = 0;
	waitpid(child, &status, 0);
	return status == 0;
}

static void clear_folder(const char *path)
{
	/* Folders that a test has made unwritable stop root no less than others. */
	char *command = NULL;
	if (asprintf(&command, "test ! -d '%s' || { chmod -R u+rwX '%s' && rm -rf '%s'; }", path,
		     path, path) < 0)
		die("no memory for", path);
	if (system(command) != 0)
		die("cannot clear", path);
	free(command);
}

static void make_folders(char *path)
{
	for (char *p = strchr(path + 1, '/'); p != NULL; p = strchr(p + 1, '/')) {
		*p = '\0';
		mkdir(path, 0755);
		*p = '/';
	}
	if (mkdir(path, 0700) != 0 && errno != EEXIST)
		die("cannot make", path);
}

void sandbox_make(struct sandbox *s, const char *name)
{
	int n = snprintf(s->home, sizeof(s->home) - 8, "%s/%s", needed("TEST_SANDBOXES"), name);
	if (n < 0 || n > (int)sizeof(s->home) - 16) {
		fprintf(stderr, "the name '%s' is too long\n", name);
		exit(1);
	}
	clear_folder(s->home);
	make_folders(s->home);
	snprintf(s->out, sizeof(s->out), "%.*s.stdout", n, s->home);
	snprintf(s->err, sizeof(s->err), "%.*s.stderr", n, s->home);
}

static void put_environment(const char *name, const char *value)
{
	if (setenv(name, value, /* overwrite= */ 1) != 0)
		die("cannot set", name);
}

/* Keeps of the old environment what the sanitizers want, and nothing else. */
static void environment_make(const struct sandbox *s)
{
	static const char *const kept[] = { "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS" };
	char *values[sizeof(kept) / sizeof(kept[0])], *path = NULL, *demo = NULL;
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		values[i] = getenv(kept[i]);
	const char *fixtures = needed("TEST_FIXTURES");
	if (asprintf(&path, "%s:%s/tools:%s:/usr/local/bin:/usr/bin:/bin", needed("TEST_PROGRAMS"),
		     needed("TEST_TRANSCRIPTS"), needed("TEST_DOUBLES")) < 0 ||
	    asprintf(&demo, "%s/demo-store", needed("TEST_SANDBOXES")) < 0)
		die("no memory for", "the environment");
	clearenv();
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		if (values[i] != NULL)
			put_environment(kept[i], values[i]);
	put_environment("PATH", path);
	put_environment("HOME", s->home);
	put_environment("TZ", "UTC");
	put_environment("LANG", "C.UTF-8");
	put_environment("TERM", "xterm");
	put_environment("COLUMNS", "80");
	put_environment("SHOP_NOW", NOW);
	put_environment("FIXTURES", fixtures);
	put_environment("DEMO", demo);
}

static void redirect(const char *path, int flags, int to)
{
	int fd = open(path, flags, 0600);
	if (fd < 0 || dup2(fd, to) != to)
		die("cannot open", path);
	if (fd != to)
		close(fd);
}

static void child_run(const struct sandbox *s, const char *command)
{
	environment_make(s);
	if (chdir(s->home) != 0)
		die("cannot enter", s->home);
	redirect("/dev/null", O_RDONLY, STDIN_FILENO);
	redirect(s->out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
	redirect(s->err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
	umask(022);
	obey_permissions();
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	die("cannot run", "/bin/sh");
}

static char *read_file(const char *path, size_t *ret_len)
{
	FILE *f = fopen(path, "r");
	struct stat sb;
	if (f == NULL || fstat(fileno(f), &sb) != 0)
		die("cannot read", path);
	char *text = malloc((size_t)sb.st_size + 1);
	if (text == NULL)
		die("no memory for", path);
	*ret_len = fread(text, 1, (size_t)sb.st_size, f);
	text[*ret_len] = '\0';
	fclose(f);
	return text;
}

/* Puts "$HOME" where the home folder's path stands, which is never longer. */
static void hide_home(char *text, size_t *len, const char *home)
{
	size_t from = 0, to = 0, n = strlen(home);
	while (from < *len) {
		if (*len - from >= n && memcmp(text + from, home, n) == 0) {
			memcpy(text + to, "$HOME", 5);
			from += n;
			to += 5;
		} else {
			text[to++] = text[from++];
		}
	}
	text[to] = '\0';
	*len = to;
}

void sandbox_run(const struct sandbox *s, const char *command, struct result *ret)
{
	fflush(NULL);
	pid_t child = fork();
	if (child < 0)
		die("cannot fork for", command);
	if (child == 0)
		child_run(s, command);
	int status = 0;
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			die("cannot wait for", command);
	ret->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	ret->out = read_file(s->out, &ret->out_len);
	ret->err = read_file(s->err, &ret->err_len);
	hide_home(ret->out, &ret->out_len, s->home);
	hide_home(ret->err, &ret->err_len, s->home);
}

void result_done(struct result *r)
{
	free(r->out);
	free(r->err);
}

/* SPDX-License-Identifier: MIT */
/* Runs the user's editor. */
#include "core/editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/config.h"
#include "core/prompt.h"
#include "ui/write_all.h"

enum { TEXT_MAX = 1024 * 1024 };

enum shop_status editor_need(struct cmd_context *cx)
{
	if (prompt_possible(cx) && isatty(STDOUT_FILENO))
		return SHOP_OK;
	shop_error_set(&cx->err, SHOP_E_INVALID, "an editor needs a terminal%s",
		       cx->globals.no_input ? ", and --no-input forbids to ask" : "");
	shop_error_hint(&cx->err, "'shop admin product update' changes a product by options");
	return SHOP_E_INVALID;
}

static enum shop_status cannot(struct cmd_context *cx, const char *what, const char *path)
{
	return shop_error_set(&cx->err, SHOP_E_IO, "cannot %s '%s': %s", what, path,
			      strerror(errno));
}

enum shop_status editor_begin(struct cmd_context *cx, const char *name, const char *text,
			      struct editor_file *ret)
{
	/* The folder is private too: an editor keeps copies of its own beside the file. */
	*ret = (struct editor_file){ 0 };
	if (asprintf(&ret->folder, "%s/shop-edit-XXXXXX", cx->config->temporary) < 0)
		ret->folder = NULL;
	if (ret->folder == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	if (mkdtemp(ret->folder) == NULL) {
		enum shop_status st = cannot(cx, "make", ret->folder);
		free(ret->folder);
		ret->folder = NULL;
		return st;
	}
	if (asprintf(&ret->path, "%s/%s", ret->folder, name) < 0) {
		ret->path = NULL;
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	}
	int fd = open(ret->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return cannot(cx, "write", ret->path);
	bool written = write_all(fd, text, strlen(text));
	enum shop_status st = written ? SHOP_OK : cannot(cx, "write", ret->path);
	close(fd);
	return st;
}

/* In the child; does not return. The editor may be a command with arguments: "code --wait". */
static void exec_editor(const char *editor, const char *path)
{
	char *command = NULL;
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	if (asprintf(&command, "%s \"$@\"", editor) >= 0)
		execl("/bin/sh", "sh", "-c", command, editor, path, (char *)NULL);
	_exit(127);
}

static enum shop_status wait_for(struct cmd_context *cx, const char *editor, const char *path)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, interrupt, quit;
	int status = 0;
	fflush(NULL);
	/* Ctrl-C is the editor's. */
	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &quit);
	pid_t pid = fork();
	if (pid == 0)
		exec_editor(editor, path);
	pid_t done = pid;
	while (pid > 0 && (done = waitpid(pid, &status, 0)) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &quit, NULL);
	if (pid > 0 && done > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return SHOP_OK;
	shop_error_set(&cx->err, SHOP_E_FAILED, "the editor '%s' failed: nothing was changed",
		       editor);
	shop_error_hint(&cx->err, "VISUAL or EDITOR says which one is used");
	return SHOP_E_FAILED;
}

static enum shop_status read_file(struct cmd_context *cx, const char *path, char **ret)
{
	struct stat sb;
	*ret = NULL;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0 || fstat(fd, &sb) != 0 || !S_ISREG(sb.st_mode)) {
		enum shop_status st = cannot(cx, "read", path);
		if (fd >= 0)
			close(fd);
		return st;
	}
	char *text = malloc(TEXT_MAX + 2);
	FILE *in = text != NULL ? fdopen(fd, "r") : NULL;
	size_t len = in != NULL ? fread(text, 1, TEXT_MAX + 1, in) : 0;
	bool fine = in != NULL && !ferror(in);
	if (in == NULL || fclose(in) != 0)
		close(fd);
	if (!fine) {
		free(text);
		return cannot(cx, "read", path);
	}
	text[len] = '\0';
	if (len > TEXT_MAX || strlen(text) != len) {
		free(text);
		return shop_error_set(&cx->err, SHOP_E_INVALID, "the text is %s",
				      len > TEXT_MAX ? "too long" : "not a text");
	}
	*ret = text;
	return SHOP_OK;
}

enum shop_status editor_run(struct cmd_context *cx, const struct editor_file *f, char **ret)
{
	*ret = NULL;
	enum shop_status st = wait_for(cx, cx->config->editor, f->path);
	return st ? st : read_file(cx, f->path, ret);
}

void editor_done(struct cmd_context *cx, struct editor_file *f, bool keep)
{
	if (f->path != NULL && keep) {
		shop_error_hint(&cx->err, "nothing was changed; your text is in '%s'", f->path);
	} else if (f->path != NULL) {
		char *copy = NULL;
		unlink(f->path);
		/* What editors call their copies. */
		if (asprintf(&copy, "%s~", f->path) >= 0)
			unlink(copy);
		free(copy);
	}
	if (f->folder != NULL && !keep)
		rmdir(f->folder);
	free(f->path);
	free(f->folder);
	*f = (struct editor_file){ 0 };
}

/* SPDX-License-Identifier: MIT */
/* Writes the log of the conversations. */
#include "core/chat_log.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/config.h"
#include "core/fail.h"
#include "core/private_file.h"
#include "ui/clean.h"

/* Clean text whose further lines are indented: an empty line ends a record, and nothing else. */
static void text_put(FILE *out, const char *who, const char *text)
{
	char *clean = clean_copy(text, /* one_line= */ false);
	if (clean == NULL)
		return;
	fprintf(out, "%s: ", who);
	for (const char *p = clean; *p != '\0'; p++) {
		fputc(*p, out);
		if (*p == '\n')
			fputs("  ", out);
	}
	fputc('\n', out);
	free(clean);
}

/* The whole record as one text, which the caller frees. */
static char *record_make(const struct chat_record *r, size_t *ret_len)
{
	char *text = NULL, time[SHOP_TIME_SIZE];
	FILE *out = open_memstream(&text, ret_len);
	if (out == NULL)
		return NULL;
	fprintf(out, "%s conversation %" PRId64 "\n", shop_time_format(r->created_at, time),
		r->conversation);
	text_put(out, "question", r->question);
	text_put(out, "answer", r->answer);
	fputc('\n', out);
	if (fclose(out) != 0) {
		free(text);
		return NULL;
	}
	return text;
}

/* All of the record or nothing of it: what a full disk cut short is taken back. The lock keeps
 * that from taking another process's record. */
static int append(int fd, const char *text, size_t len)
{
	struct stat before;
	if (flock(fd, LOCK_EX) != 0 || fstat(fd, &before) != 0)
		return -1;
	ssize_t n = write(fd, text, len);
	if (n == (ssize_t)len)
		return 0;
	int why = n < 0 ? errno : ENOSPC;
	if (n > 0 && ftruncate(fd, before.st_size) != 0)
		why = errno;
	errno = why;
	return -1;
}

enum shop_status chat_log_append(struct cmd_context *cx, const struct chat_record *record)
{
	const char *path = cx->config->chat_log;
	if (path == NULL)
		return SHOP_OK;
	size_t len = 0;
	char *text = record_make(record, &len);
	if (text == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	int fd = private_file_append(path);
	enum shop_status st = SHOP_OK;
	if (fd < 0 || append(fd, text, len) != 0)
		st = shop_error_set(&cx->err, SHOP_E_IO, "cannot write '%s': %s", path,
				    strerror(errno));
	if (fd >= 0)
		close(fd);
	free(text);
	return st;
}

void chat_log_try(struct cmd_context *cx, const struct chat_record *record)
{
	if (!chat_log_append(cx, record))
		return;
	fail_warn(cx, "%s", cx->err.text);
	cx->err = (struct shop_error){ 0 };
}

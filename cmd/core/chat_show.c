/* SPDX-License-Identifier: MIT */
/* Watches an answer being made. */
#include "core/chat_show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/config.h"
#include "core/interrupt.h"
#include "ui/clean.h"
#include "ui/emit.h"
#include "ui/stream.h"

/* One object on a line of its own, at once. */
static void event(struct chat_show *s, const char *kind, const char *text)
{
	static const struct column columns[] = { { "event", NULL, CELL_TEXT, 0 },
						 { "text", NULL, CELL_TEXT, 0 } };
	struct emit *out = s->cx->out;
	emit_record_begin(out, NULL, NULL);
	emit_field(out, &columns[0], cell_text(kind));
	emit_field(out, &columns[1], cell_text(text));
	emit_record_end(out);
	emit_flush(out, NULL);
}

static void said_add(struct chat_show *s, const char *piece, size_t len)
{
	if (s->len + len + 1 > s->size) {
		size_t size = 2 * (s->len + len + 1);
		char *more = realloc(s->said, size);
		if (more == NULL)
			return;
		s->said = more;
		s->size = size;
	}
	memcpy(s->said + s->len, piece, len);
	s->len += len;
	s->said[s->len] = '\0';
}

static void on_text(void *ctx, const char *piece, size_t len)
{
	struct chat_show *s = ctx;
	spinner_end(&s->spinner);
	if (s->stream != NULL) {
		stream_text(s->stream, piece, len);
		return;
	}
	if (!s->cx->globals.jsonl)
		return;
	size_t before = s->len;
	said_add(s, piece, len);
	if (s->len > before)
		event(s, "text", s->said + before);
}

static void on_retract(void *ctx, size_t len)
{
	struct chat_show *s = ctx;
	if (s->stream != NULL) {
		stream_retract(s->stream, len);
		return;
	}
	if (s->len == 0)
		return;
	size_t keep = len < s->len ? s->len - len : 0;
	event(s, "retract", s->said + keep);
	s->len = keep;
	s->said[keep] = '\0';
}

static void on_note(void *ctx, const char *line)
{
	struct chat_show *s = ctx;
	char clean[3 * 512 + 1];
	spinner_end(&s->spinner);
	if (s->cx->globals.jsonl) {
		event(s, "note", line);
		return;
	}
	if (s->cx->globals.quiet)
		return;
	if (s->stream != NULL)
		stream_aside(s->stream);
	shop_text_clean(clean, sizeof(clean), line, strnlen(line, 512), /* one_line= */ true);
	if (s->cx->globals.json)
		emit_warning_json(stderr, clean);
	else
		fprintf(stderr, "shop: %s\n", clean);
}

/* It is asked for every tenth of a second: what moves can move then. */
static bool on_cancelled(void *ctx)
{
	struct chat_show *s = ctx;
	spinner_tick(&s->spinner, config_monotonic_ms());
	return interrupt_seen(NULL);
}

enum shop_status chat_show_begin(struct chat_show *s, struct cmd_context *cx)
{
	*s = (struct chat_show){ .cx = cx };
	s->watch = (struct shop_chat_watch){ .text = on_text,
					     .retract = on_retract,
					     .note = on_note,
					     .cancelled = on_cancelled,
					     .ctx = s };
	if (!emit_is_terminal(cx->out))
		return SHOP_OK;
	s->stream = stream_new(&(struct stream_setup){
		.out = stdout, .columns = cx->config->columns, .plain = cx->config->dumb });
	if (s->stream == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	if (!cx->config->dumb)
		s->spinner.out = stdout;
	s->spinner.utf8 = emit_has_utf8(cx->out);
	spinner_begin(&s->spinner, config_monotonic_ms());
	return SHOP_OK;
}

/* What was said is the answer, in the end, whatever came before. */
static void settle(struct chat_show *s, const char *said, const char *reply)
{
	size_t same = 0;
	while (said[same] != '\0' && said[same] == reply[same])
		same++;
	while (same > 0 && (((unsigned char)said[same] & 0xC0) == 0x80 ||
			    ((unsigned char)reply[same] & 0xC0) == 0x80))
		same--;
	if (said[same] != '\0')
		on_retract(s, strlen(said) - same);
	if (reply[same] != '\0')
		on_text(s, reply + same, strlen(reply + same));
}

void chat_show_end(struct chat_show *s, const char *reply)
{
	spinner_end(&s->spinner);
	bool events = s->cx->globals.jsonl;
	if (reply != NULL && (s->stream != NULL || events)) {
		char *clean = clean_copy(reply, /* one_line= */ false);
		if (clean == NULL)
			return;
		settle(s,
		       s->stream != NULL ? stream_said(s->stream)
		       : s->said != NULL ? s->said
					 : "",
		       events ? reply : clean);
		free(clean);
	}
	if (s->stream != NULL)
		stream_end(s->stream);
}

void chat_show_done(struct chat_show *s)
{
	stream_free(s->stream);
	free(s->said);
	*s = (struct chat_show){ 0 };
}

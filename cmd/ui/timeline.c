/* SPDX-License-Identifier: MIT */
/* Draws a timeline. */
#include "ui/timeline.h"

#include "ui/printer.h"
#include "ui/wrap.h"

enum { TITLE_WIDTH = 12 };

static const char *mark_of(const struct emit *e, enum step_state state)
{
	switch (state) {
	case STEP_DONE:
	case STEP_LATEST:
		return e->utf8 ? "●" : "*";
	case STEP_OPEN:
		return e->utf8 ? "○" : "o";
	case STEP_FAILED:
		return e->utf8 ? "✗" : "x";
	}
	return "";
}

static enum tone tone_of(enum step_state state)
{
	switch (state) {
	case STEP_DONE:
		return TONE_GOOD;
	case STEP_LATEST:
		return TONE_BUSY;
	case STEP_OPEN:
		return TONE_FAINT;
	case STEP_FAILED:
		return TONE_BAD;
	}
	return TONE_PLAIN;
}

static void put_step(struct emit *e, const struct timeline_step *s)
{
	char buf[CELL_SIZE];
	const struct cell at = cell_number(s->at);
	emit_tone_begin(e, tone_of(s->state));
	fprintf(e->out, "  %s %s", mark_of(e, s->state), s->title);
	emit_tone_end(e, tone_of(s->state));
	size_t used = wrap_columns(s->title);
	if (s->at != SHOP_NONE)
		fprintf(e->out, "%*s%s", used < TITLE_WIDTH ? (int)(TITLE_WIDTH - used) : 1, "",
			cell_format(e, CELL_TIME, &at, buf));
	if (s->note != NULL) {
		emit_tone_begin(e, TONE_FAINT);
		fputs("  ", e->out);
		emit_clean(e, s->note, /* one_line= */ true);
		emit_tone_end(e, TONE_FAINT);
	}
	fputc('\n', e->out);
}

void emit_timeline(struct emit *e, const struct timeline_step *steps, size_t count)
{
	if (!e->terminal || e->hidden > 0)
		return;
	if (e->depth > 0 && e->levels[e->depth - 1].any)
		fputc('\n', e->out);
	for (size_t i = 0; i < count; i++) {
		bool open = steps[i].state == STEP_OPEN;
		enum tone tone = open ? TONE_FAINT : TONE_GOOD;
		if (i > 0) {
			emit_tone_begin(e, tone);
			fprintf(e->out, "  %s", !e->utf8 ? (open ? ":" : "|") : open ? "┆" : "│");
			emit_tone_end(e, tone);
			fputc('\n', e->out);
		}
		put_step(e, &steps[i]);
	}
}

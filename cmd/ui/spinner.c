/* SPDX-License-Identifier: MIT */
/* A parcel on a belt. */
#include "ui/spinner.h"

#include <inttypes.h>

/* When it appears, how often it moves, and when it says how long it has been. */
enum { FIRST_MS = 150, FRAME_MS = 120, TELL_MS = 4000 };
enum { PLACES = 5, FRAMES = 2 * (PLACES - 1) };

void spinner_begin(struct spinner *s, int64_t now_ms)
{
	s->began_ms = now_ms;
	s->drawn_ms = 0;
	s->frame = 0;
}

void spinner_tick(struct spinner *s, int64_t now_ms)
{
	if (s->out == NULL || now_ms - s->began_ms < FIRST_MS || now_ms - s->drawn_ms < FRAME_MS)
		return;
	unsigned place = s->frame < PLACES ? s->frame : FRAMES - s->frame;
	fputs("\r\033[K ", s->out);
	for (unsigned i = 0; i < PLACES; i++)
		fputs(i == place ? (s->utf8 ? "▣" : "#") : (s->utf8 ? "·" : "."), s->out);
	if (now_ms - s->began_ms >= TELL_MS)
		fprintf(s->out, "  %" PRId64 " s, Ctrl-C stops it", (now_ms - s->began_ms) / 1000);
	fflush(s->out);
	s->frame = (s->frame + 1) % FRAMES;
	s->drawn_ms = now_ms;
}

void spinner_end(struct spinner *s)
{
	if (s->out != NULL && s->drawn_ms != 0) {
		fputs("\r\033[K", s->out);
		fflush(s->out);
	}
	s->drawn_ms = 0;
	s->out = NULL;
}

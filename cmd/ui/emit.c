/* SPDX-License-Identifier: MIT */
/* Chooses the form of output and keeps track of the nesting. */
#include "ui/emit.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shop/money.h"
#include "shop/text.h"
#include "shop/time.h"
#include "ui/link.h"
#include "ui/pager.h"
#include "ui/printer.h"
#include "ui/screen.h"
#include "ui/symbols.h"

enum { OUT_BUFFER_SIZE = 64 * 1024 };

/* The widths of characters come from the locale, and what is written is UTF-8 in any of them;
 * only what is drawn, stars and bars, keeps to ASCII where the locale has no more. Returns whether it
 * has. Numbers and dates are written the same everywhere. */
static bool widths_prepare(void)
{
	setlocale(LC_CTYPE, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return true;
	setlocale(LC_CTYPE, "C.UTF-8");
	return false;
}

enum shop_status emit_new(const struct emit_options *how, struct emit **ret, struct shop_error *err)
{
	struct emit *e = calloc(1, sizeof(*e));
	if (e == NULL)
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	e->how = *how;
	e->out = stdout;
	e->screen = isatty(STDOUT_FILENO);
	e->terminal = !how->json && !how->jsonl && e->screen;
	if (e->terminal) {
		e->utf8 = widths_prepare();
		/* Asked for once, since a pager may take the terminal's place later. */
		e->width = screen_width(STDOUT_FILENO, how->columns);
		e->links = how->terminal != NULL && !how->dumb && link_supported(how->terminal);
	} else {
		setvbuf(stdout, NULL, _IOFBF, OUT_BUFFER_SIZE);
	}
	e->printer = how->json || how->jsonl ? &json_printer
		     : e->terminal           ? &table_printer
					     : &lines_printer;
	memcpy(e->currency, "USD", 4);
	*ret = e;
	return SHOP_OK;
}

/* Shows what is left, and waits until the person has seen enough. */
static void leave_pager(struct emit *e)
{
	if (e->pager == 0)
		return;
	fflush(e->out);
	pager_wait(e->pager);
	e->pager = 0;
}

void emit_free(struct emit *e)
{
	if (e == NULL)
		return;
	if (e->printer->free != NULL)
		e->printer->free(e);
	leave_pager(e);
	free(e);
}

enum shop_status emit_flush(struct emit *e, struct shop_error *err)
{
	errno = 0;
	if (fflush(e->out) == 0 && !ferror(e->out))
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_IO, "cannot write the output: %s",
			      errno != 0 ? strerror(errno) : "write error");
}

enum shop_status emit_finish(struct emit *e, struct shop_error *err)
{
	assert(e->depth == 0 && "a list or record was begun and not ended");
	enum shop_status st = emit_flush(e, err);
	if (st)
		return st;
	leave_pager(e);
	if (e->failed)
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	return SHOP_OK;
}

enum shop_status emit_csv(struct emit *e, struct shop_error *err)
{
	if (emit_is_json(e))
		return shop_error_set(err, SHOP_E_INVALID, "--csv and --json cannot go together");
	e->printer = &csv_printer;
	e->terminal = false;
	return SHOP_OK;
}

void emit_currency(struct emit *e, const char *currency)
{
	snprintf(e->currency, sizeof(e->currency), "%s", currency);
}

static void push(struct emit *e, const struct emit_level *level)
{
	assert(e->depth < EMIT_DEPTH_MAX && "output is nested too deeply");
	e->levels[e->depth++] = *level;
}

void emit_programs_begin(struct emit *e)
{
	e->hidden += e->printer == &json_printer ? 0 : 1;
}

void emit_programs_end(struct emit *e)
{
	e->hidden -= e->printer == &json_printer ? 0 : 1;
}

void emit_people_begin(struct emit *e)
{
	e->hidden += e->printer == &json_printer ? 1 : 0;
}

void emit_people_end(struct emit *e)
{
	e->hidden -= e->printer == &json_printer ? 1 : 0;
}

void emit_screen_begin(struct emit *e)
{
	e->hidden += e->printer == &table_printer ? 0 : 1;
}

void emit_screen_end(struct emit *e)
{
	e->hidden -= e->printer == &table_printer ? 0 : 1;
}

void emit_plain_begin(struct emit *e)
{
	e->hidden += e->printer == &table_printer ? 1 : 0;
}

void emit_plain_end(struct emit *e)
{
	e->hidden -= e->printer == &table_printer ? 1 : 0;
}

void emit_list_begin(struct emit *e, const char *key, const char *title,
		     const struct column *columns, size_t count)
{
	if (e->hidden > 0)
		return;
	push(e, &(struct emit_level){
			.list = true, .columns = columns, .column_count = count, .key = key });
	e->printer->list_begin(e, key, title);
}

void emit_row(struct emit *e, const struct cell *cells)
{
	if (e->hidden > 0)
		return;
	e->printer->row(e, cells);
	e->levels[e->depth - 1].any = true;
}

void emit_list_end(struct emit *e)
{
	if (e->hidden > 0)
		return;
	e->printer->list_end(e);
	e->depth--;
}

void emit_record_begin(struct emit *e, const char *key, const char *title)
{
	if (e->hidden > 0)
		return;
	push(e, &(struct emit_level){ .key = key });
	e->printer->record_begin(e, key, title);
}

void emit_field(struct emit *e, const struct column *column, struct cell cell)
{
	if (e->hidden > 0)
		return;
	e->printer->field(e, column, &cell);
	e->levels[e->depth - 1].any = true;
}

void emit_record_end(struct emit *e)
{
	if (e->hidden > 0)
		return;
	e->printer->record_end(e);
	e->depth--;
	if (e->depth > 0)
		e->levels[e->depth - 1].any = true;
}

void emit_texts(struct emit *e, const char *key, const char *title, const char *const *texts,
		size_t count)
{
	if (e->hidden > 0)
		return;
	e->printer->texts(e, key, title, texts, count);
}

void emit_prose(struct emit *e, const char *key, const char *text)
{
	if (e->hidden > 0)
		return;
	e->printer->prose(e, key, text);
}

enum shop_status emit_document(struct emit *e, const char *line, size_t len, struct shop_error *err)
{
	if (e->how.json) {
		fputs(e->documents ? ",\n" : "[\n", e->out);
		len--; /* its line break comes with what follows */
	}
	errno = 0;
	fwrite(line, 1, len, e->out);
	e->documents = true;
	if (!ferror(e->out))
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_IO, "cannot write the output: %s",
			      errno != 0 ? strerror(errno) : "write error");
}

void emit_documents_end(struct emit *e)
{
	if (e->how.json)
		fputs(e->documents ? "\n]\n" : "[]\n", e->out);
}

void emit_bytes(struct emit *e, const void *bytes, size_t len)
{
	fwrite(bytes, 1, len, e->out);
}

void emit_pager_off(struct emit *e)
{
	e->how.pager = NULL;
}

void emit_remeasure(struct emit *e)
{
	if (e->terminal)
		e->width = screen_width(STDOUT_FILENO, e->how.columns);
}

void emit_note(struct emit *e, const char *fmt, ...)
{
	if (!e->terminal || e->how.quiet)
		return;
	char *text = NULL;
	va_list args;
	va_start(args, fmt);
	int n = vasprintf(&text, fmt, args);
	va_end(args);
	if (n < 0)
		return;
	emit_clean(e, text, /* one_line= */ true);
	fputc('\n', e->out);
	free(text);
}

bool emit_is_json(const struct emit *e)
{
	return e->printer == &json_printer;
}

bool emit_is_terminal(const struct emit *e)
{
	return e->terminal;
}

bool emit_reaches_terminal(const struct emit *e)
{
	return e->screen;
}

bool emit_has_color(const struct emit *e)
{
	return e->terminal && !e->how.no_color && !e->how.dumb;
}

bool emit_has_utf8(const struct emit *e)
{
	return e->terminal && e->utf8;
}

void emit_tone_begin(struct emit *e, enum tone tone)
{
	if (tone != TONE_PLAIN && emit_has_color(e))
		fputs(tone_sequence(tone), e->out);
}

void emit_tone_end(struct emit *e, enum tone tone)
{
	if (tone != TONE_PLAIN && emit_has_color(e))
		fputs(TONE_END, e->out);
}

void emit_clean(struct emit *e, const char *text, bool one_line)
{
	/* Piecewise, so that long texts need no buffer of their size; a piece ends before the
	 * lead byte of a character, never inside one. */
	size_t len = strlen(text);
	while (len > 0) {
		char clean[3 * 512 + 1];
		size_t piece = len < 512 ? len : 512;
		while (piece < len && piece > 500 && ((unsigned char)text[piece] & 0xC0) == 0x80)
			piece--;
		size_t n = shop_text_clean(clean, sizeof(clean), text, piece, one_line);
		fwrite(clean, 1, n, e->out);
		text += piece;
		len -= piece;
	}
}

static const char *format_time(const struct emit *e, int64_t t, char buf[CELL_SIZE])
{
	/* People read their own time, programs UTC. */
	if (!e->terminal)
		return shop_time_format(t, buf);
	shop_time_format(t + e->how.utc_offset, buf);
	buf[10] = ' ';
	buf[16] = '\0';
	return buf;
}

static const char *format_day(int64_t day, char buf[CELL_SIZE])
{
	shop_time_format(day * 86400, buf);
	buf[10] = '\0';
	return buf;
}

/* "4.5" and "3.25": as replies have it, and nothing is rounded away. */
static const char *format_rating(int64_t centi, char buf[CELL_SIZE])
{
	int n = snprintf(buf, CELL_SIZE, "%" PRId64 ".%02" PRId64, centi / 100, centi % 100);
	if (n > 0 && n < CELL_SIZE && buf[n - 1] == '0')
		buf[n - 1] = '\0';
	return buf;
}

/* How wide bars are drawn: they are read against each other. */
enum { BAR_WIDE = 20, BAR_USUAL = 14, BAR_NARROW = 8, WIDE = 100, NARROW = 72 };

static const char *format_bar(const struct emit *e, const struct cell *cell, char buf[CELL_SIZE])
{
	char bar[BAR_SIZE];
	size_t width = e->width < NARROW ? BAR_NARROW : e->width < WIDE ? BAR_USUAL : BAR_WIDE;
	bar_text(cell->number, cell->of, width, e->utf8, bar);
	memcpy(buf, bar, strnlen(bar, CELL_SIZE - 1) + 1);
	return buf;
}

static const char *format_stars(const struct emit *e, int64_t stars, char buf[CELL_SIZE])
{
	if (e->terminal)
		return stars_text(stars * 100, e->utf8, buf);
	snprintf(buf, CELL_SIZE, "%" PRId64, stars);
	return buf;
}

const char *cell_format(const struct emit *e, enum cell_kind kind, const struct cell *cell,
			char buf[CELL_SIZE])
{
	if (cell->null)
		return "";
	switch (kind) {
	case CELL_TEXT:
		return cell->text;
	case CELL_NUMBER:
		snprintf(buf, CELL_SIZE, "%" PRId64, cell->number);
		return buf;
	case CELL_MONEY:
		return shop_money_format(cell->number, e->currency, buf);
	case CELL_RATING:
		return format_rating(cell->number, buf);
	case CELL_TIME:
		return format_time(e, cell->number, buf);
	case CELL_DAY:
		return format_day(cell->number, buf);
	case CELL_BOOL:
		return cell->number != 0 ? "yes" : "no";
	case CELL_STARS:
		return format_stars(e, cell->number, buf);
	case CELL_BAR:
		if (e->terminal)
			return format_bar(e, cell, buf);
		snprintf(buf, CELL_SIZE, "%" PRId64, cell->number);
		return buf;
	}
	return "";
}

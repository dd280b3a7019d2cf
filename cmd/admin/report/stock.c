/* SPDX-License-Identifier: MIT */
/* shop admin report stock: what will be sold out soon. */
#include "commands.h"
#include "ui/emit.h"

enum { DAYS_DEFAULT = 30, LIMIT_FOR_PEOPLE = 20, SOON_DAYS = 14 };

struct options {
	int64_t days, limit;
	bool csv;
};

static const struct opt table[] = {
	OPT_INT(struct options, days, 'd', "days", "N",
		"go by the sales of the last N days: 30, if not said", 1, 3660),
	OPT_INT(struct options, limit, 'n', "limit", "N", "show at most N", 1, INT32_MAX),
	OPT_FLAG(struct options, csv, 0, "csv", "print the table as CSV, for spreadsheets"),
	OPT_END,
};

struct rows {
	struct emit *out;
	int64_t days, count;
};

static enum tone tone_of(const struct shop_stock_row *r)
{
	if (r->stock == 0)
		return TONE_BAD;
	return r->days_left <= SOON_DAYS ? TONE_WARN : TONE_PLAIN;
}

static enum shop_status row_emit(void *ctx, const struct shop_stock_row *r, struct shop_error *err)
{
	(void)err;
	struct rows *rows = ctx;
	enum tone tone = tone_of(r);
	/* Whose stock lasts for longer than what was looked at has a full bar. */
	struct cell bar = cell_bar(r->days_left, rows->days);
	const struct cell cells[] = {
		cell_number(r->id),
		cell_text(r->sku),
		cell_text(r->name),
		cell_toned(cell_number(r->stock), tone),
		cell_number(r->sold),
		cell_toned(cell_number(r->days_left), tone),
		tone != TONE_PLAIN ? cell_toned(bar, tone) : bar,
	};
	emit_row(rows->out, cells);
	rows->count++;
	return SHOP_OK;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column columns[] = {
		{ "product_id", "Product", CELL_NUMBER, 0 },
		{ "sku", "SKU", CELL_TEXT, COLUMN_SPARE },
		{ "name", "Name", CELL_TEXT, COLUMN_SHRINK },
		{ "stock", "Stock", CELL_NUMBER, 0 },
		{ "sold", "Sold", CELL_NUMBER, 0 },
		{ "days_left", "Days left", CELL_NUMBER, 0 },
		{ "bar", "", CELL_BAR, COLUMN_SCREEN_ONLY },
	};
	const struct options *o = opts;
	struct shop_stock_request in = { .days = o->days != SHOP_NONE ? o->days : DAYS_DEFAULT,
					 .limit = o->limit };
	struct rows rows = { .out = cx->out, .days = in.days };
	enum shop_status st = o->csv ? emit_csv(cx->out, &cx->err) : SHOP_OK;
	if (st)
		return st;
	if (in.limit == SHOP_NONE && emit_is_terminal(cx->out))
		in.limit = LIMIT_FOR_PEOPLE;
	emit_list_begin(cx->out, NULL, NULL, columns, sizeof(columns) / sizeof(columns[0]));
	st = shop_report_stock(cx->shop, &in, row_emit, &rows, &cx->err);
	if (st)
		return st;
	emit_list_end(cx->out);
	if (rows.count == 0)
		emit_note(cx->out, "nothing is sold out, and nothing was sold in %lld days",
			  (long long)in.days);
	else if (rows.count == in.limit)
		emit_note(cx->out, "there may be more: --limit shows them");
	return SHOP_OK;
}

const struct command cmd_admin_report_stock = {
	.name = "stock",
	.summary = "show what will be sold out soon",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};

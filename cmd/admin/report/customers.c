/* SPDX-License-Identifier: MIT */
/* shop admin report customers: how many there are, who comes back, and who buys most. */
#include "commands.h"
#include "core/report_args.h"
#include "ui/emit.h"

struct options {
	struct report_options report;
};

static const struct opt table[] = {
	REPORT_OPTIONS(struct options, report),
	OPT_END,
};

/* How many of a hundred, rounded half up; none of none. */
static int64_t percent(int64_t part, int64_t whole)
{
	return whole > 0 ? (part * 200 + whole) / (2 * whole) : SHOP_NONE;
}

static void numbers_emit(struct emit *out, const struct shop_customers_report *r)
{
	static const struct column columns[] = {
		{ "customers", "Accounts", CELL_NUMBER, 0 },
		{ "new_customers", "New", CELL_NUMBER, 0 },
		{ "buyers", "Buyers", CELL_NUMBER, 0 },
		{ "returning", "Came back", CELL_NUMBER, 0 },
		{ "returning_percent", "Came back, %", CELL_NUMBER, 0 },
		{ "orders", "Orders", CELL_NUMBER, 0 },
		{ "total_cents", "Spent", CELL_MONEY, 0 },
		{ "other_orders", "Other orders", CELL_NUMBER, 0 },
	};
	const struct cell cells[] = {
		cell_number(r->customers),
		cell_number(r->new_accounts),
		cell_number(r->buyers),
		cell_number(r->returning),
		cell_number(percent(r->returning, r->buyers)),
		cell_number(r->orders),
		cell_number(r->cents),
		cell_number(r->other_orders),
	};
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		emit_field(out, &columns[i], cells[i]);
}

/* No more of anybody than 'shop admin user list' shows, and what he bought. */
static void best_emit(struct emit *out, const char *key, const struct shop_customers_report *r)
{
	static const struct column columns[] = {
		{ "customer_id", "ID", CELL_NUMBER, 0 },
		{ "email", "E-mail", CELL_TEXT, COLUMN_SHRINK },
		{ "name", "Name", CELL_TEXT, COLUMN_SHRINK },
		{ "orders", "Orders", CELL_NUMBER, 0 },
		{ "total_cents", "Spent", CELL_MONEY, 0 },
		{ "bar", "", CELL_BAR, COLUMN_SCREEN_ONLY | COLUMN_SPARE },
	};
	int64_t most = r->best_count > 0 ? r->best[0].cents : 0;
	emit_list_begin(out, key, "Best customers", columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < r->best_count; i++) {
		const struct shop_best_customer *c = &r->best[i];
		const struct cell cells[] = {
			cell_number(c->id),     cell_text(c->email),   cell_text(c->name),
			cell_number(c->orders), cell_number(c->cents), cell_bar(c->cents, most),
		};
		emit_row(out, cells);
	}
	emit_list_end(out);
}

static void report_emit(struct cmd_context *cx, const struct shop_report_range *range,
			const struct shop_customers_report *r)
{
	emit_record_begin(cx->out, NULL, NULL);
	report_range_emit(cx, range);
	numbers_emit(cx->out, r);
	if (r->best_count == 0)
		emit_programs_begin(cx->out);
	best_emit(cx->out, "best", r);
	if (r->best_count == 0)
		emit_programs_end(cx->out);
	emit_record_end(cx->out);
	report_other_note(cx, r->other_orders);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_customers_report report;
	struct shop_customers_request in = { .best = report_best(&o->report) };
	enum shop_status st = report_begin(cx, &o->report, &in.range);
	if (!st)
		st = shop_report_customers(cx->shop, &in, &report, &cx->err);
	if (st)
		return st;
	emit_currency(cx->out, report.currency);
	if (o->report.csv)
		best_emit(cx->out, NULL, &report);
	else
		report_emit(cx, &in.range, &report);
	shop_customers_report_done(&report);
	return SHOP_OK;
}

const struct command cmd_admin_report_customers = {
	.name = "customers",
	.summary = "show who buys, and who comes back",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};

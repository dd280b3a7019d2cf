/* SPDX-License-Identifier: MIT */
/* shop admin report sales: what was sold, by day, week or month, and what sells best. */
#include "commands.h"
#include "core/report_args.h"
#include "ui/emit.h"

struct options {
	struct report_options report;
	const char *by;
};

static const struct opt table[] = {
	OPT_TEXT(struct options, by, 0, "by", "PERIOD", "what to sum up: month, if not said",
		 .values = "day|week|month"),
	REPORT_OPTIONS(struct options, report),
	OPT_END,
};

static void total_emit(struct emit *out, const struct shop_sales *sales)
{
	static const struct column columns[] = {
		{ "orders", "Orders", CELL_NUMBER, 0 },
		{ "units", "Pieces", CELL_NUMBER, 0 },
		{ "items_cents", "Items", CELL_MONEY, 0 },
		{ "shipping_cents", "Shipping", CELL_MONEY, 0 },
		{ "tax_cents", "Tax", CELL_MONEY, 0 },
		{ "total_cents", "Total", CELL_MONEY, 0 },
		{ "other_orders", "Other orders", CELL_NUMBER, 0 },
	};
	const struct shop_sums *s = &sales->total;
	const struct cell cells[] = {
		cell_number(s->orders),           cell_number(s->units),
		cell_number(s->items_cents),      cell_number(s->shipping_cents),
		cell_number(s->tax_cents),        cell_number(s->total_cents),
		cell_number(sales->other_orders),
	};
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		emit_field(out, &columns[i], cells[i]);
}

static void periods_emit(struct emit *out, const char *key, const struct shop_sales *sales)
{
	static const struct column columns[] = {
		{ "from", "From", CELL_DAY, 0 },
		{ "orders", "Orders", CELL_NUMBER, 0 },
		{ "units", "Pieces", CELL_NUMBER, COLUMN_SPARE },
		{ "items_cents", "Items", CELL_MONEY, COLUMN_SPARE },
		{ "shipping_cents", "Shipping", CELL_MONEY, COLUMN_SPARE },
		{ "tax_cents", "Tax", CELL_MONEY, COLUMN_SPARE },
		{ "total_cents", "Total", CELL_MONEY, 0 },
		{ "bar", "", CELL_BAR, COLUMN_SCREEN_ONLY },
	};
	int64_t most = 0;
	for (size_t i = 0; i < sales->period_count; i++)
		if (sales->periods[i].sums.total_cents > most)
			most = sales->periods[i].sums.total_cents;
	emit_list_begin(out, key, "Sales", columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < sales->period_count; i++) {
		const struct shop_sums *s = &sales->periods[i].sums;
		const struct cell cells[] = {
			cell_number(sales->periods[i].day),
			cell_number(s->orders),
			cell_number(s->units),
			cell_number(s->items_cents),
			cell_number(s->shipping_cents),
			cell_number(s->tax_cents),
			cell_number(s->total_cents),
			cell_bar(s->total_cents, most),
		};
		emit_row(out, cells);
	}
	emit_list_end(out);
}

static void products_emit(struct emit *out, const struct shop_sales *sales)
{
	static const struct column columns[] = {
		{ "product_id", "Product", CELL_NUMBER, 0 },
		{ "sku", "SKU", CELL_TEXT, COLUMN_SPARE },
		{ "name", "Name", CELL_TEXT, COLUMN_SHRINK },
		{ "units", "Pieces", CELL_NUMBER, 0 },
		{ "items_cents", "Items", CELL_MONEY, 0 },
		{ "bar", "", CELL_BAR, COLUMN_SCREEN_ONLY },
	};
	int64_t most = sales->product_count > 0 ? sales->products[0].cents : 0;
	emit_list_begin(out, "products", "Best sellers", columns,
			sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < sales->product_count; i++) {
		const struct shop_sales_product *p = &sales->products[i];
		const struct cell cells[] = {
			cell_number(p->id),    cell_text(p->sku),     cell_text(p->name),
			cell_number(p->units), cell_number(p->cents), cell_bar(p->cents, most),
		};
		emit_row(out, cells);
	}
	emit_list_end(out);
}

static void sales_emit(struct cmd_context *cx, const struct shop_sales_request *in,
		       const struct shop_sales *sales)
{
	static const struct column by = { "by", "By", CELL_TEXT, 0 };
	struct emit *out = cx->out;
	emit_record_begin(out, NULL, NULL);
	report_range_emit(cx, &in->range);
	emit_field(out, &by, cell_text(shop_period_word(in->by)));
	total_emit(out, sales);
	if (sales->total.orders == 0)
		emit_programs_begin(out);
	periods_emit(out, "periods", sales);
	products_emit(out, sales);
	if (sales->total.orders == 0)
		emit_programs_end(out);
	emit_record_end(out);
	report_other_note(cx, sales->other_orders);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_sales sales;
	struct shop_sales_request in = { .by = SHOP_BY_MONTH, .best = report_best(&o->report) };
	if (o->by != NULL)
		shop_period_find(o->by, &in.by);
	enum shop_status st = report_begin(cx, &o->report, &in.range);
	if (!st)
		st = shop_report_sales(cx->shop, &in, &sales, &cx->err);
	if (st)
		return st;
	emit_currency(cx->out, sales.currency);
	if (o->report.csv)
		periods_emit(cx->out, NULL, &sales);
	else
		sales_emit(cx, &in, &sales);
	shop_sales_done(&sales);
	return SHOP_OK;
}

const struct command cmd_admin_report_sales = {
	.name = "sales",
	.summary = "show what was sold, and what sells best",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};

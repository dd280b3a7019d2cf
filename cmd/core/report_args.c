/* SPDX-License-Identifier: MIT */
/* Reads what reports are asked for, and says what they are about. */
#include "core/report_args.h"

#include "core/period.h"
#include "ui/emit.h"

enum { BEST_DEFAULT = 10 };

enum shop_status report_begin(struct cmd_context *cx, const struct report_options *o,
			      struct shop_report_range *ret)
{
	enum shop_status st = o->csv ? emit_csv(cx->out, &cx->err) : SHOP_OK;
	return st ? st : period_read(cx, o->since, o->until, &ret->since, &ret->until);
}

int64_t report_best(const struct report_options *o)
{
	return o->best != SHOP_NONE ? o->best : BEST_DEFAULT;
}

void report_range_emit(struct cmd_context *cx, const struct shop_report_range *range)
{
	static const struct column since = { "since", "Since", CELL_TIME, 0 };
	static const struct column until = { "until", "Until", CELL_TIME, 0 };
	static const struct column currency = { "currency", "Currency", CELL_TEXT, 0 };
	emit_field(cx->out, &since, cell_number(range->since));
	emit_field(cx->out, &until, cell_number(range->until));
	emit_field(cx->out, &currency, cell_text(shop_currency(cx->shop)));
}

void report_other_note(struct cmd_context *cx, int64_t other_orders)
{
	if (other_orders > 0)
		emit_note(cx->out, "%lld more in other currencies are in no sum",
			  (long long)other_orders);
}

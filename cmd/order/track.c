/* SPDX-License-Identifier: MIT */
/* shop order track: where orders are, and what has changed since the last look. */
#include <stdlib.h>

#include "commands.h"
#include "core/fail.h"
#include "core/order_args.h"
#include "core/order_view.h"
#include "ui/emit.h"

struct options {
	struct shop_texts ids;
	bool changed, exit_code;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, ids, "ID", "number of an order", .values = "@order",
		 .flags = OPT_OPTIONAL),
	OPT_FLAG(struct options, changed, 'c', "changed",
		 "only what this login has not been told of yet"),
	OPT_FLAG(struct options, exit_code, 0, "exit-code",
		 "with --changed: exit 10 if there is any"),
	OPT_END,
};

struct telling {
	struct cmd_context *cx;
	bool exit_code;
};

/* Only what has left this program counts as told. */
static enum shop_status tell(void *ctx, const struct shop_orders *changed, struct shop_error *err)
{
	struct telling *t = ctx;
	orders_track_emit(t->cx, changed);
	enum shop_status st = emit_finish(t->cx->out, err);
	if (!st && changed->count > 0 && t->exit_code)
		t->cx->exit = EXIT_CHANGED;
	return st;
}

static enum shop_status track_all(struct cmd_context *cx)
{
	struct shop_orders list = { 0 };
	enum shop_status st = shop_order_open(cx->shop, &list, &cx->err);
	if (st)
		return st;
	orders_track_emit(cx, &list);
	if (list.count == 0)
		emit_note(cx->out, "no orders");
	shop_orders_done(&list);
	return SHOP_OK;
}

static enum shop_status track_some(struct cmd_context *cx, const struct shop_texts *words)
{
	struct shop_orders list;
	enum shop_status st = orders_get(cx, words, &list);
	if (st)
		return st;
	if (list.count == 1)
		order_track_emit(cx, &list.items[0]);
	else
		orders_track_emit(cx, &list);
	shop_orders_done(&list);
	return SHOP_OK;
}

static enum shop_status track_changes(struct cmd_context *cx, const struct options *o)
{
	struct telling telling = { .cx = cx, .exit_code = o->exit_code };
	int64_t *ids = NULL;
	enum shop_status st = order_ids_read(cx, &o->ids, &ids);
	if (!st)
		st = shop_order_changes(cx->shop, ids, o->ids.count, tell, &telling, &cx->err);
	free(ids);
	return st;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	if (o->exit_code && !o->changed)
		return shop_error_set(&cx->err, SHOP_E_INVALID, "--exit-code goes with --changed");
	if (o->changed)
		return track_changes(cx, o);
	return o->ids.count > 0 ? track_some(cx, &o->ids) : track_all(cx);
}

const struct command cmd_order_track = {
	.name = "track",
	.summary = "show where orders are",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};

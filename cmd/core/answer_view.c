/* SPDX-License-Identifier: MIT */
/* Shows answers: the object described in shop-json(7). */
#include "core/answer_view.h"

#include <string.h>

#include "core/order_view.h"
#include "core/product_view.h"
#include "ui/emit.h"

/* The document's version: it only grows within one. */
enum { ANSWER_SCHEMA = 1 };

static void field_number(struct emit *out, const char *key, const char *title, int64_t n)
{
	const struct column column = { key, title, CELL_NUMBER, 0 };
	emit_field(out, &column, cell_number(n));
}

static void field_text(struct emit *out, const char *key, const char *title, const char *text)
{
	const struct column column = { key, title, CELL_TEXT, 0 };
	emit_field(out, &column, cell_text(text));
}

static void field_kind(struct emit *out, const char *key, const char *title, enum cell_kind kind,
		       int64_t n)
{
	const struct column column = { key, title, kind, 0 };
	emit_field(out, &column, cell_number(n));
}

/* NAME=VALUE: an object for programs, as it is for people. */
static void attributes_emit(struct emit *out, char *const *attributes, size_t count)
{
	static const struct column whole = { "attribute", "Attribute", CELL_TEXT,
					     COLUMN_TEXT_ONLY };
	for (size_t i = 0; i < count; i++)
		emit_field(out, &whole, cell_text(attributes[i]));
	emit_programs_begin(out);
	emit_record_begin(out, "attributes", NULL);
	for (size_t i = 0; i < count; i++) {
		size_t len = strcspn(attributes[i], "=");
		char name[256];
		if (len >= sizeof(name))
			continue;
		memcpy(name, attributes[i], len);
		name[len] = '\0';
		field_text(out, name, NULL, attributes[i] + len + (attributes[i][len] == '='));
	}
	emit_record_end(out);
	emit_programs_end(out);
}

static void query_emit(struct emit *out, const struct shop_query *q)
{
	static const struct column in_stock = { "in_stock", "In stock", CELL_BOOL, 0 };
	emit_record_begin(out, "query", NULL);
	field_text(out, "intent", "Intent", shop_intent_word(q->intent));
	field_text(out, "text", "Text", q->text);
	emit_texts(out, "brand", "Brand", (const char *const *)q->brands, q->brand_count);
	emit_texts(out, "category", "Category", (const char *const *)q->categories,
		   q->category_count);
	attributes_emit(out, q->attributes, q->attribute_count);
	field_kind(out, "price_min_cents", "From", CELL_MONEY, q->price_min_cents);
	field_kind(out, "price_max_cents", "Up to", CELL_MONEY, q->price_max_cents);
	field_kind(out, "min_rating", "Rated from", CELL_RATING, q->min_rating_centi);
	field_kind(out, "max_rating", "Rated up to", CELL_RATING, q->max_rating_centi);
	emit_field(out, &in_stock, q->in_stock ? cell_bool(true) : (struct cell){ .null = true });
	field_text(out, "sort", "Order", shop_sort_word(q->sort, q->reverse));
	field_number(out, "limit", "Limit", q->limit);
	field_number(out, "order_id", "Order number", q->order_id);
	field_kind(out, "since", "Since", CELL_DAY, q->since);
	field_kind(out, "until", "Until", CELL_DAY, q->until);
	bool command = q->command != NULL && q->command[0] != '\0';
	field_text(out, "command", "Command", command ? q->command : NULL);
	emit_record_end(out);
}

static void claims_emit(struct emit *out, const struct shop_answer *a)
{
	static const struct column columns[] = {
		{ "text", "Claim", CELL_TEXT, 0 },
		{ "kind", "Kind", CELL_TEXT, 0 },
		{ "source", "Source", CELL_TEXT, 0 },
		{ "ok", "Borne out", CELL_BOOL, 0 },
	};
	emit_list_begin(out, "claims", NULL, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < a->claim_count; i++) {
		const struct shop_claim *c = &a->claims[i];
		const struct cell cells[] = { cell_text(c->text), cell_text(c->kind),
					      cell_text(c->source), cell_bool(c->ok) };
		emit_row(out, cells);
	}
	emit_list_end(out);
}

static void evidence_emit(struct cmd_context *cx, const struct shop_answer *a)
{
	static const struct column grounded = { "grounded", NULL, CELL_BOOL, 0 };
	static const struct column created_at = { "created_at", NULL, CELL_TIME, 0 };
	product_cards_emit(cx, "products", NULL, &a->products);
	order_records_emit(cx, "orders", NULL, &a->orders);
	field_number(cx->out, "total", NULL, a->total);
	claims_emit(cx->out, a);
	emit_field(cx->out, &grounded, cell_bool(a->grounded));
	emit_field(cx->out, &created_at, cell_number(a->created_at));
}

/* What was done, as it is then. */
static void done_emit(struct cmd_context *cx, const struct shop_order *done)
{
	struct shop_orders list = { 0 };
	struct shop_order order;
	if (done != NULL) {
		order = *done;
		list = (struct shop_orders){ &order, 1 };
	}
	order_records_emit(cx, "done", NULL, &list);
}

void answer_emit(struct cmd_context *cx, const struct shop_answer *a,
		 const struct answer_view *view)
{
	struct emit *out = cx->out;
	bool explain = view->explain;
	emit_currency(out, shop_currency(cx->shop));
	emit_record_begin(out, NULL, NULL);
	emit_programs_begin(out);
	if (view->event)
		field_text(out, "event", NULL, "answer");
	field_number(out, "schema", NULL, ANSWER_SCHEMA);
	field_number(out, "conversation", NULL, a->conversation);
	field_text(out, "message", NULL, a->message);
	if (explain)
		field_text(out, "reply", NULL, a->reply);
	emit_programs_end(out);
	if (!explain)
		emit_prose(out, "reply", a->reply != NULL ? a->reply : "");
	emit_programs_begin(out);
	field_text(out, "engine", NULL, a->engine);
	field_text(out, "model", NULL, a->model);
	emit_programs_end(out);
	if (!explain)
		emit_programs_begin(out);
	query_emit(out, &a->query);
	if (!explain)
		emit_programs_end(out);
	emit_programs_begin(out);
	evidence_emit(cx, a);
	done_emit(cx, view->done);
	emit_programs_end(out);
	emit_record_end(out);
}

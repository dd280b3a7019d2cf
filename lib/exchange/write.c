/* SPDX-License-Identifier: MIT */
/* Writes records, always the same way: keys in a fixed order, no spaces. */
#include "exchange/write.h"

#include <inttypes.h>
#include <string.h>

#include "base/base64.h"
#include "base/text.h"
#include "exchange/record_type.h"
#include "shop/time.h"

static void put_escape(struct buf *out, uint32_t c)
{
	if (c > 0xFFFF)
		buf_printf(out, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10),
			   0xDC00 + ((c - 0x10000) & 0x3FF));
	else
		buf_printf(out, "\\u%04x", c);
}

static void put_character(struct buf *out, uint32_t c)
{
	static const char shorts[] = "\"\\\n\r\t", letters[] = "\"\\nrt";
	const char *at = c != 0 && c < 0x80 ? strchr(shorts, (int)c) : NULL;
	char bytes[4];
	if (at != NULL) {
		buf_putc(out, '\\');
		buf_putc(out, letters[at - shorts]);
	} else if (text_is_control(c)) {
		put_escape(out, c);
	} else {
		buf_append(out, bytes, text_encode(c, bytes));
	}
}

/* How many bytes from p on stand for themselves. */
static size_t plain_length(const char *p)
{
	size_t n = 0;
	while (p[n] >= ' ' && p[n] < 0x7F && p[n] != '"' && p[n] != '\\')
		n++;
	return n;
}

static void put_string(struct buf *out, const char *text)
{
	size_t len = strlen(text), used;
	buf_putc(out, '"');
	for (size_t i = 0; i < len; i += used) {
		used = plain_length(text + i);
		if (used > 0)
			buf_append(out, text + i, used);
		else
			put_character(out, text_decode(text + i, len - i, &used));
	}
	buf_putc(out, '"');
}

/* A comma, unless it is the first in its object. */
static void put_key(struct buf *out, const char *key)
{
	if (out->len > 0 && out->data[out->len - 1] != '{')
		buf_putc(out, ',');
	put_string(out, key);
	buf_putc(out, ':');
}

static void put_null(struct buf *out, const char *key)
{
	put_key(out, key);
	buf_puts(out, "null");
}

static void put_text(struct buf *out, const char *key, const char *text)
{
	if (text == NULL)
		return;
	put_key(out, key);
	put_string(out, text);
}

static void put_number(struct buf *out, const char *key, int64_t n)
{
	put_key(out, key);
	buf_printf(out, "%" PRId64, n);
}

static void put_time(struct buf *out, const char *key, int64_t t)
{
	char text[SHOP_TIME_SIZE];
	if (t == SHOP_NONE)
		return;
	put_text(out, key, shop_time_format(t, text));
}

static void put_time_or_null(struct buf *out, const char *key, int64_t t)
{
	if (t == SHOP_NONE)
		put_null(out, key);
	else
		put_time(out, key, t);
}

/* Of an account that may be gone. */
static void put_email(struct buf *out, const char *email)
{
	if (email == NULL)
		put_null(out, "email");
	else
		put_text(out, "email", email);
}

static void put_address(struct buf *out, const struct record_address *a)
{
	if (!a->given)
		return;
	put_key(out, "address");
	buf_putc(out, '{');
	put_text(out, "line", a->line);
	put_text(out, "city", a->city);
	put_text(out, "postal_code", a->postal_code);
	put_text(out, "country", a->country);
	buf_putc(out, '}');
}

static void write_product(struct buf *out, const struct record_product *p)
{
	put_text(out, "sku", p->sku);
	if (p->id != 0)
		put_number(out, "id", p->id);
	put_text(out, "name", p->name);
	put_text(out, "brand", p->brand);
	put_text(out, "category", p->category);
	put_number(out, "price_cents", p->price_cents);
	put_text(out, "currency", p->currency);
	put_number(out, "stock", p->stock);
	put_text(out, "description", p->description);
	if (p->attribute_count > 0) {
		put_key(out, "attributes");
		buf_putc(out, '{');
		for (size_t i = 0; i < p->attribute_count; i++)
			put_text(out, p->attributes[i].name, p->attributes[i].value);
		buf_putc(out, '}');
	}
	put_text(out, "group", p->group);
	put_text(out, "image", p->image);
	put_time(out, "created_at", p->created_at);
}

static void write_user(struct buf *out, const struct record_user *u)
{
	put_text(out, "email", u->email);
	put_text(out, "name", u->name);
	put_text(out, "role", u->role);
	put_text(out, "password", u->password);
	put_text(out, "password_hash", u->password_hash);
	put_address(out, &u->address);
	put_time(out, "created_at", u->created_at);
}

static void write_review(struct buf *out, const struct record_review *r)
{
	put_text(out, "sku", r->sku);
	put_email(out, r->email);
	put_text(out, "author", r->author);
	put_number(out, "rating", r->rating);
	put_text(out, "comment", r->comment);
	put_time(out, "created_at", r->created_at);
}

static void write_lines(struct buf *out, const struct record_order *o)
{
	put_key(out, "items");
	for (size_t i = 0; i < o->line_count; i++) {
		const struct record_line *l = &o->lines[i];
		buf_puts(out, i == 0 ? "[{" : ",{");
		put_text(out, "sku", l->sku);
		put_text(out, "product", l->product);
		put_text(out, "name", l->name);
		put_text(out, "category", l->category);
		put_number(out, "quantity", l->quantity);
		put_number(out, "price_cents", l->price_cents);
		buf_putc(out, '}');
	}
	buf_puts(out, o->line_count > 0 ? "]" : "[]");
}

static void write_events(struct buf *out, const struct record_order *o)
{
	if (o->event_count == 0)
		return;
	put_key(out, "events");
	for (size_t i = 0; i < o->event_count; i++) {
		const struct record_event *e = &o->events[i];
		buf_puts(out, i == 0 ? "[{" : ",{");
		put_time(out, "at", e->at);
		put_text(out, "kind", e->kind);
		put_text(out, "actor", e->actor);
		buf_putc(out, '}');
	}
	buf_putc(out, ']');
}

static void write_order(struct buf *out, const struct record_order *o)
{
	put_number(out, "id", o->id);
	put_email(out, o->email);
	put_time(out, "created_at", o->created_at);
	put_text(out, "payment_method", o->payment_method);
	put_text(out, "currency", o->currency);
	put_address(out, &o->address);
	write_lines(out, o);
	put_number(out, "shipping_cents", o->shipping_cents);
	put_number(out, "tax_cents", o->tax_cents);
	put_time_or_null(out, "paid_at", o->paid_at);
	put_time_or_null(out, "shipped_at", o->shipped_at);
	put_time_or_null(out, "delivered_at", o->delivered_at);
	put_time_or_null(out, "cancelled_at", o->cancelled_at);
	write_events(out, o);
	put_text(out, "idempotency_key", o->idempotency_key);
	put_text(out, "idempotency_request", o->idempotency_request);
}

static void write_message(struct buf *out, const struct record_message *m)
{
	put_text(out, "email", m->email);
	put_number(out, "conversation", m->conversation);
	put_text(out, "role", m->role);
	put_text(out, "text", m->text);
	put_text(out, "engine", m->engine);
	put_text(out, "model", m->model);
	put_text(out, "context", m->context);
	put_time(out, "created_at", m->created_at);
}

static void write_image(struct buf *out, const struct record_image *image)
{
	put_text(out, "sku", image->sku);
	put_key(out, "data");
	buf_putc(out, '"');
	base64_put(out, image->bytes, image->len);
	buf_putc(out, '"');
}

static void write_policy(struct buf *out, const struct record_policy *p)
{
	put_text(out, "topic", p->topic);
	put_text(out, "text", p->text);
	put_time(out, "updated_at", p->updated_at);
}

static void write_setting(struct buf *out, const struct record_setting *s)
{
	put_text(out, "key", s->key);
	put_text(out, "value", s->value);
}

void record_write(const struct record *r, struct buf *out)
{
	buf_putc(out, '{');
	put_text(out, "type", record_type_word(r->type));
	switch (r->type) {
	case RECORD_PRODUCT:
		write_product(out, &r->as.product);
		break;
	case RECORD_USER:
		write_user(out, &r->as.user);
		break;
	case RECORD_REVIEW:
		write_review(out, &r->as.review);
		break;
	case RECORD_ORDER:
		write_order(out, &r->as.order);
		break;
	case RECORD_POLICY:
		write_policy(out, &r->as.policy);
		break;
	case RECORD_SETTING:
		write_setting(out, &r->as.setting);
		break;
	case RECORD_MESSAGE:
		write_message(out, &r->as.message);
		break;
	case RECORD_IMAGE:
		write_image(out, &r->as.image);
		break;
	}
	buf_puts(out, "}\n");
}

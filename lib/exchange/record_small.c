/* SPDX-License-Identifier: MIT */
/* Records of reviews, policies, messages and pictures. */
#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/memory.h"
#include "exchange/record_type.h"

#define AT(member) offsetof(struct record_review, member)
static const struct field review_fields[] = {
	{ "sku", FIELD_TEXT, FIELD_REQUIRED, AT(sku), 1, SKU_MAX, NULL },
	{ "email", FIELD_TEXT, FIELD_NULLABLE, AT(email), 1, EMAIL_MAX, NULL },
	{ "author", FIELD_PROSE, 0, AT(author), 1, NAME_MAX_BYTES, NULL },
	{ "rating", FIELD_INT, FIELD_REQUIRED, AT(rating), 1, 5, NULL },
	{ "comment", FIELD_PROSE, 0, AT(comment), 0, PROSE_MAX, NULL },
	{ "created_at", FIELD_TIME, 0, AT(created_at), 0, 0, NULL },
};
#undef AT

/* Without an account, a review is known again by its author and time. */
static enum shop_status review_check(const struct record *r, struct shop_error *err)
{
	const struct record_review *v = &r->as.review;
	if (v->email == NULL && v->author == NULL)
		return shop_error_set(err, SHOP_E_INVALID, "author: is missing, as email is null");
	if (v->email == NULL && v->created_at == SHOP_NONE)
		return shop_error_set(err, SHOP_E_INVALID,
				      "created_at: is missing, as email is null");
	return SHOP_OK;
}

const struct record_type_info record_type_review = { "review", FIELD_TABLE(review_fields),
						     review_check };

#define AT(member) offsetof(struct record_policy, member)
static const struct field policy_fields[] = {
	{ "topic", FIELD_TEXT, FIELD_REQUIRED, AT(topic), 1, WORD_MAX, NULL },
	{ "text", FIELD_PROSE, FIELD_REQUIRED, AT(text), 1, PROSE_MAX, NULL },
	{ "updated_at", FIELD_TIME, 0, AT(updated_at), 0, 0, NULL },
};
#undef AT

const struct record_type_info record_type_policy = { "policy", FIELD_TABLE(policy_fields), NULL };

#define AT(member) offsetof(struct record_message, member)
static const struct field message_fields[] = {
	{ "email", FIELD_TEXT, FIELD_REQUIRED, AT(email), 1, EMAIL_MAX, NULL },
	{ "conversation", FIELD_INT, FIELD_REQUIRED, AT(conversation), 1, ID_MAX, NULL },
	{ "role", FIELD_TEXT, FIELD_REQUIRED, AT(role), 1, WORD_MAX, NULL },
	{ "text", FIELD_PROSE, FIELD_REQUIRED, AT(text), 1, PROSE_MAX, NULL },
	{ "engine", FIELD_TEXT, 0, AT(engine), 0, WORD_MAX, NULL },
	{ "model", FIELD_TEXT, 0, AT(model), 0, ADDRESS_MAX, NULL },
	{ "context", FIELD_PROSE, 0, AT(context), 0, CONTEXT_MAX, NULL },
	{ "created_at", FIELD_TIME, FIELD_REQUIRED, AT(created_at), 0, 0, NULL },
};
#undef AT

static enum shop_status message_check(const struct record *r, struct shop_error *err)
{
	const char *role = r->as.message.role;
	if (strcmp(role, "user") == 0 || strcmp(role, "assistant") == 0)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID, "role: expected user or assistant, got '%s'",
			      role);
}

const struct record_type_info record_type_message = { "message", FIELD_TABLE(message_fields),
						      message_check };

static enum shop_status read_data(const struct field_source *from, const struct field *field,
				  json_t *value, void *to, struct shop_error *err)
{
	struct record_image *image = to;
	const char *text = json_string_value(value);
	size_t len = json_string_length(value);
	if (text == NULL)
		return field_expected(from, field, "a text", value, err);
	image->bytes = malloc(base64_size(len) + 1);
	if (image->bytes == NULL)
		return out_of_memory(err);
	if (!base64_get(text, len, image->bytes, &image->len))
		return shop_error_set(err, SHOP_E_INVALID, "data: expected base64");
	if (image->len > IMAGE_BYTES_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "data: is larger than 5 MiB");
	return SHOP_OK;
}

static const struct field image_fields[] = {
	{ "sku", FIELD_TEXT, FIELD_REQUIRED, offsetof(struct record_image, sku), 1, SKU_MAX, NULL },
	{ "data", FIELD_OTHER, FIELD_REQUIRED, 0, 0, 0, read_data },
};

const struct record_type_info record_type_image = { "image", FIELD_TABLE(image_fields), NULL };

/* SPDX-License-Identifier: MIT */
/* Records of users, and addresses wherever they stand. */
#include <string.h>

#include "exchange/record_type.h"

#define ADDRESS(member) offsetof(struct record_address, member)
static const struct field address_fields[] = {
	{ "line", FIELD_TEXT, 0, ADDRESS(line), 0, ADDRESS_MAX, NULL },
	{ "city", FIELD_TEXT, 0, ADDRESS(city), 0, ADDRESS_MAX, NULL },
	{ "postal_code", FIELD_TEXT, 0, ADDRESS(postal_code), 0, WORD_MAX, NULL },
	{ "country", FIELD_TEXT, 0, ADDRESS(country), 0, ADDRESS_MAX, NULL },
};
#undef ADDRESS

enum shop_status record_read_address(const struct field_source *from, const struct field *field,
				     json_t *value, void *to, struct shop_error *err)
{
	static const struct field_table table = FIELD_TABLE(address_fields);
	struct record_address *address = (void *)((char *)to + field->offset);
	if (!json_is_object(value))
		return field_expected(from, field, "an object", value, err);
	enum shop_status st = fields_read(from, &table, value, NULL, address, err);
	if (st)
		shop_error_prefix(err, "%s.", field->key);
	address->given = true;
	return st;
}

/* A part of the address that stands beside it instead of in it; min is its place in the table. */
static enum shop_status read_address_part(const struct field_source *from,
					  const struct field *field, json_t *value, void *to,
					  struct shop_error *err)
{
	struct record_user *u = to;
	struct field part = address_fields[field->min];
	part.key = field->key;
	u->address.given = true;
	return field_read(from, &part, value, &u->address, err);
}

static enum shop_status check(const struct record *r, struct shop_error *err)
{
	const struct record_user *u = &r->as.user;
	if (u->password != NULL && u->password_hash != NULL)
		return shop_error_set(err, SHOP_E_INVALID,
				      "password: stands beside a password_hash");
	if (u->role != NULL && strcmp(u->role, "customer") != 0 && strcmp(u->role, "admin") != 0)
		return shop_error_set(err, SHOP_E_INVALID,
				      "role: expected customer or admin, got '%s'", u->role);
	return SHOP_OK;
}

#define AT(member) offsetof(struct record_user, member)
static const struct field fields[] = {
	{ "email", FIELD_TEXT, FIELD_REQUIRED, AT(email), 1, EMAIL_MAX, NULL },
	{ "name", FIELD_TEXT, FIELD_REQUIRED, AT(name), 1, NAME_MAX_BYTES, NULL },
	{ "role", FIELD_TEXT, 0, AT(role), 1, WORD_MAX, NULL },
	{ "password", FIELD_TEXT, FIELD_SECRET, AT(password), 1, SECRET_MAX, NULL },
	{ "password_hash", FIELD_TEXT, FIELD_SECRET, AT(password_hash), 1, SECRET_MAX, NULL },
	{ "address", FIELD_OTHER, 0, AT(address), 0, 0, record_read_address },
	{ "address_line", FIELD_OTHER, 0, 0, 0, 0, read_address_part },
	{ "city", FIELD_OTHER, 0, 0, 1, 0, read_address_part },
	{ "postal_code", FIELD_OTHER, 0, 0, 2, 0, read_address_part },
	{ "country", FIELD_OTHER, 0, 0, 3, 0, read_address_part },
	{ "created_at", FIELD_TIME, 0, AT(created_at), 0, 0, NULL },
};
#undef AT

const struct record_type_info record_type_user = { "user", FIELD_TABLE(fields), check };

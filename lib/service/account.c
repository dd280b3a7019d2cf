/* SPDX-License-Identifier: MIT */
/* Customers: what they give is checked here, and who is acting is told. */
#include "service/account.h"

#include <string.h>

#include "base/text.h"
#include "service/service.h"
#include "store/customer_put.h"

const char *shop_role_word(enum shop_role role)
{
	return role_word(role);
}

void shop_customer_done(struct shop_customer *c)
{
	customer_done(c);
}

void shop_identity_done(struct shop_identity *id)
{
	customer_done(&id->customer);
}

/* Valid UTF-8 without controls; how many characters, and how many of them are spaces. */
static bool text_count(const char *text, size_t len, size_t *ret_characters, size_t *ret_spaces)
{
	*ret_characters = *ret_spaces = 0;
	if (!text_is_plain(text, len, /* one_line= */ true))
		return false;
	for (size_t i = 0, used; i < len; i += used) {
		uint32_t c = text_decode(text + i, len - i, &used);
		++*ret_characters;
		*ret_spaces += c == ' ' || c == 0xA0 || c == 0x3000;
	}
	return true;
}

enum shop_status account_check_email(const char *email, struct shop_error *err)
{
	size_t len = strnlen(email, EMAIL_BYTES_MAX + 1), characters, spaces;
	const char *at = strchr(email, '@');
	if (len <= EMAIL_BYTES_MAX && at != NULL && at != email && at[1] != '\0' &&
	    strchr(at + 1, '@') == NULL && text_count(email, len, &characters, &spaces) &&
	    spaces == 0)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID, "'%.254s' is not an e-mail address", email);
}

enum shop_status account_check_name(const char *name, struct shop_error *err)
{
	size_t characters = 0, spaces = 0;
	size_t len = strnlen(name, 4 * NAME_CHARACTERS_MAX + 1);
	if (len > 4 * NAME_CHARACTERS_MAX || !text_count(name, len, &characters, &spaces) ||
	    characters > NAME_CHARACTERS_MAX)
		return shop_error_set(err, SHOP_E_INVALID,
				      "a name is up to %d characters of plain text",
				      NAME_CHARACTERS_MAX);
	if (spaces == characters)
		return shop_error_set(err, SHOP_E_INVALID, "a name is needed");
	return SHOP_OK;
}

enum shop_status account_check_given(const char *name, const char *email, struct shop_error *err)
{
	enum shop_status st = email != NULL ? account_check_email(email, err) : SHOP_OK;
	return st || name == NULL ? st : account_check_name(name, err);
}

enum shop_status account_check_password(const char *password, struct shop_error *err)
{
	size_t len = strnlen(password, SHOP_PASSWORD_MAX + 1);
	if (len >= SHOP_PASSWORD_MIN && len <= SHOP_PASSWORD_MAX)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID, "a password has %d to %d bytes",
			      SHOP_PASSWORD_MIN, SHOP_PASSWORD_MAX);
}

enum shop_status account_keep_admin(struct db *db, const struct shop_customer *c,
				    struct shop_error *err)
{
	int64_t admins = 0;
	if (c->role != SHOP_ROLE_ADMIN)
		return SHOP_OK;
	enum shop_status st = customer_count_admins(db, &admins, err);
	if (st || admins > 1)
		return st;
	st = shop_error_set(err, SHOP_E_CONFLICT, "'%s' is the only admin", c->email);
	shop_error_hint(err, "make another one first: shop admin user update USER --role admin");
	return st;
}

enum shop_status account_hash(const char *password, char hash[AUTH_HASH_SIZE],
			      struct shop_error *err)
{
	enum shop_status st = account_check_password(password, err);
	if (st)
		return st;
	const struct auth_ops *auth = module_symbol(AUTH_MODULE, AUTH_SYMBOL, err);
	return auth != NULL ? auth->password_hash(password, hash, err) : SHOP_E_FAILED;
}

enum shop_status account_prepare(const struct shop_registration *in, char hash[AUTH_HASH_SIZE],
				 struct shop_error *err)
{
	enum shop_status st = account_check_given(in->name, in->email, err);
	return st ? st : account_hash(in->password, hash, err);
}

enum shop_status shop_register(struct shop *shop, const struct shop_registration *in,
			       int64_t *ret_id, struct shop_error *err)
{
	char hash[AUTH_HASH_SIZE];
	int64_t id = 0;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = account_prepare(in, hash, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (st)
		return st;
	struct customer_new customer = {
		.email = in->email,
		.name = in->name,
		.password_hash = hash,
		.role = SHOP_ROLE_CUSTOMER,
		.created_at = shop_now(shop),
	};
	st = customer_insert(shop->db, &customer, &id, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (!st)
		*ret_id = id;
	return st;
}

enum shop_status shop_whoami(struct shop *shop, struct shop_identity *ret, struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	if (st)
		return st;
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	st = customer_find_id(shop->db, shop->actor.customer, &row, err);
	if (st)
		return st;
	if (row.customer.id == 0)
		return actor_gone(err);
	*ret = (struct shop_identity){
		.customer = row.customer,
		.scope = shop->actor.scope,
		.expires_at = shop->actor.expires_at,
	};
	row.customer = (struct shop_customer){ 0 };
	return SHOP_OK;
}

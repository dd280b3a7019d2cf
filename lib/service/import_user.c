/* SPDX-License-Identifier: MIT */
/* Records of users: rights and passwords are handled as if the user had typed them. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "service/account.h"
#include "service/import.h"
#include "store/customer_put.h"
#include "store/token.h"

enum { HASH_LANES_MAX = 16 };

static bool take_text(const char **p, const char *text)
{
	size_t len = strlen(text);
	if (strncmp(*p, text, len) != 0)
		return false;
	*p += len;
	return true;
}

static bool take_number(const char **p, unsigned long max, unsigned long *ret)
{
	size_t digits = strspn(*p, "0123456789");
	if (digits == 0 || digits > 9 || (*p)[0] == '0')
		return false;
	*ret = strtoul(*p, NULL, 10);
	*p += digits;
	return *ret <= max;
}

static bool take_base64(const char **p, size_t min)
{
	size_t n = strspn(*p, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
	*p += n;
	return n >= min;
}

/* "$argon2id$v=19$m=65536,t=2,p=1$SALT$HASH", as the reference implementation writes it. */
bool import_hash_usable(const char *p)
{
	unsigned long kib, passes, lanes;
	return strlen(p) < AUTH_HASH_SIZE && take_text(&p, "$argon2id$v=19$m=") &&
	       take_number(&p, AUTH_HASH_KIB_MAX, &kib) && take_text(&p, ",t=") &&
	       take_number(&p, AUTH_HASH_PASSES_MAX, &passes) && take_text(&p, ",p=") &&
	       take_number(&p, HASH_LANES_MAX, &lanes) && kib >= 8 * lanes && take_text(&p, "$") &&
	       take_base64(&p, 11) && take_text(&p, "$") && take_base64(&p, 22) && *p == '\0';
}

static enum shop_status prefixed(enum shop_status st, const char *key, struct shop_error *err)
{
	if (st)
		shop_error_prefix(err, "%s: ", key);
	return st;
}

static enum shop_status user_check(const struct record_user *u, struct shop_error *err)
{
	enum shop_status st = prefixed(account_check_email(u->email, err), "email", err);
	if (!st)
		st = prefixed(account_check_name(u->name, err), "name", err);
	/* "!" is nobody's password. */
	if (!st && u->password_hash != NULL && !import_hash_usable(u->password_hash) &&
	    strcmp(u->password_hash, "!") != 0)
		st = shop_error_set(err, SHOP_E_INVALID,
				    "password_hash: expected an argon2id hash of bearable cost");
	return st;
}

static bool password_same(const struct import *im, const char *hash, const struct record_user *u)
{
	if (u->password_hash != NULL)
		return strcmp(u->password_hash, hash) == 0;
	return u->password == NULL || im->auth->password_matches(hash, u->password);
}

static enum shop_status auth_load(struct import *im, struct shop_error *err)
{
	if (im->auth == NULL)
		im->auth = module_symbol(AUTH_MODULE, AUTH_SYMBOL, err);
	return im->auth != NULL ? SHOP_OK : SHOP_E_FAILED;
}

/* The hash that the record asks for; "" if it asks for none. */
static enum shop_status hash_make(struct import *im, const struct record_user *u,
				  char hash[AUTH_HASH_SIZE], struct shop_error *err)
{
	const struct shop_registration in = { u->email, u->name, u->password };
	hash[0] = '\0';
	if (u->password_hash != NULL)
		memcpy(hash, u->password_hash, strlen(u->password_hash) + 1);
	if (u->password == NULL)
		return SHOP_OK;
	/* Hashing takes long, and no statement runs meanwhile. */
	enum shop_status st = import_pause(im, err);
	return st ? st : prefixed(account_prepare(&in, hash, err), "password", err);
}

static enum shop_role role_of(const struct record_user *u, enum shop_role otherwise)
{
	return u->role != NULL ? role_from(u->role) : otherwise;
}

static void address_set(struct customer_change *c, const struct record_address *a)
{
	c->address_line = a->line;
	c->city = a->city;
	c->postal_code = a->postal_code;
	c->country = a->country;
}

static enum shop_status user_create(struct import *im, const struct record_user *u,
				    struct shop_error *err)
{
	char hash[AUTH_HASH_SIZE];
	if (u->password == NULL && u->password_hash == NULL)
		return shop_error_set(err, SHOP_E_INVALID,
				      "password: is missing, and so is password_hash");
	enum shop_status st = hash_make(im, u, hash, err);
	if (st)
		return st;
	struct customer_new new = {
		.email = u->email,
		.name = u->name,
		.password_hash = hash,
		.role = role_of(u, SHOP_ROLE_CUSTOMER),
		.created_at = u->created_at != SHOP_NONE ? u->created_at : im->now,
	};
	struct customer_change change = {
		.email = new.email,
		.name = new.name,
		.password_hash = new.password_hash,
		.role = new.role,
		.created_at = new.created_at,
	};
	st = customer_insert(im->shop->db, &new, &change.id, err);
	if (st || !u->address.given)
		return st;
	address_set(&change, &u->address);
	return customer_rewrite(im->shop->db, &change, err);
}

static bool user_same(const struct shop_customer *old, const struct customer_change *c)
{
	return strcmp(old->email, c->email) == 0 && strcmp(old->name, c->name) == 0 &&
	       old->role == c->role && old->created_at == c->created_at &&
	       text_same(old->address_line, c->address_line) && text_same(old->city, c->city) &&
	       text_same(old->postal_code, c->postal_code) && text_same(old->country, c->country);
}

static enum shop_status user_update(struct import *im, const struct record_user *u,
				    const struct customer_row *row, enum change *ret,
				    struct shop_error *err)
{
	char hash[AUTH_HASH_SIZE];
	const struct shop_customer *old = &row->customer;
	struct customer_change change = customer_unchanged(row);
	change.email = u->email;
	change.name = u->name;
	change.role = role_of(u, old->role);
	if (u->created_at != SHOP_NONE)
		change.created_at = u->created_at;
	if (u->address.given)
		address_set(&change, &u->address);
	enum shop_status st = SHOP_OK;
	if (change.role != SHOP_ROLE_ADMIN)
		st = prefixed(account_keep_admin(im->shop->db, old, err), "role", err);
	if (!st && u->password != NULL)
		st = import_pause(im, err);
	if (st)
		return st;
	bool same_password = password_same(im, row->password_hash, u);
	if (same_password && user_same(old, &change)) {
		*ret = CHANGE_UNCHANGED;
		return SHOP_OK;
	}
	if (!same_password) {
		/* Logins that were made with the old password end; a new one is later. */
		st = hash_make(im, u, hash, err);
		customer_set_password(&change, hash, clock_now() + 1);
		im->counts.own_password =
			im->counts.own_password || old->id == im->shop->actor.customer;
	}
	*ret = CHANGE_UPDATED;
	if (!st)
		st = customer_rewrite(im->shop->db, &change, err);
	/* Times are whole seconds: one of this second may be as new as the change. */
	if (!st && !same_password)
		st = token_revoke_all(im->shop->db, old->id, clock_now(), err);
	return st;
}

enum shop_status import_put_user(struct import *im, const struct record_user *u, enum change *ret,
				 struct shop_error *err)
{
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	enum shop_status st = user_check(u, err);
	if (!st && u->password != NULL)
		st = auth_load(im, err);
	if (!st)
		st = customer_find_email(im->shop->db, u->email, &row, err);
	if (st)
		return st;
	if (row.customer.id != 0)
		return user_update(im, u, &row, ret, err);
	*ret = CHANGE_CREATED;
	return user_create(im, u, err);
}

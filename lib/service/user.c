/* SPDX-License-Identifier: MIT */
/* All accounts, for admins. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "service/account.h"
#include "service/guess.h"
#include "store/customer_put.h"
#include "store/token.h"

/* Whose reviews stay when the account goes. */
#define FORMER_CUSTOMER "a former customer"

bool shop_role_find(const char *word, enum shop_role *ret)
{
	*ret = role_from(word);
	return strcmp(word, role_word(*ret)) == 0;
}

void shop_user_done(struct shop_user *user)
{
	customer_done(&user->customer);
	*user = (struct shop_user){ 0 };
}

struct pass {
	enum shop_status (*each)(void *ctx, const struct shop_customer *c, struct shop_error *err);
	void *ctx;
};

static enum shop_status pass_on(void *ctx, const struct customer_row *row, struct shop_error *err)
{
	const struct pass *pass = ctx;
	return pass->each(pass->ctx, &row->customer, err);
}

enum shop_status shop_user_each(struct shop *shop, const struct shop_user_filter *filter,
				enum shop_status (*each)(void *ctx, const struct shop_customer *c,
							 struct shop_error *err),
				void *ctx, struct shop_error *err)
{
	enum shop_status st = actor_need_admin(shop, err);
	if (st)
		return st;
	struct pass pass = { each, ctx };
	struct customer_range range = { filter->role != NULL ? role_word(*filter->role) : NULL,
					filter->limit, filter->offset };
	return customer_each(shop->db, &range, pass_on, &pass, err);
}

static enum shop_status find(struct shop *shop, const char *name, struct customer_row *ret,
			     struct shop_error *err)
{
	int64_t id;
	*ret = (struct customer_row){ 0 };
	enum shop_status st = text_id(name, &id) ? customer_find_id(shop->db, id, ret, err)
						 : customer_find_email(shop->db, name, ret, err);
	if (st || ret->customer.id != 0)
		return st;
	st = shop_error_set(err, SHOP_E_NOT_FOUND, "there is no user '%s'", name);
	shop_error_hint(err, "a user is named by number or e-mail address: 'shop admin user list'");
	return st;
}

/* The account of the row, which it is taken out of, with what there is of it. */
static enum shop_status read_user(struct shop *shop, struct customer_row *row,
				  struct shop_user *ret, struct shop_error *err)
{
	struct customer_counts counts;
	enum shop_status st = customer_count(shop->db, row->customer.id, &counts, err);
	if (st)
		return st;
	*ret = (struct shop_user){ .customer = row->customer,
				   .orders = counts.orders,
				   .open_orders = counts.open_orders,
				   .reviews = counts.reviews };
	row->customer = (struct shop_customer){ 0 };
	return SHOP_OK;
}

enum shop_status shop_user_get(struct shop *shop, const char *name, struct shop_user *ret,
			       struct shop_error *err)
{
	enum shop_status st = actor_need_admin(shop, err);
	if (st)
		return st;
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	/* The account and what is counted are to be of one moment. */
	st = db_begin(shop->db, /* write= */ false, &txn, err);
	if (!st)
		st = find(shop, name, &row, err);
	return st ? st : read_user(shop, &row, ret, err);
}

static enum shop_status check(const struct shop_user_change *in, struct shop_error *err)
{
	if (in->name == NULL && in->email == NULL && in->role == NULL && in->password == NULL) {
		shop_error_set(err, SHOP_E_INVALID, "there is nothing to change");
		shop_error_hint(err, "'shop admin user update --help' shows what can be changed");
		return SHOP_E_INVALID;
	}
	return account_check_given(in->name, in->email, err);
}

/* Ends what was made with the old password, and what was held against the address. */
static enum shop_status end_logins(struct shop *shop, const struct shop_customer *c, int64_t now,
				   struct shop_error *err)
{
	enum shop_status st = token_revoke_all(shop->db, c->id, now, err);
	return st ? st : guess_forget(shop->db, c->email, err);
}

/* hash NULL: the password stays. */
static enum shop_status rewrite(struct shop *shop, const struct customer_row *row,
				const struct shop_user_change *in, const char *hash,
				struct shop_error *err)
{
	int64_t now = clock_now();
	const struct shop_customer *old = &row->customer;
	struct customer_change change = customer_unchanged(row);
	enum shop_status st = SHOP_OK;
	if (in->email != NULL)
		change.email = in->email;
	if (in->name != NULL)
		change.name = in->name;
	if (in->role != NULL)
		change.role = *in->role;
	if (hash != NULL)
		customer_set_password(&change, hash, now);
	if (change.role != SHOP_ROLE_ADMIN)
		st = account_keep_admin(shop->db, old, err);
	if (!st)
		st = customer_rewrite(shop->db, &change, err);
	return st || hash == NULL ? st : end_logins(shop, old, now, err);
}

/* Reads the account again, after it was changed. */
static enum shop_status reread(struct shop *shop, int64_t id, struct shop_user *ret,
			       struct shop_error *err)
{
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	enum shop_status st = customer_find_id(shop->db, id, &row, err);
	return st ? st : read_user(shop, &row, ret, err);
}

/* A token that was found must not be worth the account: whoever acts proves the old password. */
static enum shop_status check_not_self(struct shop *shop, const struct customer_row *row,
				       struct shop_error *err)
{
	if (row->customer.id != shop->actor.customer)
		return SHOP_OK;
	enum shop_status st =
		shop_error_set(err, SHOP_E_DENIED, "your own password is not changed like this");
	shop_error_hint(err, "run 'shop profile update --password'");
	return st;
}

enum shop_status shop_user_update(struct shop *shop, const char *name,
				  const struct shop_user_change *in, struct shop_user *ret,
				  struct shop_error *err)
{
	enum shop_status st = actor_need_admin_write(shop, err);
	if (!st)
		st = check(in, err);
	char hash[AUTH_HASH_SIZE];
	const char *fresh = in->password != NULL ? hash : NULL;
	if (!st && fresh != NULL)
		st = account_hash(in->password, hash, err);
	if (st)
		return st;
	struct shop_user user = { 0 };
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = find(shop, name, &row, err);
	if (!st)
		st = fresh != NULL ? check_not_self(shop, &row, err) : SHOP_OK;
	if (!st)
		st = rewrite(shop, &row, in, fresh, err);
	if (!st)
		st = reread(shop, row.customer.id, &user, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (st)
		shop_user_done(&user);
	else
		*ret = user;
	return st;
}

enum shop_status shop_user_delete(struct shop *shop, const char *name, struct shop_user *ret,
				  struct shop_error *err)
{
	enum shop_status st = actor_need_admin_write(shop, err);
	if (st)
		return st;
	struct shop_user user = { 0 };
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = find(shop, name, &row, err);
	if (!st)
		st = account_keep_admin(shop->db, &row.customer, err);
	if (!st)
		st = read_user(shop, &row, &user, err);
	if (!st)
		st = guess_forget(shop->db, user.customer.email, err);
	if (!st)
		st = customer_delete(shop->db, user.customer.id, FORMER_CUSTOMER, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (st) {
		shop_user_done(&user);
		return st;
	}
	if (user.customer.id == shop->actor.customer)
		actor_clear(shop);
	*ret = user;
	return SHOP_OK;
}

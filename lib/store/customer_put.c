/* SPDX-License-Identifier: MIT */
/* Customers from outside: one statement that sets all that an import may change. */
#include "store/customer_put.h"

struct customer_change customer_unchanged(const struct customer_row *row)
{
	const struct shop_customer *c = &row->customer;
	return (struct customer_change){
		.id = c->id,
		.email = c->email,
		.name = c->name,
		.password_hash = row->password_hash,
		.address_line = c->address_line,
		.city = c->city,
		.postal_code = c->postal_code,
		.country = c->country,
		.role = c->role,
		.created_at = c->created_at,
		.tokens_after = row->tokens_after,
	};
}

void customer_set_password(struct customer_change *c, const char *hash, int64_t now)
{
	c->password_hash = hash;
	if (c->tokens_after < now)
		c->tokens_after = now;
}

enum shop_status customer_rewrite(struct db *db, const struct customer_change *c,
				  struct shop_error *err)
{
	struct shop_error local;
	enum shop_status st = db_run(db, STMT_CUSTOMER_REWRITE,
				     DB_ARGS(c->id, c->email, c->name, role_word(c->role),
					     c->password_hash, c->tokens_after, c->address_line,
					     c->city, c->postal_code, c->country, c->created_at),
				     NULL, &local);
	if (st == SHOP_E_EXISTS)
		return shop_error_set(err, st, "the e-mail address '%s' is taken", c->email);
	if (st && err != NULL)
		*err = local;
	return st;
}

enum shop_status customer_count_admins(struct db *db, int64_t *ret, struct shop_error *err)
{
	return db_run_int(db, STMT_CUSTOMER_COUNT_ADMINS, DB_NO_ARGS, ret, err);
}

/* SPDX-License-Identifier: MIT */
/* shop admin user list: the accounts of the shop. */
#include "commands.h"
#include "core/customer_view.h"

struct options {
	const char *role;
	int64_t limit, offset;
};

static const struct opt table[] = {
	OPT_TEXT(struct options, role, 0, "role", "ROLE", "only customers, or only admins",
		 .values = "customer|admin"),
	OPT_INT(struct options, limit, 'n', "limit", "N", "show at most N", 1, INT32_MAX),
	OPT_INT(struct options, offset, 0, "offset", "N", "leave out the first N", 0, INT64_MAX),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	enum shop_role role;
	struct shop_user_filter filter = { .limit = o->limit, .offset = o->offset };
	if (o->role != NULL && shop_role_find(o->role, &role))
		filter.role = &role;
	return user_list_emit(cx, &filter);
}

const struct command cmd_admin_user_list = {
	.name = "list",
	.summary = "list the accounts of the shop",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};

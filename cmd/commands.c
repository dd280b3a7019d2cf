/* SPDX-License-Identifier: MIT */
/* The tree of commands: the only list. */
#include "commands.h"

#include <stddef.h>

static const struct command cmd_admin_order = {
	.name = "order",
	.summary = "see to customers' orders",
	.sub = (const struct command *const[]){ &cmd_admin_order_deliver, &cmd_admin_order_list,
						&cmd_admin_order_pay, &cmd_admin_order_ship, NULL },
};

static const struct command cmd_admin_policy = {
	.name = "policy",
	.summary = "say what customers are told",
	.sub = (const struct command *const[]){ &cmd_admin_policy_delete, &cmd_admin_policy_list,
						&cmd_admin_policy_set, NULL },
};

static const struct command cmd_admin_product = {
	.name = "product",
	.summary = "change the catalogue",
	.sub = (const struct command *const[]){ &cmd_admin_product_create,
						&cmd_admin_product_delete, &cmd_admin_product_edit,
						&cmd_admin_product_update,
						&cmd_admin_product_upload, NULL },
};

static const struct command cmd_admin_report = {
	.name = "report",
	.summary = "see how the shop is doing",
	.sub = (const struct command *const[]){ &cmd_admin_report_customers,
						&cmd_admin_report_sales, &cmd_admin_report_stock,
						NULL },
};

static const struct command cmd_admin_settings = {
	.name = "settings",
	.summary = "set currency, tax, shipping and links",
	.sub = (const struct command *const[]){ &cmd_admin_settings_list, &cmd_admin_settings_set,
						NULL },
};

static const struct command cmd_admin_user = {
	.name = "user",
	.summary = "look after accounts",
	.sub = (const struct command *const[]){ &cmd_admin_user_delete, &cmd_admin_user_list,
						&cmd_admin_user_show, &cmd_admin_user_update,
						NULL },
};

static const struct command cmd_admin = {
	.name = "admin",
	.summary = "run the shop",
	.sub = (const struct command *const[]){ &cmd_admin_backup, &cmd_admin_export,
						&cmd_admin_import, &cmd_admin_order,
						&cmd_admin_policy, &cmd_admin_product,
						&cmd_admin_report, &cmd_admin_settings,
						&cmd_admin_user, NULL },
};

static const struct command cmd_config = {
	.name = "config",
	.summary = "see and change the configuration",
	.sub = (const struct command *const[]){ &cmd_config_get, &cmd_config_list, &cmd_config_set,
						NULL },
};

static const struct command cmd_order = {
	.name = "order",
	.summary = "order things, and see where they are",
	.sub = (const struct command *const[]){ &cmd_order_add, &cmd_order_cancel, &cmd_order_list,
						&cmd_order_pay, &cmd_order_show, &cmd_order_track,
						NULL },
};

static const struct command cmd_products = {
	.name = "products",
	.summary = "look at what is sold",
	.sub = (const struct command *const[]){ &cmd_products_list, &cmd_products_review,
						&cmd_products_reviews, &cmd_products_search,
						&cmd_products_show, NULL },
};

static const struct command cmd_token = {
	.name = "token",
	.summary = "make and end tokens for cron jobs",
	.sub = (const struct command *const[]){ &cmd_token_create, &cmd_token_list,
						&cmd_token_revoke, NULL },
};

const struct command cmd_root = {
	.name = "shop",
	.summary = "an online shop on the command line",
	.sub = (const struct command *const[]){ &cmd_complete, &cmd_admin, &cmd_chat,
						&cmd_completion, &cmd_config, &cmd_doctor,
						&cmd_help, &cmd_init, &cmd_login, &cmd_logout,
						&cmd_order, &cmd_products, &cmd_profile,
						&cmd_register, &cmd_token, &cmd_whoami, NULL },
};

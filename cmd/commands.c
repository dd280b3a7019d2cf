/* SPDX-License-Identifier: MIT */
/* The tree of commands: the only list. */
#include "commands.h"

#include <stddef.h>

static const struct command cmd_admin = {
	.name = "admin",
	.summary = "run the shop",
	.sub = (const struct command *const[]){ &cmd_admin_import, NULL },
};

static const struct command cmd_products = {
	.name = "products",
	.summary = "look at what is sold",
	.sub = (const struct command *const[]){ &cmd_products_list, &cmd_products_search,
						&cmd_products_show, NULL },
};

const struct command cmd_root = {
	.name = "shop",
	.summary = "an online shop on the command line",
	.sub = (const struct command *const[]){ &cmd_complete, &cmd_admin, &cmd_chat,
						&cmd_completion, &cmd_help, &cmd_init, &cmd_login,
						&cmd_logout, &cmd_products, &cmd_register,
						&cmd_whoami, NULL },
};

/* SPDX-License-Identifier: MIT */
#pragma once

/* Every command's descriptor; each is defined in the file of its name. */

#include "core/command.h"

extern const struct command cmd_admin_import;
extern const struct command cmd_chat;
extern const struct command cmd_complete;
extern const struct command cmd_completion;
extern const struct command cmd_help;
extern const struct command cmd_init;
extern const struct command cmd_login;
extern const struct command cmd_logout;
extern const struct command cmd_products_list;
extern const struct command cmd_products_search;
extern const struct command cmd_products_show;
extern const struct command cmd_register;
extern const struct command cmd_whoami;

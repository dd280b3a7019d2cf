/* SPDX-License-Identifier: MIT */
#pragma once

/* Every command's descriptor; each is defined in the file of its name. */

#include "core/command.h"

extern const struct command cmd_admin_backup;
extern const struct command cmd_admin_export;
extern const struct command cmd_admin_import;
extern const struct command cmd_admin_order_deliver;
extern const struct command cmd_admin_order_list;
extern const struct command cmd_admin_order_pay;
extern const struct command cmd_admin_order_ship;
extern const struct command cmd_admin_policy_delete;
extern const struct command cmd_admin_policy_list;
extern const struct command cmd_admin_policy_set;
extern const struct command cmd_admin_product_create;
extern const struct command cmd_admin_product_delete;
extern const struct command cmd_admin_product_edit;
extern const struct command cmd_admin_product_update;
extern const struct command cmd_admin_product_upload;
extern const struct command cmd_admin_report_customers;
extern const struct command cmd_admin_report_sales;
extern const struct command cmd_admin_report_stock;
extern const struct command cmd_admin_settings_list;
extern const struct command cmd_admin_settings_set;
extern const struct command cmd_admin_user_delete;
extern const struct command cmd_admin_user_list;
extern const struct command cmd_admin_user_show;
extern const struct command cmd_admin_user_update;
extern const struct command cmd_chat;
extern const struct command cmd_chat_history;
extern const struct command cmd_chat_list;
extern const struct command cmd_chat_reset;
extern const struct command cmd_chat_save;
extern const struct command cmd_complete;
extern const struct command cmd_completion;
extern const struct command cmd_config_get;
extern const struct command cmd_config_list;
extern const struct command cmd_config_set;
extern const struct command cmd_doctor;
extern const struct command cmd_help;
extern const struct command cmd_init;
extern const struct command cmd_login;
extern const struct command cmd_logout;
extern const struct command cmd_order_add;
extern const struct command cmd_order_cancel;
extern const struct command cmd_order_list;
extern const struct command cmd_order_pay;
extern const struct command cmd_order_show;
extern const struct command cmd_order_track;
extern const struct command cmd_products_list;
extern const struct command cmd_products_review;
extern const struct command cmd_products_reviews;
extern const struct command cmd_products_search;
extern const struct command cmd_products_show;
extern const struct command cmd_profile;
extern const struct command cmd_profile_update;
extern const struct command cmd_register;
extern const struct command cmd_token_create;
extern const struct command cmd_token_list;
extern const struct command cmd_token_revoke;
extern const struct command cmd_whoami;

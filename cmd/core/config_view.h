/* SPDX-License-Identifier: MIT */
#pragma once

/* How configuration is shown. */

#include "core/command.h"
#include "core/config.h"

/* What a key stands for in this call, its options included; NULL: nothing. */
const char *config_shown_value(const struct cmd_context *cx, enum config_key key);
/* Where that comes from: option, environment, file or default. */
const char *config_shown_origin(const struct cmd_context *cx, enum config_key key);
/* A row of it for everybody; or, as a record, its value alone for people. */
void config_row_emit(struct cmd_context *cx, enum config_key key);
void config_record_emit(struct cmd_context *cx, enum config_key key);
void config_list_begin(struct cmd_context *cx);

/* SPDX-License-Identifier: MIT */
#pragma once

/* Operands that are one text together: shop chat how are you. */

#include "core/command.h"

/* The words with a space between them; the caller frees it. NOMEM. */
enum shop_status words_join(struct cmd_context *cx, const struct shop_texts *words, char **ret);

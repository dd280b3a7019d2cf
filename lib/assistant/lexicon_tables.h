/* SPDX-License-Identifier: MIT */
#pragma once

/* The tables of phrases; for lexicon.c and its test only. Each is sorted by its phrases, byte by
 * byte, so that those with the same first word stand together. */

#include "assistant/lexicon.h"

extern const struct lexicon_row lexicon_products[], lexicon_orders[], lexicon_courtesy[];
extern const size_t lexicon_products_count, lexicon_orders_count, lexicon_courtesy_count;

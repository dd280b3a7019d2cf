/* SPDX-License-Identifier: MIT */
#pragma once

/* What a text is to look like. Only the sixteen basic colours are used, which every theme, dark or
 * light, sets so that they can be read; and no meaning stands in a colour alone. */

enum tone {
	TONE_PLAIN,
	TONE_GOOD,
	TONE_BUSY, /* under way */
	TONE_WARN,
	TONE_BAD,
	TONE_FAINT,
	TONE_STARS,
	TONE_BAR,
	TONE_TITLE,
};

/* The sequence that begins it, and the one that ends any; NULL: plain. */
const char *tone_sequence(enum tone tone);
#define TONE_END "\033[0m"

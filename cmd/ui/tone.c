/* SPDX-License-Identifier: MIT */
/* Tones as sequences of a terminal. */
#include "ui/tone.h"

#include <stddef.h>

const char *tone_sequence(enum tone tone)
{
	switch (tone) {
	case TONE_PLAIN:
		return NULL;
	case TONE_GOOD:
		return "\033[32m";
	case TONE_BUSY:
	case TONE_BAR:
		return "\033[36m";
	case TONE_WARN:
	case TONE_STARS:
		return "\033[33m";
	case TONE_BAD:
		return "\033[31m";
	case TONE_FAINT:
		return "\033[2m";
	case TONE_TITLE:
		return "\033[1m";
	}
	return NULL;
}

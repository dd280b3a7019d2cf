/* SPDX-License-Identifier: MIT */
#pragma once

/* English nouns as a reply shows them; the normal forms of words.h are for comparing only. */

#include <stdbool.h>

#include "base/words.h"

enum { NOUN_SIZE = 2 * WORD_SIZE };

/* "smartwatches" <-> "smartwatch", in place, in lower case. What is a plural already, or always
 * ("headphones"), or never ("furniture"), stays as it is. */
void noun_plural(char word[NOUN_SIZE]);
void noun_singular(char word[NOUN_SIZE]);
/* Always a plural: "the cheapest headphones are". */
bool noun_is_pair(const char *word);

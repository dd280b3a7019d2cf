/* SPDX-License-Identifier: MIT */
/* Knows terminals by what they set, and pictures by how they begin and end. */
#include "ui/picture_bytes.h"

#include <string.h>

static bool is(const char *text, const char *name)
{
	return text != NULL && strcmp(text, name) == 0;
}

enum picture_form picture_form_of(const struct terminal_env *env)
{
	if (env->term == NULL || is(env->term, "dumb"))
		return PICTURE_NONE;
	if (env->tmux != NULL || env->screen != NULL || env_begins(env->term, "screen") ||
	    env_begins(env->term, "tmux"))
		return PICTURE_SYMBOLS;
	if (env->kitty != NULL || is(env->term, "xterm-kitty") || is(env->term, "xterm-ghostty") ||
	    is(env->program, "ghostty"))
		return PICTURE_KITTY;
	if (is(env->program, "iTerm.app") || is(env->program, "WezTerm"))
		return PICTURE_ITERM;
	if (env_begins(env->term, "foot") || env_begins(env->term, "mlterm") ||
	    env_begins(env->term, "yaft") || env_begins(env->term, "contour") ||
	    is(env->program, "mintty"))
		return PICTURE_SIXEL;
	return PICTURE_SYMBOLS;
}

const char *picture_colors_of(const struct terminal_env *env)
{
	if (is(env->colorterm, "truecolor") || is(env->colorterm, "24bit"))
		return "full";
	return env->term != NULL && strstr(env->term, "256color") != NULL ? "256" : "16";
}

/* How long the colour sequence at the beginning is; 0: there is none. */
static size_t color_size(const char *p, size_t len)
{
	size_t n = 2;
	if (len < 3 || p[0] != '\033' || p[1] != '[')
		return 0;
	while (n < len && (p[n] == ';' || (p[n] >= '0' && p[n] <= '9')))
		n++;
	return n < len && p[n] == 'm' ? n + 1 : 0;
}

static bool symbols_fine(const char *p, size_t len)
{
	while (len > 0) {
		unsigned char c = (unsigned char)*p;
		size_t n = c == '\033' ? color_size(p, len) : 1;
		bool c1 = c == 0xC2 && len > 1 && (unsigned char)p[1] < 0xA0;
		if (n == 0 || (c < 0x20 && c != '\n' && c != '\033') || c == 0x7F || c1)
			return false;
		p += n;
		len -= n;
	}
	return true;
}

/* The sequence at the beginning: how it begins, how it ends, and nothing that steers within. */
static size_t sequence_size(const char *p, size_t len, const char *lead, const char *end)
{
	size_t n = strlen(lead);
	if (len < n || memcmp(p, lead, n) != 0)
		return 0;
	for (; n < len; n++) {
		if (len - n >= strlen(end) && memcmp(p + n, end, strlen(end)) == 0)
			return n + strlen(end);
		unsigned char c = (unsigned char)p[n];
		if ((c < 0x20 && c != '\n' && c != '\r') || c >= 0x7F)
			return 0;
	}
	return 0;
}

bool picture_bytes_fine(enum picture_form form, const char *bytes, size_t len)
{
	static const struct {
		const char *lead, *end;
	} kinds[] = { [PICTURE_SIXEL] = { "\033P", "\033\\" },
		      [PICTURE_KITTY] = { "\033_G", "\033\\" },
		      [PICTURE_ITERM] = { "\033]1337;File=", "\a" } };
	if (len == 0 || form == PICTURE_NONE)
		return false;
	if (form == PICTURE_SYMBOLS)
		return symbols_fine(bytes, len);
	while (len > 0) {
		size_t n = *bytes == '\n' || *bytes == '\r'
				   ? 1
				   : sequence_size(bytes, len, kinds[form].lead, kinds[form].end);
		if (n == 0)
			return false;
		bytes += n;
		len -= n;
	}
	return true;
}

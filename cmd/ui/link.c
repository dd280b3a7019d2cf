/* SPDX-License-Identifier: MIT */
/* Tells which terminals have links, and writes them. */
#include "ui/link.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_one_of(const char *text, const char *const *names, size_t count)
{
	for (size_t i = 0; text != NULL && i < count; i++)
		if (strcmp(text, names[i]) == 0)
			return true;
	return false;
}

/* "3.4" and up: tmux hands links on to terminals that have them, and hides them from others. */
static bool tmux_has_links(const struct terminal_env *env)
{
	char *end;
	if (env->program == NULL || strcmp(env->program, "tmux") != 0 ||
	    env->program_version == NULL)
		return false;
	long major = strtol(env->program_version, &end, 10);
	long minor = *end == '.' ? strtol(end + 1, NULL, 10) : 0;
	return major > 3 || (major == 3 && minor >= 4);
}

static bool number_from(const char *text, long least)
{
	return text != NULL && strtol(text, NULL, 10) >= least;
}

bool link_supported(const struct terminal_env *env)
{
	static const char *const programs[] = { "iTerm.app", "WezTerm", "vscode", "ghostty",
						"Hyper",     "rio",     "Tabby",  "mintty" };
	static const char *const terms[] = { "xterm-kitty", "xterm-ghostty", "alacritty", "wezterm",
					     "contour" };
	if (env->force_links != NULL)
		return strcmp(env->force_links, "0") != 0;
	if (env->term == NULL || strcmp(env->term, "dumb") == 0 || strcmp(env->term, "linux") == 0)
		return false;
	/* What runs inside another one shows what that lets through, whatever is outside. */
	if (env->tmux != NULL)
		return tmux_has_links(env);
	if (env->screen != NULL || env_begins(env->term, "screen"))
		return false;
	return is_one_of(env->program, programs, sizeof(programs) / sizeof(programs[0])) ||
	       is_one_of(env->term, terms, sizeof(terms) / sizeof(terms[0])) ||
	       env_begins(env->term, "foot") || env->kitty != NULL || env->windows != NULL ||
	       number_from(env->vte_version, 5001) || number_from(env->konsole_version, 201200);
}

bool link_clean(const char *url, char out[LINK_SIZE])
{
	static const char digits[] = "0123456789ABCDEF";
	size_t n = 0;
	if (url == NULL ||
	    (strncasecmp(url, "http://", 7) != 0 && strncasecmp(url, "https://", 8) != 0))
		return false;
	for (const unsigned char *p = (const unsigned char *)url; *p != '\0'; p++) {
		if (*p < 0x20 || *p == 0x7F || n + 4 > LINK_SIZE)
			return false;
		/* C1 controls are among the bytes that are encoded. */
		if (*p > 0x20 && *p < 0x7F) {
			out[n++] = (char)*p;
			continue;
		}
		out[n++] = '%';
		out[n++] = digits[*p >> 4];
		out[n++] = digits[*p & 0x0F];
	}
	out[n] = '\0';
	return true;
}

void link_begin(FILE *out, const char *clean)
{
	fprintf(out, "\033]8;;%s\033\\", clean);
}

void link_end(FILE *out)
{
	fputs("\033]8;;\033\\", out);
}

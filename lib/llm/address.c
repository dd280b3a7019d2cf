/* SPDX-License-Identifier: MIT */
/* The forms of OLLAMA_HOST, read as Ollama's own client reads them. */
#include "llm/address.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* The parts of an address while it is taken apart, each in the same copy of the text. */
struct parts {
	const char *scheme, *port;
	char *host, *path;
};

static bool is_padding(char c)
{
	return text_is_space(c) || c == '"' || c == '\'';
}

/* The text without what may stand around it, in out. False: too long. */
static bool trim(const char *text, char out[ADDRESS_MAX / 2])
{
	while (is_padding(*text))
		text++;
	size_t len = strlen(text);
	while (len > 0 && is_padding(text[len - 1]))
		len--;
	if (len >= ADDRESS_MAX / 2)
		return false;
	memcpy(out, text, len);
	out[len] = '\0';
	return true;
}

/* Nothing that would mean something else in a URL, or steer anything: a user's name and password
 * would end up in messages. */
static bool is_clean(const char *text)
{
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;
		if (c <= ' ' || c >= 0x7F || strchr("@?#\\\"'<>%{}|^`", c) != NULL)
			return false;
	}
	return true;
}

static bool is_ip6(const char *host)
{
	unsigned char bytes[16];
	return inet_pton(AF_INET6, host, bytes) == 1;
}

/* The host in brackets, or a bare IPv6 address, or whatever stands before a colon. */
static void split_host(struct parts *p, char *hostport, const char *default_port)
{
	char *colon = strrchr(hostport, ':');
	p->host = hostport;
	p->port = default_port;
	if (is_ip6(hostport))
		return;
	if (*hostport == '[') {
		char *end = strchr(hostport, ']');
		if (end == NULL)
			return;
		*end = '\0';
		if (is_ip6(hostport + 1))
			p->host = hostport + 1;
		colon = end[1] == ':' ? end + 1 : NULL;
	}
	if (colon != NULL) {
		*colon = '\0';
		p->port = colon + 1;
	}
}

static bool is_port(const char *port)
{
	size_t len = strlen(port);
	return len > 0 && len <= 5 && strspn(port, "0123456789") == len &&
	       strtol(port, NULL, 10) <= 65535;
}

static enum shop_status refuse(const char *text, struct shop_error *err)
{
	shop_error_set(err, SHOP_E_INVALID, "'%.200s' is no address of a model server", text);
	shop_error_hint(err, "write it like http://127.0.0.1:11434");
	return SHOP_E_INVALID;
}

static bool parse_unix(const char *path, struct address *ret)
{
	int n = snprintf(ret->socket, sizeof(ret->socket), "%s", path);
	snprintf(ret->url, sizeof(ret->url), "http://localhost");
	ret->local = true;
	return *path == '/' && n > 1 && (size_t)n < sizeof(ret->socket);
}

static bool is_local(const char *host)
{
	size_t len = strlen(host);
	struct in_addr ip4;
	return text_equal_nocase(host, "localhost") ||
	       (len > 10 && text_equal_nocase(host + len - 10, ".localhost")) ||
	       (inet_pton(AF_INET, host, &ip4) == 1 && ntohl(ip4.s_addr) >> 24 == 127) ||
	       strcmp(host, "::1") == 0 || strncmp(host, "::ffff:127.", 11) == 0;
}

/* Scheme, host and path of text; false for a scheme that is none of ours. */
static bool split(struct parts *p, char *text)
{
	const char *default_port = "11434";
	char *rest = strstr(text, "://");
	p->scheme = "http";
	if (rest != NULL) {
		*rest = '\0';
		rest += 3;
		p->scheme = text_equal_nocase(text, "https") ? "https" : "http";
		default_port = text_equal_nocase(text, "https") ? "443" : "80";
		if (!text_equal_nocase(text, p->scheme))
			return false;
	} else {
		rest = text;
		if (text_equal_nocase(rest, "ollama.com")) {
			p->scheme = "https";
			default_port = "443";
		}
	}
	p->path = strchr(rest, '/');
	if (p->path != NULL)
		*p->path++ = '\0';
	split_host(p, rest, default_port);
	if (!is_port(p->port))
		p->port = default_port;
	return true;
}

enum shop_status address_parse(const char *text, struct address *ret, struct shop_error *err)
{
	char copy[ADDRESS_MAX / 2];
	struct parts p;
	*ret = (struct address){ .url = "" };
	if (text == NULL)
		text = "";
	if (!trim(text, copy))
		return refuse(text, err);
	if (strncmp(copy, "unix://", 7) == 0)
		return parse_unix(copy + 7, ret) ? SHOP_OK : refuse(text, err);
	if (!is_clean(copy) || !split(&p, copy))
		return refuse(text, err);
	const char *host = *p.host == '\0' || strcmp(p.host, "0.0.0.0") == 0 ? "127.0.0.1"
			   : strcmp(p.host, "::") == 0                       ? "::1"
									     : p.host;
	bool ip6 = is_ip6(host);
	if (!ip6 && strpbrk(host, ":[]") != NULL)
		return refuse(text, err);
	ret->secure = strcmp(p.scheme, "https") == 0;
	ret->local = is_local(host);
	size_t len = p.path != NULL ? strlen(p.path) : 0;
	while (len > 0 && p.path[len - 1] == '/')
		len--;
	snprintf(ret->url, sizeof(ret->url), "%s://%s%s%s:%s%s%.*s", p.scheme, ip6 ? "[" : "", host,
		 ip6 ? "]" : "", p.port, len > 0 ? "/" : "", (int)len,
		 p.path != NULL ? p.path : "");
	return SHOP_OK;
}

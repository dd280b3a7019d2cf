/* SPDX-License-Identifier: MIT */
/* Checks tokens: JSON Web Tokens (RFC 7519) with one algorithm, HS256 (RFC 7515, RFC 2104). Every
 * command with a login does so, which is why libjwt, and the large library that it brings along, is
 * only loaded where a token is made: a signature to compare is all that is needed here. */
#include <assert.h>
#include <jansson.h>
#include <sodium.h>
#include <string.h>

#include "auth/parts.h"
#include "base/cleanup.h"

/* Two machines that share a store need not agree on the second. */
enum { CLOCK_LEEWAY_SECONDS = 60 };

enum { HEADER_MAX = 256, PAYLOAD_MAX = 1024, SIGNATURE_SIZE = crypto_auth_hmacsha256_BYTES };

struct token_part {
	const char *text; /* base64url, not terminated */
	size_t text_len, len;
	unsigned char bytes[PAYLOAD_MAX];
};

static enum shop_status refuse(struct shop_error *err)
{
	enum shop_status st =
		shop_error_set(err, SHOP_E_NOT_LOGGED_IN, "the login is not one of this store");
	shop_error_hint(err, "run 'shop login' first");
	return st;
}

/* libsodium takes some bytes beyond ASCII for '-' or '_'. */
static bool is_ascii(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] >= 0x80)
			return false;
	return true;
}

/* Base64url without padding, and with nothing in the unused bits of its last character: what
 * decodes to the same bytes is spelt in one way only. */
static bool part_decode(struct token_part *part, size_t max)
{
	return part->text_len > 0 && is_ascii(part->text, part->text_len) &&
	       sodium_base642bin(part->bytes, max, part->text, part->text_len, NULL, &part->len,
				 NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0;
}

static bool token_split(const char *token, struct token_part parts[3])
{
	if (strnlen(token, AUTH_TOKEN_MAX + 1) > AUTH_TOKEN_MAX)
		return false;
	for (int i = 0; i < 3; i++) {
		size_t len = strcspn(token, ".");
		parts[i].text = token;
		parts[i].text_len = len;
		if (token[len] != (i < 2 ? '.' : '\0'))
			return false;
		token += len + 1;
	}
	return part_decode(&parts[0], HEADER_MAX) && part_decode(&parts[1], PAYLOAD_MAX) &&
	       part_decode(&parts[2], SIGNATURE_SIZE) && parts[2].len == SIGNATURE_SIZE;
}

/* The part as a JSON object, or NULL. The caller's. */
static json_t *part_object(const struct token_part *part)
{
	return json_loadb((const char *)part->bytes, part->len, JSON_REJECT_DUPLICATES, NULL);
}

static bool header_is_ours(const struct token_part *part)
{
	json_auto_t *header = part_object(part);
	const char *alg, *typ;
	return header != NULL &&
	       json_unpack_ex(header, NULL, JSON_STRICT, "{s:s, s:s}", "alg", &alg, "typ", &typ) ==
		       0 &&
	       strcmp(alg, "HS256") == 0 && strcmp(typ, "JWT") == 0;
}

/* Over header and payload as they are written, compared in constant time. */
static bool signature_is_ours(const unsigned char key[AUTH_KEY_SIZE], const char *token,
			      const struct token_part *signature)
{
	static_assert(AUTH_KEY_SIZE == crypto_auth_hmacsha256_KEYBYTES, "keys of HMAC-SHA-256");
	size_t len = (size_t)(signature->text - token) - 1;
	return crypto_auth_hmacsha256_verify(signature->bytes, (const unsigned char *)token, len,
					     key) == 0;
}

/* A positive number in its shortest form. */
static bool subject_read(const char *text, int64_t *ret)
{
	int64_t n = 0;
	if (text[0] < '1' || text[0] > '9')
		return false;
	for (; *text != '\0'; text++) {
		if (*text < '0' || *text > '9' || __builtin_mul_overflow(n, 10, &n) ||
		    __builtin_add_overflow(n, *text - '0', &n))
			return false;
	}
	*ret = n;
	return true;
}

static bool claims_read(const struct token_part *part, struct auth_claims *ret, int64_t *ret_nbf)
{
	json_auto_t *payload = part_object(part);
	const char *iss, *sub, *jti;
	json_int_t iat, nbf, exp;
	if (payload == NULL ||
	    json_unpack_ex(payload, NULL, JSON_STRICT, "{s:s, s:s, s:s, s:I, s:I, s:I}", "iss",
			   &iss, "sub", &sub, "jti", &jti, "iat", &iat, "nbf", &nbf, "exp",
			   &exp) != 0)
		return false;
	if (strcmp(iss, AUTH_ISSUER) != 0 || strlen(jti) != AUTH_ID_SIZE - 1 ||
	    strspn(jti, "0123456789abcdef") != AUTH_ID_SIZE - 1 ||
	    !subject_read(sub, &ret->customer))
		return false;
	memcpy(ret->id, jti, AUTH_ID_SIZE);
	ret->issued_at = iat;
	ret->expires_at = exp;
	*ret_nbf = nbf;
	return true;
}

enum shop_status token_check(const unsigned char key[AUTH_KEY_SIZE], const char *token, int64_t now,
			     struct auth_claims *ret, struct shop_error *err)
{
	enum shop_status st = sodium_ready(err);
	if (st)
		return st;
	struct token_part parts[3];
	struct auth_claims claims;
	int64_t nbf;
	if (!token_split(token, parts) || !header_is_ours(&parts[0]) ||
	    !signature_is_ours(key, token, &parts[2]) || !claims_read(&parts[1], &claims, &nbf))
		return refuse(err);
	int64_t latest = now + CLOCK_LEEWAY_SECONDS;
	if (claims.issued_at > latest || nbf > latest || claims.expires_at <= claims.issued_at)
		return refuse(err);
	if (claims.expires_at <= now) {
		st = shop_error_set(err, SHOP_E_LOGIN_EXPIRED, "the login has expired");
		shop_error_hint(err, "run 'shop login' again");
		return st;
	}
	*ret = claims;
	return SHOP_OK;
}

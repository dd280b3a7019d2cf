/* SPDX-License-Identifier: MIT */
/* Passwords: argon2id (RFC 9106) through libsodium, which keeps salt and cost in the hash. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "auth/parts.h"

_Static_assert(AUTH_HASH_SIZE == crypto_pwhash_STRBYTES, "a hash fits exactly");

/*
 * libsodium's limits for interactive use: two passes over 64 MiB, some 60 ms. That is above the
 * least that OWASP's password storage advice asks of argon2id (19 MiB, two passes), and a person
 * does not notice it, where the next step (256 MiB) would shut out small machines and make a burst
 * of logins a way to exhaust the memory.
 */
#define HASH_PASSES crypto_pwhash_OPSLIMIT_INTERACTIVE
#define HASH_BYTES  crypto_pwhash_MEMLIMIT_INTERACTIVE

static enum shop_status hash_make(const char *password, char out[AUTH_HASH_SIZE],
				  struct shop_error *err)
{
	if (crypto_pwhash_str_alg(out, password, strlen(password), HASH_PASSES, HASH_BYTES,
				  crypto_pwhash_ALG_ARGON2ID13) != 0)
		return shop_error_set(err, SHOP_E_NOMEM,
				      "out of memory: a password needs 64 MiB to be hashed");
	return SHOP_OK;
}

enum shop_status password_hash(const char *password, char out[AUTH_HASH_SIZE],
			       struct shop_error *err)
{
	enum shop_status st = sodium_ready(err);
	return st ? st : hash_make(password, out, err);
}

/* Reads "NAME=NUMBER" and moves past it. */
static bool read_cost(const char **p, const char *name, unsigned long max, unsigned long *ret)
{
	size_t len = strlen(name);
	if (strncmp(*p, name, len) != 0 || (*p)[len] < '0' || (*p)[len] > '9')
		return false;
	char *end;
	unsigned long n = strtoul(*p + len, &end, 10);
	*p = end;
	*ret = n;
	return n <= max;
}

/* *ret_work: memory times passes. */
static bool hash_is_bearable(const char *hash, uint64_t *ret_work)
{
	static const char start[] = "$argon2id$v=19$";
	if (strlen(hash) >= AUTH_HASH_SIZE || strncmp(hash, start, sizeof(start) - 1) != 0)
		return false;
	const char *p = hash + sizeof(start) - 1;
	unsigned long kib, passes;
	if (!read_cost(&p, "m=", AUTH_HASH_KIB_MAX, &kib) ||
	    !read_cost(&p, ",t=", AUTH_HASH_PASSES_MAX, &passes))
		return false;
	*ret_work = (uint64_t)kib * passes;
	return true;
}

bool password_matches(const char *hash, const char *password)
{
	const uint64_t usual = (uint64_t)(HASH_BYTES / 1024) * HASH_PASSES;
	uint64_t work = 0;
	if (sodium_ready(NULL) != SHOP_OK)
		return false;
	bool bearable = hash != NULL && hash_is_bearable(hash, &work);
	if (bearable && crypto_pwhash_str_verify(hash, password, strlen(password)) == 0)
		return true;
	/* One that came with an import may be cheap, or no hash at all behind its beginning: an
	 * answer that is quicker than the others would tell that there is an account. */
	if (bearable && work >= usual && crypto_pwhash_str_needs_rehash(hash, 1, 8192) >= 0)
		return false;
	/* Making a hash is the same work as comparing with one. */
	char unused[AUTH_HASH_SIZE];
	(void)hash_make(password, unused, NULL);
	sodium_memzero(unused, sizeof(unused));
	return false;
}

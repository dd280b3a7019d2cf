/* SPDX-License-Identifier: MIT */
/* Makes tokens: JSON Web Tokens, HS256. */
#include <assert.h>
#include <errno.h>
#include <jwt.h>
#include <stdio.h>

#include "auth/auth.h"
#include "base/cleanup.h"

static void jwt_freep(jwt_t **jwt)
{
	if (*jwt != NULL)
		jwt_free(*jwt); /* overwrites the key that it holds */
}

static int claims_add(jwt_t *jwt, const struct auth_claims *c)
{
	char subject[24];
	snprintf(subject, sizeof(subject), "%lld", (long long)c->customer);
	int rc = jwt_add_grant(jwt, "iss", AUTH_ISSUER);
	if (rc == 0)
		rc = jwt_add_grant(jwt, "sub", subject);
	if (rc == 0)
		rc = jwt_add_grant(jwt, "jti", c->id);
	if (rc == 0)
		rc = jwt_add_grant_int(jwt, "iat", (long)c->issued_at);
	if (rc == 0)
		rc = jwt_add_grant_int(jwt, "nbf", (long)c->issued_at);
	if (rc == 0)
		rc = jwt_add_grant_int(jwt, "exp", (long)c->expires_at);
	return rc;
}

static enum shop_status token_issue(const unsigned char key[AUTH_KEY_SIZE],
				    const struct auth_claims *claims, char **ret,
				    struct shop_error *err)
{
	assert(claims->customer > 0 && claims->expires_at > claims->issued_at);
	CLEANUP(jwt_freep) jwt_t *jwt = NULL;
	int rc = jwt_new(&jwt);
	if (rc == 0)
		rc = claims_add(jwt, claims);
	if (rc == 0)
		rc = jwt_set_alg(jwt, JWT_ALG_HS256, key, AUTH_KEY_SIZE);
	char *token = NULL;
	if (rc == 0) {
		errno = 0;
		token = jwt_encode_str(jwt);
		rc = errno;
	}
	if (token == NULL)
		return shop_error_set(err, rc == EINVAL ? SHOP_E_FAILED : SHOP_E_NOMEM,
				      "cannot make a login token");
	*ret = token;
	return SHOP_OK;
}

SHOP_API extern const struct auth_issue_ops auth_issue_module;
const struct auth_issue_ops auth_issue_module = { .token_issue = token_issue };

# Tokens that somebody made up. The key is the store's alone, and one algorithm is taken.
$ demo alice
$ cat >forge <<'END'
> # forge HEADER [FILTER]: the token with another header, and its claims changed by sed
> part() { base64 -w0 | tr '+/' '-_' | tr -d '='; }
> claims() { cut -d. -f2 .local/state/shop/token | tr -- '-_' '+/' | base64 -d 2>/dev/null; }
> printf '%s.%s.' "$(printf '%s' "$1" | part)" "$(claims | sed "${2:-s/^//}" | part)"
> END
$ signature=$(cut -d. -f3 .local/state/shop/token)
> SHOP_TOKEN=$(sh forge '{"alg":"HS256","typ":"JWT"}')$signature shop whoami --json | jq -r .email
alice@example.com

# No signature, another algorithm, the same signature under other claims.
$ SHOP_TOKEN=$(sh forge '{"alg":"none","typ":"JWT"}') shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ SHOP_TOKEN=$(sh forge '{"alg":"none","typ":"JWT"}' | sed 's/\.$//') shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ SHOP_TOKEN=$(sh forge '{"alg":"none","typ":"JWT"}')$(cut -d. -f3 .local/state/shop/token) shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ SHOP_TOKEN=$(sh forge '{"alg":"HS512","typ":"JWT"}')$(cut -d. -f3 .local/state/shop/token) shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ SHOP_TOKEN=$(sh forge '{"alg":"HS256","typ":"JWT"}' 's/"sub":"2"/"sub":"1"/')$(cut -d. -f3 .local/state/shop/token) shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ SHOP_TOKEN=$(sh forge '{"alg":"HS256","typ":"JWT"}' 's/"exp":/"exp":9/')$(cut -d. -f3 .local/state/shop/token) shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4

# The right token, written otherwise: with padding, with the other alphabet's characters, twice.
$ SHOP_TOKEN=$(cat .local/state/shop/token)= shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ SHOP_TOKEN="$(cat .local/state/shop/token) " shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ SHOP_TOKEN=$(cat .local/state/shop/token).$(cat .local/state/shop/token) shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4

# What is ours but was never given out: the store knows no such id.
$ sqlite3 .local/share/shop/shop.db "DELETE FROM token"
$ shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4

# Nothing of it tells more than that, and the admin's commands are no nearer.
$ SHOP_TOKEN=$(sh forge '{"alg":"none","typ":"JWT"}' 's/"sub":"2"/"sub":"1"/') shop admin user list
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ SHOP_TOKEN=$(sh forge '{"alg":"none","typ":"JWT"}' 's/"sub":"2"/"sub":"1"/') shop admin user list --json
2> {"error":{"code":"not_logged_in","message":"the login is not one of this store","hint":"run 'shop login' first","exit":4}}
? 4

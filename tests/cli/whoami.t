$ demo alice
$ shop whoami
id	2
email	alice@example.com
name	Alice Martin
role	customer
scope	full
expires_at	[..]T[..]:[..]:[..]Z
$ shop whoami --json | jq 'keys'
[
  "email",
  "expires_at",
  "id",
  "name",
  "role",
  "scope"
]
$ tty shop whoami
ID               2
E-mail           alice@example.com
Name             Alice Martin
Role             customer
Scope            full
Valid until      [..]

# The role is what the store says now.
$ sqlite3 .local/share/shop/shop.db "UPDATE customer SET role = 'admin' WHERE email = 'alice@example.com'"
$ shop whoami --json | jq -r .role
admin

# A token from the environment, or from another file, comes first.
$ SHOP_TOKEN=$(cat "$DEMO/bob.token") shop whoami --json | jq -r .email
bob@example.com
$ SHOP_TOKEN_FILE=$DEMO/carol.token shop whoami --json | jq -r .email
carol@example.com
$ SHOP_TOKEN=nonsense shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ SHOP_TOKEN_FILE=/nowhere/token shop whoami
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4

# A file that others can read is not a secret.
$ chmod 644 .local/state/shop/token
$ shop whoami
2> shop: others can read '$HOME/.local/state/shop/token'
2> hint: run: chmod 600 '$HOME/.local/state/shop/token'
? 5
$ chmod 600 .local/state/shop/token

# What has expired is removed, and said once.
$ sqlite3 .local/share/shop/shop.db "UPDATE token SET expires_at = 1000"
$ shop whoami
2> shop: the login has expired
2> hint: run 'shop login' again
? 4
$ shop whoami
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ SHOP_TOKEN=$(cat "$DEMO/bob.token") shop whoami --json
2> {"error":{"code":"login_expired","message":"the login has expired","hint":"run 'shop login' again","exit":4}}
? 4

# Expiry is by the machine's clock, whatever is said to be now.
$ demo alice
$ sqlite3 .local/share/shop/shop.db "UPDATE token SET expires_at = unixepoch() - 10"
$ SHOP_NOW=2000-01-01T00:00:00Z shop whoami
2> shop: the login has expired
2> hint: run 'shop login' again
? 4

# The same token means nothing to another store, or to one whose key is gone.
$ demo alice
$ rm .local/share/shop/shop.db.key
$ shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4

# A customer who is no more.
$ demo alice
$ sqlite3 .local/share/shop/shop.db "PRAGMA foreign_keys = ON; DELETE FROM customer WHERE email = 'alice@example.com'"
$ shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4

$ demo alice
$ cp .local/state/shop/token kept
$ shop logout
$ ls .local/state/shop
$ shop logout
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop logout --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# The token is void, not only forgotten.
$ SHOP_TOKEN=$(cat kept) shop whoami
2> shop: the login has been revoked
2> hint: run 'shop login' again
? 4
$ SHOP_TOKEN=$(cat kept) shop whoami --json
2> {"error":{"code":"login_expired","message":"the login has been revoked","hint":"run 'shop login' again","exit":4}}
? 4

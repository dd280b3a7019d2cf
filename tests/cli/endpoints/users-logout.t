# the logout screen: shop logout.

# Nobody
$ demo
$ shop logout
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop logout --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# A customer
$ demo alice
$ shop logout
$ demo alice
$ shop logout --json
{"email":"alice@example.com"}

# Another customer
$ demo bob
$ shop logout
$ demo bob
$ shop logout --json
{"email":"bob@example.com"}

# An admin
$ demo admin
$ shop logout
$ demo admin
$ shop logout --json
{"email":"admin@example.com"}

# the logout screen: shop logout.

$ each <<'END'
> shop logout
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob, admin
$ each <<'END'
> shop logout --json
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
exit 4
== alice
{"email":"alice@example.com"}
== bob
{"email":"bob@example.com"}
== admin
{"email":"admin@example.com"}

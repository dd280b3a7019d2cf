# PUT users/ID: shop admin user update.

$ each <<'END'
> shop admin user update 2 --role admin
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin user update' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
$ each <<'END'
> shop admin user update 2 --role admin --json | jq -c '[.email, .role]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin user update' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
["alice@example.com","admin"]

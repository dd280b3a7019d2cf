# DELETE users/ID: shop admin user delete.

$ each <<'END'
> shop admin user delete 2 --yes
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin user delete' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
$ each <<'END'
> shop admin user delete 2 --yes --json | jq -c '[.email, .orders]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin user delete' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
["alice@example.com",10]

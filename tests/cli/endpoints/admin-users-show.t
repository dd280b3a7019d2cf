# GET users/ID: shop admin user show.

$ each <<'END'
> shop admin user show 2
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin user show' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
id	2
email	alice@example.com
name	Alice Martin
role	customer
created_at	2026-11-22T10:00:00Z
address	
orders	10
open_orders	2
reviews	45
$ each <<'END'
> shop admin user show 2 --json | jq -c '[.email, .role, .orders]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin user show' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
["alice@example.com","customer",10]

# GET users: shop admin user list.

$ each <<'END'
> shop admin user list --limit 2
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin user list' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
1	admin@example.com	Admin	admin	2026-11-22T10:00:00Z
2	alice@example.com	Alice Martin	customer	2026-11-22T10:00:00Z
$ each <<'END'
> shop admin user list --limit 2 --json | jq -c '.[] | [.id, .email, .role]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin user list' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
[1,"admin@example.com","admin"]
[2,"alice@example.com","customer"]

# GET orders: shop admin order list.

$ each <<'END'
> shop admin order list --limit 2 | cut -f1,2,3,5
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
== alice, bob
! shop: 'shop admin order list' is for admins
! hint: log in as one: 'shop login EMAIL'
== admin
1244	paid	2026-11-22T06:44:00Z	card
1243	pending	2026-11-22T00:49:00Z	cash_on_delivery
$ each <<'END'
> shop admin order list --limit 2 --json | jq -c '.[] | [.id, .email, .status]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin order list' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
[1244,"haruka@example.net","paid"]
[1243,"bob@example.com","pending"]

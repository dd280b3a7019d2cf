# GET orders: shop admin order list.

# Nobody
$ demo
$ shop admin order list --limit 2 | cut -f1,2,3,5
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
$ demo
$ shop admin order list --limit 2 --json | jq -c '.[] | [.id, .email, .status]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop admin order list --limit 2 | cut -f1,2,3,5
2> shop: 'shop admin order list' is for admins
2> hint: log in as one: 'shop login EMAIL'
$ demo alice
$ shop admin order list --limit 2 --json | jq -c '.[] | [.id, .email, .status]'
2> {"error":{"code":"denied","message":"'shop admin order list' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# Another customer
$ demo bob
$ shop admin order list --limit 2 | cut -f1,2,3,5
2> shop: 'shop admin order list' is for admins
2> hint: log in as one: 'shop login EMAIL'
$ demo bob
$ shop admin order list --limit 2 --json | jq -c '.[] | [.id, .email, .status]'
2> {"error":{"code":"denied","message":"'shop admin order list' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# An admin
$ demo admin
$ shop admin order list --limit 2 | cut -f1,2,3,5
1244	paid	2026-11-22T06:44:00Z	card
1243	pending	2026-11-22T00:49:00Z	cash_on_delivery
$ demo admin
$ shop admin order list --limit 2 --json | jq -c '.[] | [.id, .email, .status]'
[1244,"haruka@example.net","paid"]
[1243,"bob@example.com","pending"]

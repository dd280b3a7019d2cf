# GET orders/myorders: shop order list.

# Nobody
$ demo
$ shop order list --limit 2 | cut -f1,2,4
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
$ demo
$ shop order list --limit 2 --json | jq -c '.[] | [.id, .status, .total_cents]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop order list --limit 2 | cut -f1,2,4
1240	pending	$144.45
1234	shipped	$229.38
$ demo alice
$ shop order list --limit 2 --json | jq -c '.[] | [.id, .status, .total_cents]'
[1240,"pending",14445]
[1234,"shipped",22938]

# Another customer
$ demo bob
$ shop order list --limit 2 | cut -f1,2,4
1243	pending	$107.98
1235	shipped	$107.33
$ demo bob
$ shop order list --limit 2 --json | jq -c '.[] | [.id, .status, .total_cents]'
[1243,"pending",10798]
[1235,"shipped",10733]

# An admin
$ demo admin
$ shop order list --limit 2 | cut -f1,2,4
$ demo admin
$ shop order list --limit 2 --json | jq -c '.[] | [.id, .status, .total_cents]'

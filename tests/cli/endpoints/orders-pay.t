# PUT orders/ID/pay: shop order pay.
# The order is alice's.

# Nobody
$ demo
$ shop order pay 1240
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop order pay 1240 --json | jq -c '[.id, .status, .total_cents]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop order pay 1240
id	1240
status	paid
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-21T01:53:00Z	placed	import
events	2026-11-22T10:00:00Z	paid	customer
$ demo alice
$ shop order pay 1240 --json | jq -c '[.id, .status, .total_cents]'
[1240,"paid",14445]

# Another customer
$ demo bob
$ shop order pay 1240
2> shop: there is no order #1240
2> hint: 'shop order list' shows yours
? 3
$ demo bob
$ shop order pay 1240 --json | jq -c '[.id, .status, .total_cents]'
2> {"error":{"code":"not_found","message":"there is no order #1240","hint":"'shop order list' shows yours","exit":3}}

# An admin
$ demo admin
$ shop order pay 1240
id	1240
status	paid
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-21T01:53:00Z	placed	import
events	2026-11-22T10:00:00Z	paid	admin
$ demo admin
$ shop order pay 1240 --json | jq -c '[.id, .status, .total_cents]'
[1240,"paid",14445]

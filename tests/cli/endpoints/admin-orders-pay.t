# PUT orders/ID/pay (an admin): shop admin order pay.

# Nobody
$ demo
$ shop admin order pay 1240
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop admin order pay 1240 --json | jq -c '[.id, .status]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop admin order pay 1240
2> shop: 'shop admin order pay' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo alice
$ shop admin order pay 1240 --json | jq -c '[.id, .status]'
2> {"error":{"code":"denied","message":"'shop admin order pay' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# Another customer
$ demo bob
$ shop admin order pay 1240
2> shop: 'shop admin order pay' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin order pay 1240 --json | jq -c '[.id, .status]'
2> {"error":{"code":"denied","message":"'shop admin order pay' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# An admin
$ demo admin
$ shop admin order pay 1240
id	1240
status	paid
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-21T01:53:00Z	placed	import
events	2026-11-22T10:00:00Z	paid	admin
$ demo admin
$ shop admin order pay 1240 --json | jq -c '[.id, .status]'
[1240,"paid"]

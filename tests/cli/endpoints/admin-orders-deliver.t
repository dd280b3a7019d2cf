# PUT orders/ID/deliver: shop admin order deliver.

# Nobody
$ demo
$ shop admin order deliver 1234
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop admin order deliver 1234 --json | jq -c '[.id, .status]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop admin order deliver 1234
2> shop: 'shop admin order deliver' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo alice
$ shop admin order deliver 1234 --json | jq -c '[.id, .status]'
2> {"error":{"code":"denied","message":"'shop admin order deliver' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# Another customer
$ demo bob
$ shop admin order deliver 1234
2> shop: 'shop admin order deliver' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin order deliver 1234 --json | jq -c '[.id, .status]'
2> {"error":{"code":"denied","message":"'shop admin order deliver' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# An admin
$ demo admin
$ shop admin order deliver 1234
id	1234
status	delivered
goods	1 × Hush 40 Over-Ear Headphones and 1 more
total_cents	$229.38
refund_cents	
events	2026-11-18T10:00:00Z	placed	import
events	2026-11-18T10:01:00Z	paid	import
events	2026-11-19T03:07:00Z	shipped	import
events	2026-11-22T10:00:00Z	delivered	admin
$ demo admin
$ shop admin order deliver 1234 --json | jq -c '[.id, .status]'
[1234,"delivered"]

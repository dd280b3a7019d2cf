# Track my order with ID #1234: shop order track.
# The order is alice's.

# Nobody
$ demo
$ shop order track '#1234'
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop order track 1234 --json | jq -c '[.id, .status]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop order track '#1234'
id	1234
status	shipped
goods	1 × Hush 40 Over-Ear Headphones and 1 more
total_cents	$229.38
refund_cents	
events	2026-11-18T10:00:00Z	placed	import
events	2026-11-18T10:01:00Z	paid	import
events	2026-11-19T03:07:00Z	shipped	import
$ demo alice
$ shop order track 1234 --json | jq -c '[.id, .status]'
[1234,"shipped"]

# Another customer
$ demo bob
$ shop order track '#1234'
2> shop: there is no order #1234
2> hint: 'shop order list' shows yours
? 3
$ demo bob
$ shop order track 1234 --json | jq -c '[.id, .status]'
2> {"error":{"code":"not_found","message":"there is no order #1234","hint":"'shop order list' shows yours","exit":3}}

# An admin
$ demo admin
$ shop order track '#1234'
id	1234
status	shipped
goods	1 × Hush 40 Over-Ear Headphones and 1 more
total_cents	$229.38
refund_cents	
events	2026-11-18T10:00:00Z	placed	import
events	2026-11-18T10:01:00Z	paid	import
events	2026-11-19T03:07:00Z	shipped	import
$ demo admin
$ shop order track 1234 --json | jq -c '[.id, .status]'
[1234,"shipped"]

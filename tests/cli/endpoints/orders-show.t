# GET orders/ID: shop order show.
# The order is alice's.

# Nobody
$ demo
$ shop order show 1240
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop order show '#1240' --json | jq -c '[.id, .status, .total_cents]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop order show 1240
id	1240
status	pending
created_at	2026-11-21T01:53:00Z
email	alice@example.com
items_cents	$133.50
shipping_cents	$0.00
tax_cents	$10.95
total_cents	$144.45
refund_cents	
payment_method	bank_transfer
paid_at	
shipped_at	
delivered_at	
cancelled_at	
address.line	14 Larch Street, Apt 3
address.city	Portland
address.postal_code	97209
address.country	United States
items	184	TX-0033	Squall Rain Jacket, Yellow	$109.00	1
items	197	TX-0046	Lido Bath Towel	$24.50	1
events	2026-11-21T01:53:00Z	placed	import
$ demo alice
$ shop order show '#1240' --json | jq -c '[.id, .status, .total_cents]'
[1240,"pending",14445]

# Another customer
$ demo bob
$ shop order show 1240
2> shop: there is no order #1240
2> hint: 'shop order list' shows yours
? 3
$ demo bob
$ shop order show '#1240' --json | jq -c '[.id, .status, .total_cents]'
2> {"error":{"code":"not_found","message":"there is no order #1240","hint":"'shop order list' shows yours","exit":3}}

# An admin
$ demo admin
$ shop order show 1240
id	1240
status	pending
created_at	2026-11-21T01:53:00Z
email	alice@example.com
items_cents	$133.50
shipping_cents	$0.00
tax_cents	$10.95
total_cents	$144.45
refund_cents	
payment_method	bank_transfer
paid_at	
shipped_at	
delivered_at	
cancelled_at	
address.line	14 Larch Street, Apt 3
address.city	Portland
address.postal_code	97209
address.country	United States
items	184	TX-0033	Squall Rain Jacket, Yellow	$109.00	1
items	197	TX-0046	Lido Bath Towel	$24.50	1
events	2026-11-21T01:53:00Z	placed	import
$ demo admin
$ shop order show '#1240' --json | jq -c '[.id, .status, .total_cents]'
[1240,"pending",14445]

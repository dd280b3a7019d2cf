# GET orders/ID: shop order show.
# The order is alice's.

$ each <<'END'
> shop order show 1240
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, admin
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
== bob
! shop: there is no order #1240
! hint: 'shop order list' shows yours
exit 3
$ each <<'END'
> shop order show '#1240' --json | jq -c '[.id, .status, .total_cents]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, admin
[1240,"pending",14445]
== bob
! {"error":{"code":"not_found","message":"there is no order #1240","hint":"'shop order list' shows yours","exit":3}}

# POST orders/add: shop order add.

$ each <<'END'
> shop order add EL-0001:2 --address 'Row 1, Town, 12, Land'
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice
id	1245
status	pending
created_at	2026-11-22T10:00:00Z
email	alice@example.com
items_cents	$258.00
shipping_cents	$0.00
tax_cents	$21.16
total_cents	$279.16
refund_cents	
payment_method	card
paid_at	
shipped_at	
delivered_at	
cancelled_at	
address.line	Row 1
address.city	Town
address.postal_code	12
address.country	Land
items	1	EL-0001	Pulse Smartwatch S2	$129.00	2
events	2026-11-22T10:00:00Z	placed	customer
== bob
id	1245
status	pending
created_at	2026-11-22T10:00:00Z
email	bob@example.com
items_cents	$258.00
shipping_cents	$0.00
tax_cents	$21.16
total_cents	$279.16
refund_cents	
payment_method	card
paid_at	
shipped_at	
delivered_at	
cancelled_at	
address.line	Row 1
address.city	Town
address.postal_code	12
address.country	Land
items	1	EL-0001	Pulse Smartwatch S2	$129.00	2
events	2026-11-22T10:00:00Z	placed	customer
== admin
id	1245
status	pending
created_at	2026-11-22T10:00:00Z
email	admin@example.com
items_cents	$258.00
shipping_cents	$0.00
tax_cents	$21.16
total_cents	$279.16
refund_cents	
payment_method	card
paid_at	
shipped_at	
delivered_at	
cancelled_at	
address.line	Row 1
address.city	Town
address.postal_code	12
address.country	Land
items	1	EL-0001	Pulse Smartwatch S2	$129.00	2
events	2026-11-22T10:00:00Z	placed	customer
$ each <<'END'
> shop order add EL-0001:2 --address 'Row 1, Town, 12, Land' --json | jq -c '[.status, .total_cents, .items[0].quantity]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob, admin
["pending",27916,2]

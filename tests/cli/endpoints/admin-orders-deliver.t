# PUT orders/ID/deliver: shop admin order deliver.

$ each <<'END'
> shop admin order deliver 1234
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin order deliver' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
id	1234
status	delivered
goods	1 × Hush 40 Over-Ear Headphones and 1 more
total_cents	$229.38
refund_cents	
events	2026-11-18T10:00:00Z	placed	import
events	2026-11-18T10:01:00Z	paid	import
events	2026-11-19T03:07:00Z	shipped	import
events	2026-11-22T10:00:00Z	delivered	admin
$ each <<'END'
> shop admin order deliver 1234 --json | jq -c '[.id, .status]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin order deliver' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
[1234,"delivered"]

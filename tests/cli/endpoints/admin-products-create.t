# POST products/create: shop admin product create.

$ each <<'END'
> shop admin product create --sku NEW-1 --name Thing --price 12.50
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin product create' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
id	216
sku	NEW-1
name	Thing
brand	
category	
price_cents	$12.50
stock	0
rating	
reviews	0
image	
url	
description	
created_at	2026-11-22T10:00:00Z
$ each <<'END'
> shop admin product create --sku NEW-1 --name Thing --price 12.50 --json | jq -c '[.sku, .price_cents, .stock]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin product create' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
["NEW-1",1250,0]

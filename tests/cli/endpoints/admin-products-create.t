# POST products/create: shop admin product create.

# Nobody
$ demo
$ shop admin product create --sku NEW-1 --name Thing --price 12.50
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop admin product create --sku NEW-1 --name Thing --price 12.50 --json | jq -c '[.sku, .price_cents, .stock]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop admin product create --sku NEW-1 --name Thing --price 12.50
2> shop: 'shop admin product create' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo alice
$ shop admin product create --sku NEW-1 --name Thing --price 12.50 --json | jq -c '[.sku, .price_cents, .stock]'
2> {"error":{"code":"denied","message":"'shop admin product create' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# Another customer
$ demo bob
$ shop admin product create --sku NEW-1 --name Thing --price 12.50
2> shop: 'shop admin product create' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin product create --sku NEW-1 --name Thing --price 12.50 --json | jq -c '[.sku, .price_cents, .stock]'
2> {"error":{"code":"denied","message":"'shop admin product create' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# An admin
$ demo admin
$ shop admin product create --sku NEW-1 --name Thing --price 12.50
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
$ demo admin
$ shop admin product create --sku NEW-1 --name Thing --price 12.50 --json | jq -c '[.sku, .price_cents, .stock]'
["NEW-1",1250,0]

$ demo alice
$ shop order show 1234
id	1234
status	shipped
created_at	2026-11-18T10:00:00Z
email	alice@example.com
items_cents	$212.00
shipping_cents	$0.00
tax_cents	$17.38
total_cents	$229.38
refund_cents	
payment_method	card
paid_at	2026-11-18T10:01:00Z
shipped_at	2026-11-19T03:07:00Z
delivered_at	
cancelled_at	
address.line	14 Larch Street, Apt 3
address.city	Portland
address.postal_code	97209
address.country	United States
items	62	EL-0062	Hush 40 Over-Ear Headphones	$179.00	1
items	189	TX-0038	Ramble Hiking Socks	$16.50	2
events	2026-11-18T10:00:00Z	placed	import
events	2026-11-18T10:01:00Z	paid	import
events	2026-11-19T03:07:00Z	shipped	import
$ shop order show '#1234' --json
{"id":1234,"status":"shipped","created_at":"2026-11-18T10:00:00Z","email":"alice@example.com","items_cents":21200,"shipping_cents":0,"tax_cents":1738,"total_cents":22938,"refund_cents":null,"currency":"USD","payment_method":"card","paid_at":"2026-11-18T10:01:00Z","shipped_at":"2026-11-19T03:07:00Z","delivered_at":null,"cancelled_at":null,"address":{"line":"14 Larch Street, Apt 3","city":"Portland","postal_code":"97209","country":"United States"},"items":[{"product_id":62,"sku":"EL-0062","name":"Hush 40 Over-Ear Headphones","category":"Electronics/Audio/Headphones","price_cents":17900,"quantity":1},{"product_id":189,"sku":"TX-0038","name":"Ramble Hiking Socks","category":"Textiles/Clothing/Socks","price_cents":1650,"quantity":2}],"events":[{"at":"2026-11-18T10:00:00Z","kind":"placed","actor":"import"},{"at":"2026-11-18T10:01:00Z","kind":"paid","actor":"import"},{"at":"2026-11-19T03:07:00Z","kind":"shipped","actor":"import"}]}
$ tty shop order show 1234 --no-color
Order            1234
Status           shipped
Placed           2026-11-18 10:00
Customer         alice@example.com
Items            $212.00
Shipping         $0.00
Tax              $17.38
Total            $229.38
Payment          card
Paid             2026-11-18 10:01
Shipped          2026-11-19 03:07
\
Address
Street           14 Larch Street, Apt 3
City             Portland
Postal code      97209
Country          United States
\
Items
Product SKU     Name                          Price Quantity
     62 EL-0062 Hush 40 Over-Ear Headphones $179.00        1
    189 TX-0038 Ramble Hiking Socks          $16.50        2
\
Events
When             What    By
2026-11-18 10:00 placed  import
2026-11-18 10:01 paid    import
2026-11-19 03:07 shipped import

# Several make an array; if one is unknown, none is shown.
$ shop order show 1234 1240 --json | jq -c 'map(.id)'
[1234,1240]
$ shop order show 1234 9999 --json
2> {"error":{"code":"not_found","message":"there is no order #9999","hint":"'shop order list' shows yours","exit":3}}
? 3
$ shop order show 1234 1240 --jsonl | jq -c .id
1234
1240

# What is somebody else's and what is not there get the same answer.
$ shop order show 1235
2> shop: there is no order #1235
2> hint: 'shop order list' shows yours
? 3
$ shop order show 9999
2> shop: there is no order #9999
2> hint: 'shop order list' shows yours
? 3
$ shop order show 1235 --json
2> {"error":{"code":"not_found","message":"there is no order #1235","hint":"'shop order list' shows yours","exit":3}}
? 3
$ shop order show 9999 --json
2> {"error":{"code":"not_found","message":"there is no order #9999","hint":"'shop order list' shows yours","exit":3}}
? 3
$ shop order show 99999999999999999999
2> shop: there is no order #99999999999999999999
2> hint: 'shop order list' shows yours
? 3
$ SHOP_TOKEN_FILE=$DEMO/bob.token shop order show 1235 --json | jq -c '[.id, .email]'
[1235,"bob@example.com"]
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop order show 1235 --json | jq -c '[.id, .email]'
[1235,"bob@example.com"]

# Nonsense.
$ shop order show
2> shop: missing ID
2> usage: shop order show ID...
? 2
$ shop order show x
2> shop: 'x' is not the number of an order
2> hint: 'shop order list' shows yours
? 2
$ shop order show 12x --json
2> {"error":{"code":"invalid","message":"'12x' is not the number of an order","hint":"'shop order list' shows yours","exit":2}}
? 2
$ shop order show '#'
2> shop: '#' is not the number of an order
2> hint: 'shop order list' shows yours
? 2
$ shop order show 0
2> shop: there is no order #0
2> hint: 'shop order list' shows yours
? 3
$ shop order show -- -1
2> shop: '-1' is not the number of an order
2> hint: 'shop order list' shows yours
? 2
$ shop order show "$(printf '\033[31m')" 2>&1 | cat -v
shop: ' [31m' is not the number of an order
hint: 'shop order list' shows yours

# An account that is gone leaves its orders.
$ sqlite3 .local/share/shop/shop.db "PRAGMA foreign_keys = ON; DELETE FROM customer WHERE email = 'bob@example.com'"
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop order show 1235 --json | jq -c '[.id, .email]'
[1235,null]

# A product that is gone leaves its lines.
$ sqlite3 .local/share/shop/shop.db "PRAGMA foreign_keys = ON; DELETE FROM product WHERE sku = 'EL-0062'"
$ shop order show 1234 --json | jq -c '.items[0]'
{"product_id":null,"sku":"EL-0062","name":"Hush 40 Over-Ear Headphones","category":"Electronics/Audio/Headphones","price_cents":17900,"quantity":1}
$ shop logout
$ shop order show 1234
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop order show 1234 --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# Prices, tax, shipping and the total are the store's to say.

$ demo alice
$ shop order add EL-0042:2 17 --address '1 Main St, Springfield, 12345, USA'
id	1245
status	pending
created_at	2026-11-22T10:00:00Z
email	alice@example.com
items_cents	$167.90
shipping_cents	$0.00
tax_cents	$13.77
total_cents	$181.67
refund_cents	
payment_method	card
paid_at	
shipped_at	
delivered_at	
cancelled_at	
address.line	1 Main St
address.city	Springfield
address.postal_code	12345
address.country	USA
items	42	EL-0042	Cobble Mechanical Keyboard	$79.00	2
items	17	EL-0017	Magnetic Charging Cable for Stride Smartwatch Lite	$9.90	1
events	2026-11-22T10:00:00Z	placed	customer
$ shop order show 1245 --json | jq -c '[.items_cents, .tax_cents, .shipping_cents, .total_cents, .status]'
[16790,1377,0,18167,"pending"]
$ shop products show EL-0042 17 --json | jq -c 'map([.sku, .stock])'
[["EL-0042",13],["EL-0017",39]]
$ tty shop order add '#17' --address '1 Main St, Springfield, 12345, USA' --payment paypal --no-color
Order            1246
Status           pending
Placed           2026-11-22 10:00
Customer         alice@example.com
Items            $9.90
Shipping         $5.90
Tax              $0.81
Total            $16.61
Payment          paypal
\
Address
Street           1 Main St
City             Springfield
Postal code      12345
Country          USA
\
Items
Product SKU     Name                                              Price Quantity
     17 EL-0017 Magnetic Charging Cable for Stride Smartwatch Li… $9.90        1
\
Events
When             What   By
2026-11-22 10:00 placed customer
pay it with: shop order pay 1246

# As JSON: the order, as show has it.
$ shop order add BK-0001 --address 'Flat 2, 14 Larch St, Łódź, 90-001, Poland' --json >made.json; cat made.json
{"id":1247,"status":"pending","created_at":"2026-11-22T10:00:00Z","email":"alice@example.com","items_cents":1690,"shipping_cents":590,"tax_cents":139,"total_cents":2419,"refund_cents":null,"currency":"USD","payment_method":"card","paid_at":null,"shipped_at":null,"delivered_at":null,"cancelled_at":null,"address":{"line":"Flat 2, 14 Larch St","city":"Łódź","postal_code":"90-001","country":"Poland"},"items":[{"product_id":96,"sku":"BK-0001","name":"The Ferryman's Ledger","category":"Books/Fiction/Crime","price_cents":1690,"quantity":1}],"events":[{"at":"2026-11-22T10:00:00Z","kind":"placed","actor":"customer"}]}
$ shop order show "$(jq .id made.json)" --json | cmp - made.json && echo same
same

# Below the limit, shipping costs; what is named twice is one line; tax is rounded half up.
$ shop order add 17 EL-0017:2 '#17' --address 'a, b, c, d' --json | jq -c '{items: [.items[] | {sku, quantity}], items_cents, shipping_cents, tax_cents, total_cents}'
{"items":[{"sku":"EL-0017","quantity":4}],"items_cents":3960,"shipping_cents":590,"tax_cents":325,"total_cents":4875}
$ sqlite3 .local/share/shop/shop.db "UPDATE setting SET value = '5000' WHERE key = 'tax_basis_points'" "UPDATE product SET price_cents = 1 WHERE sku = 'EL-0017'"
$ shop order add 17 --address 'a, b, c, d' --json | jq -c '[.items_cents, .tax_cents, .total_cents]'
[1,1,592]

# The address in the profile, if there is one.
$ shop order add 17
2> shop: there is no address to send it to
2> hint: give one with --address, or keep one with 'shop profile update'
? 2
$ sqlite3 .local/share/shop/shop.db "UPDATE customer SET address_line = '14 Larch Street', city = 'Portland', postal_code = '97209', country = 'United States' WHERE email = 'alice@example.com'"
$ shop order add 17 --json | jq -c .address
{"line":"14 Larch Street","city":"Portland","postal_code":"97209","country":"United States"}

# What is not acceptable: nothing is ordered.
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM purchase' 'SELECT sum(stock) FROM product'
50
2058
$ shop order add
2> shop: missing ITEM[:QTY]
2> usage: shop order add [OPTIONS] ITEM[:QTY]...
? 2
$ shop order add 17:0
2> shop: a quantity is from 1 to 1000000, not 0
? 2
$ shop order add 17:-1
2> shop: a quantity is from 1 to 1000000, not -1
? 2
$ shop order add 17:
2> shop: '' is not a quantity
2> hint: write ITEM:QUANTITY with a whole number, such as 42:2
? 2
$ shop order add 17:two
2> shop: 'two' is not a quantity
2> hint: write ITEM:QUANTITY with a whole number, such as 42:2
? 2
$ shop order add 17:1.5
2> shop: '1.5' is not a quantity
2> hint: write ITEM:QUANTITY with a whole number, such as 42:2
? 2
$ shop order add 17:+1
2> shop: '+1' is not a quantity
2> hint: write ITEM:QUANTITY with a whole number, such as 42:2
? 2
$ shop order add 17:0x10
2> shop: '0x10' is not a quantity
2> hint: write ITEM:QUANTITY with a whole number, such as 42:2
? 2
$ shop order add 17:1000001
2> shop: a quantity is from 1 to 1000000, not 1000001
? 2
$ shop order add 17:99999999999999999999
2> shop: '99999999999999999999' is not a quantity
2> hint: write ITEM:QUANTITY with a whole number, such as 42:2
? 2
$ shop order add 17 EL-9999
2> shop: there is no product 'EL-9999'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop order add 99999999999999999999
2> shop: there is no product '99999999999999999999'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop order add ''
2> shop: there is no product ''
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop order add :2
2> shop: there is no product ''
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop order add -- -5
2> shop: there is no product '-5'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop order add 17 --payment cheque
2> shop: there is no payment method 'cheque'
2> hint: the shop takes card,paypal,bank_transfer,cash_on_delivery
? 2
$ shop order add 17 --payment ''
2> shop: there is no payment method ''
2> hint: the shop takes card,paypal,bank_transfer,cash_on_delivery
? 2
$ shop order add 17 --address 'somewhere, nowhere'
2> shop: this is not a whole address
2> hint: write it as "LINE, CITY, POSTAL CODE, COUNTRY"
? 2
$ shop order add 17 --address ', , , '
2> shop: this is not a whole address
2> hint: write it as "LINE, CITY, POSTAL CODE, COUNTRY"
? 2
$ shop order add 17 --address "$(printf 'a\033[31m, b, c, d')" 2>&1 | cat -v
shop: a part of an address is up to 200 bytes of plain text
$ shop order add 17 --address "$(head -c 300 /dev/zero | tr '\0' a), b, c, d"
2> shop: a part of an address is up to 200 bytes of plain text
? 2
$ shop order add $(seq 101)
2> shop: an order has at most 100 items
? 2
$ shop order add 17:-1 --json
2> {"error":{"code":"invalid","message":"a quantity is from 1 to 1000000, not -1","hint":null,"exit":2}}
? 2
$ shop order add "$(printf 'X\033[31m:1')" 2>&1 | cat -v
shop: there is no product 'X [31m'
hint: 'shop products search WORDS' finds products by what they are
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM purchase' 'SELECT sum(stock) FROM product'
50
2058

# Out of stock: all or nothing.
$ sqlite3 .local/share/shop/shop.db "UPDATE product SET stock = 0 WHERE id = 1" "UPDATE product SET stock = 1 WHERE id = 2" "UPDATE product SET stock = 5 WHERE id = 3"
$ shop order add 17 1
2> shop: 'Pulse Smartwatch S2' is sold out
? 6
$ shop order add 17 2:2
2> shop: only 1 of 'Pulse Smartwatch S2, Silver' is in stock
? 6
$ shop order add 17 3:4 3:2
2> shop: only 5 of 'Pulse Smartwatch S3' are in stock
? 6
$ shop order add 1 --json
2> {"error":{"code":"out_of_stock","message":"'Pulse Smartwatch S2' is sold out","hint":null,"exit":6}}
? 6
$ sqlite3 .local/share/shop/shop.db 'SELECT stock FROM product WHERE id <= 3'
0
1
5
$ shop order add 3:4 3 2 --json | jq -c '[.items[].quantity]'
[5,1]
$ sqlite3 .local/share/shop/shop.db 'SELECT stock FROM product WHERE id <= 3'
0
0
0

# Tried again with the same key: the same order; a key of another request is refused.
$ shop order add 17:2 4 --idempotency-key job-1 --json >first.json
$ shop order add '#17:2' 4 --idempotency-key job-1 --json | cmp - first.json && echo same
same
$ shop order add 17:2 4 --idempotency-key=job-1 --json | cmp - first.json && echo same
same
$ shop order add 17:3 4 --idempotency-key job-1 2>&1 | sed "s/#[0-9]*/#N/"
shop: the key 'job-1' was used for another request, which made order #N
hint: a new order needs a new key
$ shop order add 17:3 4 --idempotency-key job-1 2>/dev/null
? 6
$ shop order add 17:2 4 --idempotency-key job-1 --payment card --json 2>&1 | jq -c .error.code
"conflict"
$ shop order add 17:2 4 --idempotency-key 'job 1'
2> shop: an idempotency key is 1 to 200 letters, digits and signs, no spaces
? 2
$ shop order add 17:2 4 --idempotency-key ''
2> shop: an idempotency key is 1 to 200 letters, digits and signs, no spaces
? 2
$ shop order pay "$(jq .id first.json)" --json >paid.json
$ shop order add 17:2 4 --idempotency-key job-1 --json | cmp - paid.json && echo 'the same order, as it is now'
the same order, as it is now
$ export SHOP_TOKEN_FILE=$DEMO/bob.token; shop order add 17:3 4 --idempotency-key job-1 --address 'a, b, c, d' --json | jq -r .email
bob@example.com

# Who may.
$ shop logout
$ shop order add 17
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop order add 17 --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
$ SHOP_TOKEN=nonsense shop order add 17
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4

# A token that may only read.
$ demo alice
$ sqlite3 .local/share/shop/shop.db "UPDATE token SET scope = 'read'"
$ shop order add 17
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ shop order add 17 --json
2> {"error":{"code":"denied","message":"this token may read, and change nothing","hint":"log in with your password, or use a token with full rights","exit":5}}
? 5

# A store whose settings are not what they should be.
$ demo alice
$ sqlite3 .local/share/shop/shop.db "UPDATE setting SET value = 'much' WHERE key = 'shipping_cents'"
$ shop order add 17 --address 'a, b, c, d'
2> shop: the setting shipping_cents is not a number: 'much'
2> hint: an admin sets it: 'shop admin settings set shipping_cents VALUE'
? 1

# Ordered, and nobody told: the same again with the key tells it.
$ demo alice
$ shop order add 17 --address 'a, b, c, d' --idempotency-key job-2 >/dev/full
2> shop: order #1245 was placed, but cannot write the output: No space left on device
? 1
$ shop order add 17 --address 'a, b, c, d' --idempotency-key job-2 --json | jq .id
1245
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM purchase WHERE id > 1244'
1

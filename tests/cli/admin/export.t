$ demo admin
$ shop admin export >first.jsonl
$ jq -r .type first.jsonl | sort | uniq -c | tr -s ' '
 215 image
 44 order
 7 policy
 215 product
 298 review
 7 setting
 7 user
$ head -3 first.jsonl
{"type":"setting","key":"currency","value":"USD"}
{"type":"setting","key":"free_shipping_cents","value":"7500"}
{"type":"setting","key":"payment_methods","value":"card,paypal,bank_transfer,cash_on_delivery"}
$ grep '"type":"user"' first.jsonl | head -1 | jq -c '[.email, .name, .role, .created_at, (.password_hash | startswith("$argon2id$"))]'
["admin@example.com","Admin","admin","2026-11-22T10:00:00Z",true]
$ grep '"sku":"EL-0005"' first.jsonl | head -1
{"type":"product","sku":"EL-0005","id":5,"name":"Stride Smartwatch Lite","brand":"Hobbeluck","category":"Electronics/Wearables/Smartwatches","price_cents":4990,"currency":"USD","stock":32,"description":"Counts steps, wakes you gently and shows who is calling. No GPS and no apps: a plain first smartwatch at a plain price.","attributes":{"color":"black","strap":"silicone","case_size":"40 mm","battery_life":"5 days","connectivity":"Bluetooth 5.0"},"image":"images/el-0005.png","created_at":"2026-05-01T10:00:00Z"}
$ grep '"id":1234' first.jsonl
{"type":"order","id":1234,"email":"alice@example.com","created_at":"2026-11-18T10:00:00Z","payment_method":"card","currency":"USD","address":{"line":"14 Larch Street, Apt 3","city":"Portland","postal_code":"97209","country":"United States"},"items":[{"sku":"EL-0062","name":"Hush 40 Over-Ear Headphones","category":"Electronics/Audio/Headphones","quantity":1,"price_cents":17900},{"sku":"TX-0038","name":"Ramble Hiking Socks","category":"Textiles/Clothing/Socks","quantity":2,"price_cents":1650}],"shipping_cents":0,"tax_cents":1738,"paid_at":"2026-11-18T10:01:00Z","shipped_at":"2026-11-19T03:07:00Z","delivered_at":null,"cancelled_at":null,"events":[{"at":"2026-11-18T10:00:00Z","kind":"placed","actor":"import"},{"at":"2026-11-18T10:01:00Z","kind":"paid","actor":"import"},{"at":"2026-11-19T03:07:00Z","kind":"shipped","actor":"import"}]}

# Into a new store: the same comes out.
$ echo 'another password' | shop init --store new.db --email admin@example.com --name Somebody --password-stdin >made
$ shop admin import --store new.db first.jsonl
products	215
images	215
users	7
reviews	298
orders	44
policies	7
settings	7
messages	0
created	788
updated	3
unchanged	2
images_missing	0
passwords_lost	0
2> shop: warning: your own password is the file's now, and your login is over: run 'shop login' again
$ echo demo-admin-pass | shop login --store new.db admin@example.com --password-stdin
$ shop admin export --store new.db >second.jsonl
$ cmp first.jsonl second.jsonl
$ shop admin import --store new.db first.jsonl --json | jq -c '[.created, .updated, .unchanged]'
[0,0,793]
$ shop doctor --store new.db | cut -f 2 | sort | uniq -c | tr -s ' '
 15 ok

# The pipe of both, and what was talked about.
$ echo 'another password' | shop init --store third.db --email admin@example.com --name Somebody --password-stdin >made
$ cp .local/state/shop/token third.token
$ demo admin
$ shop chat 'what is the cheapest smartwatch?' >answer
$ shop chat 'is it in stock?' >answer
$ shop admin export >talked.jsonl
$ grep '"type":"message"' talked.jsonl | jq -c '[.conversation, .role, .text[:20], .engine, (.context != null)]'
[1,"user","what is the cheapest",null,false]
[1,"assistant","The cheapest smartwa","builtin",true]
[1,"user","is it in stock?",null,false]
[1,"assistant","Yes, Stride Smartwat","builtin",true]
$ shop admin export | SHOP_TOKEN_FILE=third.token shop admin import --store third.db - --json | jq -c '[.messages, .images_missing]'
[4,0]
2> {"warning":{"message":"your own password is the file's now, and your login is over: run 'shop login' again"}}
$ echo demo-admin-pass | shop login --store third.db admin@example.com --password-stdin
$ shop admin export --store third.db | cmp - talked.jsonl

# A file that nobody else can read; nothing is replaced.
$ demo admin
$ shop admin export --output all.jsonl --json | jq -c '[.file, .records]'
["all.jsonl",793]
$ cmp all.jsonl first.jsonl
$ stat -c %a all.jsonl
600
$ shop admin export --output all.jsonl
2> shop: there is something at 'all.jsonl' already
2> hint: nothing is replaced: name another file
? 6
$ shop admin export --output no/such/folder.jsonl
2> shop: cannot write 'no/such/folder.jsonl': No such file or directory
? 1
$ shop admin export -o again.jsonl | cut -f 1
file
records
bytes

# Pictures as files.
$ mkdir out
$ shop admin export --images out >out/shop.jsonl
$ jq -r .type out/shop.jsonl | sort -u
order
policy
product
review
setting
user
$ cmp out/images/el-0001.png "$FIXTURES/images/el-0001.png"
$ shop admin import out/shop.jsonl --json | jq -c '[.created, .updated, .unchanged, .images_missing]'
[0,0,578,0]
$ shop admin export --images nowhere
2> shop: cannot enter the folder 'nowhere': No such file or directory
? 1
$ shop admin export --images first.jsonl
2> shop: cannot enter the folder 'first.jsonl': Not a directory
? 1

# One document, or a line each.
$ shop admin export --json | jq length
793
$ shop admin export --json | jq -c '.[]' | cmp - first.jsonl
$ shop admin export --jsonl | cmp - first.jsonl

# A read-only token of an admin's is enough; a full disk is told.
$ shop token create --scope read backup >token && chmod 600 token
$ SHOP_TOKEN_FILE=token shop admin export | cmp - first.jsonl
$ shop admin export >/dev/full
2> shop: cannot write the output: No space left on device
? 1
$ shop admin export | head -1
{"type":"setting","key":"currency","value":"USD"}

# Only for admins.
$ demo alice
$ shop admin export
2> shop: 'shop admin export' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin export --json
2> {"error":{"code":"denied","message":"'shop admin export' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ demo
$ shop admin export --output mine.jsonl
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ ls mine.jsonl
2> ls: cannot access 'mine.jsonl': No such file or directory
? 2

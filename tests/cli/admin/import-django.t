# A catalogue that was kept in a project of Django's moves over: what dumpdata writes.
$ demo admin
$ cat >dump.json <<'END'
> [{"model":"contenttypes.contenttype","pk":1,"fields":{"app_label":"admin","model":"logentry"}},
> {"model":"base.orderitem","pk":1,"fields":{"product":1,"order":7,"name":"Airpods","qty":2,"price":"89.99","image":"/images/airpods.jpg"}},
> {"model":"base.orderitem","pk":2,"fields":{"product":null,"order":7,"name":"Old thing","qty":1,"price":"0.00","image":""}},
> {"model":"base.shippingaddress","pk":1,"fields":{"order":7,"address":"1 Main St","city":"Boston","postalCode":"02101","country":"USA","shippingPrice":null}},
> {"model":"base.order","pk":7,"fields":{"user":2,"paymentMethod":"PayPal","taxPrice":"14.76","shippingPrice":"10.00","totalPrice":"204.74","isPaid":true,"paidAt":"2021-06-02T10:00:00Z","isDelivered":false,"deliveredAt":null,"createdAt":"2021-06-02T09:00:00Z"}},
> {"model":"base.order","pk":8,"fields":{"user":3,"paymentMethod":null,"taxPrice":"0","shippingPrice":"0","totalPrice":"0","isPaid":false,"paidAt":null,"isDelivered":false,"deliveredAt":null,"createdAt":"2021-06-02T09:00:00Z"}},
> {"model":"auth.user","pk":1,"fields":{"password":"pbkdf2_sha256$260000$abc$def=","last_login":"2021-06-01T10:00:00Z","is_superuser":true,"username":"boss@shop.example","first_name":"Brad","last_name":"Boss","email":"boss@shop.example","is_staff":true,"is_active":true,"date_joined":"2021-05-01T09:00:00.123Z","groups":[],"user_permissions":[]}},
> {"model":"auth.user","pk":2,"fields":{"password":"pbkdf2_sha256$260000$abc$def=","last_login":null,"is_superuser":false,"username":"john","first_name":"John","last_name":"","email":"john@mail.example","is_staff":false,"is_active":true,"date_joined":"2021-05-02T09:00:00Z","groups":[],"user_permissions":[]}},
> {"model":"auth.user","pk":3,"fields":{"password":"!x","username":"nomail","first_name":"","last_name":"","email":"","is_staff":false,"is_active":true,"date_joined":"2021-05-02T09:00:00Z"}},
> {"model":"base.category","pk":10,"fields":{"name":"Electronics","parent":null}},
> {"model":"base.category","pk":11,"fields":{"name":"Audio","parent":10}},
> {"model":"base.product","pk":1,"fields":{"user":1,"name":"Airpods","image":"/images/airpods.jpg","brand":"Appleish","category":11,"description":"Bluetooth.","rating":"4.50","numReviews":2,"price":"89.99","countInStock":10,"createdAt":"2021-05-05T12:00:00Z","color":"white","weight":30}},
> {"model":"base.product","pk":2,"fields":{"user":1,"name":"EOS camera","image":"","brand":"Cannoner","category":"Electronics","description":null,"rating":null,"numReviews":0,"price":929.99,"countInStock":0,"createdAt":"2021-05-05T12:00:00Z"}},
> {"model":"base.review","pk":1,"fields":{"product":1,"user":2,"name":"John","rating":4,"comment":"Nice"}},
> {"model":"base.review","pk":2,"fields":{"product":1,"user":2,"name":"John","rating":5,"comment":"Nicer","createdAt":"2021-06-01T00:00:00Z"}},
> {"model":"base.review","pk":3,"fields":{"product":1,"user":null,"name":"Ghost","rating":0,"comment":"?"}},
> {"model":"sessions.session","pk":"abc","fields":{"session_data":"x","expire_date":"2021-07-01T00:00:00Z"}}
> ]
> END
$ shop admin import dump.json
products	2
images	0
users	2
reviews	1
orders	1
policies	0
settings	0
messages	0
created	6
updated	0
unchanged	0
images_missing	1
passwords_lost	2
skipped	contenttypes.contenttype	nothing that a store keeps	1
skipped	base.product.weight	a field that has no place here	1
skipped	sessions.session	nothing that a store keeps	1
skipped	auth.user	a user without an e-mail address	1
skipped	base.review	a review that its author wrote again	1
skipped	base.review	a review without a rating from 1 to 5	1
skipped	base.order	an order without items	1
2> shop: warning: 2 of the users have no password now, as theirs cannot be used here: 'shop admin user update USER --password-stdin' sets one
$ shop products show P-1 --json | jq -c '[.name, .brand, .category, .price_cents, .stock, .attributes, .rating, .image, .created_at]'
["Airpods","Appleish","Electronics/Audio",8999,10,{"color":"white"},5,"images/airpods.jpg","2021-05-05T12:00:00Z"]
$ shop products show P-2 --json | jq -c '[.name, .category, .price_cents, .stock]'
["EOS camera","Electronics",92999,0]
$ shop order show 7 --json | jq -c '[.email, .status, .payment_method, .total_cents, .address, (.items | map([.sku, .name, .quantity, .price_cents]))]'
["john@mail.example","paid","paypal",20474,{"line":"1 Main St","city":"Boston","postal_code":"02101","country":"USA"},[["P-1","Airpods",2,8999],["gone","Old thing",1,0]]]
$ shop products reviews P-1 --json | jq -c 'map([.author, .rating, .comment, .verified])'
[["John",5,"Nicer",true]]
$ shop admin user list --json | jq -c '.[] | select(.email | endswith("shop.example") or endswith("mail.example")) | [.email, .name, .role]'
["boss@shop.example","Brad Boss","admin"]
["john@mail.example","John","customer"]
$ shop doctor | cut -f 2 | sort | uniq -c | tr -s ' '
 15 ok

# Twice changes nothing.
$ shop admin import dump.json --json | jq -c '[.created, .updated, .unchanged, .passwords_lost], (.skipped | length)'
[0,0,6,2]
7
2> {"warning":{"message":"2 of the users have no password now, as theirs cannot be used here: 'shop admin user update USER --password-stdin' sets one"}}

# Nobody can log in with what stands there instead of a password, until one is given.
$ echo '!' | shop login john@mail.example --password-stdin
2> shop: the e-mail address or password is wrong
2> hint: try again, or run 'shop register' if you have no account
? 4
$ printf 'pbkdf2_sha256$260000$abc$def=\n' | shop login john@mail.example --password-stdin
2> shop: the e-mail address or password is wrong
2> hint: try again, or run 'shop register' if you have no account
? 4
$ echo 'a new password' | shop admin user update john@mail.example --password-stdin >/dev/null
$ shop admin import dump.json --json 2>warning | jq -c '[.updated, .passwords_lost]'
[0,1]
$ demo admin
$ shop admin import dump.json >imported 2>warning

# What is wrong is named by its row; nothing of the file stays.
$ echo '[{"model":"a.product","pk":5,"fields":{"name":"X","price":"cheap"}}]' | shop admin import -
2> shop: a.product 5: price_cents: expected an amount such as 129.99
? 2
$ echo '[{"model":"a.product","pk":5,"fields":[]}]' | shop admin import -
2> shop: element 1: fields: expected an object
? 2
$ echo '[{"model":"a.product","pk":5,"fields":{"name":"X","price":"1"}},' | shop admin import -
2> shop: element 2: not JSON: the list is cut short
? 2
$ echo '[{"model":"a.product","pk":5,"fields":{"name":"X","price":"1"}}]' | shop admin import - --batch 10
2> shop: element 1: a list that Django wrote is read as a whole, not in batches
? 2
$ shop products show P-5
2> shop: there is no product 'P-5'
2> hint: 'shop products search WORDS' finds products by what they are
? 3

# A list of records, as export --json writes it.
$ shop admin export --json >all.json
$ shop admin import all.json --json | jq -c '[.created, .updated]'
[0,0]
$ echo '[{"type":"policy","topic":"a","text":"b"},{"type":"policy"}]' | shop admin import -
2> shop: element 2: topic: is missing
? 2
$ echo '[1]' | shop admin import - --json
2> {"error":{"code":"invalid","message":"element 1: not JSON: expected an object in the list","hint":null,"exit":2}}
? 2

# What has no price is not for sale: it is left out, and so is what was said of it; an order keeps
# its name. Reviews whose authors are gone are each kept, though they are of the same second.
$ demo admin
$ cat >priceless.json <<'END'
> [{"model":"base.product","pk":1,"fields":{"name":"Free?","price":null,"countInStock":3}},
> {"model":"base.product","pk":2,"fields":{"name":"Paid to take","price":"-2.00","countInStock":3}},
> {"model":"base.product","pk":3,"fields":{"name":"Sold too often","price":"4.00","countInStock":-3}},
> {"model":"auth.user","pk":2,"fields":{"password":"!x","username":"jo","email":"jo@mail.example","date_joined":"2021-05-02T09:00:00Z"}},
> {"model":"base.order","pk":7,"fields":{"user":2,"paymentMethod":"card","taxPrice":"0","shippingPrice":"0","createdAt":"2021-06-02T09:00:00Z"}},
> {"model":"base.orderitem","pk":1,"fields":{"product":1,"order":7,"name":"Free?","qty":2,"price":"1.00"}},
> {"model":"base.review","pk":1,"fields":{"product":1,"user":2,"name":"Jo","rating":4,"comment":"Nice"}},
> {"model":"base.review","pk":2,"fields":{"product":3,"user":null,"name":"Jo","rating":4,"comment":"Nice","createdAt":"2021-06-01T00:00:00Z"}},
> {"model":"base.review","pk":3,"fields":{"product":3,"user":null,"name":"Jo","rating":1,"comment":"Not nice","createdAt":"2021-06-01T00:00:00Z"}}]
> END
$ shop admin import priceless.json --json 2>warning | jq -c '[.products, .reviews, .orders, .created, .updated], .skipped[]'
[1,2,1,5,0]
{"what":"base.product.countInStock","why":"a number below zero: taken for 0","count":1}
{"what":"base.product","why":"a product without a price","count":1}
{"what":"base.product","why":"a product with a price below zero","count":1}
{"what":"base.review","why":"a review of a product that is not there","count":1}
$ shop admin import priceless.json --json 2>warning | jq -c '[.created, .updated, .unchanged]'
[0,0,5]
$ shop products show P-3 --json | jq -c '[.stock, .rating, .reviews]'
[0,2.5,2]
$ shop order show 7 --json | jq -c '.items | map([.sku, .name, .price_cents])'
[["gone","Free?",100]]
$ shop products show P-1 2>/dev/null
? 3

$ demo admin

# A new product, in text and JSON; everything but SKU, name and price may be left out.
$ shop admin product create --sku NEW/1 --name 'Zyrtox Lamp' --price 19.99 --stock 3 --brand Zyrtoxia --category 'Home/Lamps' --description 'Shines.' --attribute color=zyrteal --attribute 'bulb type=LED strip' --group zyrtox
id	216
sku	NEW/1
name	Zyrtox Lamp
brand	Zyrtoxia
category	Home/Lamps
price_cents	$19.99
stock	3
rating	
reviews	0
image	
url	
description	Shines.
created_at	2026-11-22T10:00:00Z
attributes.color	zyrteal
attributes.bulb type	LED strip
$ shop admin product create --sku NEW-2 --name 'Zyrtox Lamp, red' --price '$1,299' --group zyrtox --json
{"id":217,"sku":"NEW-2","name":"Zyrtox Lamp, red","brand":null,"category":null,"price_cents":129900,"currency":"USD","stock":0,"rating":null,"reviews":0,"image":null,"url":null,"description":"","group":"zyrtox","created_at":"2026-11-22T10:00:00Z","image_type":null,"image_bytes":null,"attributes":{},"variants":[{"id":216,"sku":"NEW/1","name":"Zyrtox Lamp","brand":"Zyrtoxia","category":"Home/Lamps","price_cents":1999,"currency":"USD","stock":3,"rating":null,"reviews":0,"image":null,"url":null}],"review_list":[]}
$ shop products search zyrtox --json | jq -c 'map(.sku)'
["NEW/1","NEW-2"]

# What is refused, and makes nothing.
$ shop admin product create
2> shop: a new product needs a SKU
? 2
$ shop admin product create --sku NEW-3
2> shop: a new product needs a name
? 2
$ shop admin product create --sku NEW-3 --name X
2> shop: a new product needs a price
? 2
$ shop admin product create --sku NEW-3 --name X --price cheap
2> shop: option '--price': expected an amount such as 12.90, got 'cheap'
? 2
$ shop admin product create --sku NEW-3 --name X --price -1
2> shop: option '--price': expected an amount such as 12.90, got '-1'
? 2
$ shop admin product create --sku NEW-3 --name X --price 1 --stock -1
2> shop: option '--stock' takes a whole number from 0 to 1000000000000, not '-1'
2> usage: shop admin product create [OPTIONS]
? 2
$ shop admin product create --sku NEW-3 --name X --price 1 --stock 1.5
2> shop: option '--stock' takes a whole number from 0 to 1000000000000, not '1.5'
2> usage: shop admin product create [OPTIONS]
? 2
$ shop admin product create --sku NEW-3 --name X --price 1 --attribute color
2> shop: an attribute is NAME=VALUE, not 'color'
? 2
$ shop admin product create --sku NEW-3 --name X --price 1 --image x.png
2> shop: 'x.png' is not a web address
2> hint: 'shop admin product upload' takes a picture from a file
? 2
$ shop admin product create --sku EL-0001 --name X --price 1
2> shop: there is a product 'EL-0001' already
2> hint: 'shop admin product update EL-0001' changes it
? 6
$ shop admin product create --sku EL-0001 --name X --price 1 --json
2> {"error":{"code":"exists","message":"there is a product 'EL-0001' already","hint":"'shop admin product update EL-0001' changes it","exit":6}}
? 6
$ shop admin product create --sku "$(printf 'a\nb')" --name X --price 1
2> shop: sku: expected one line without control characters, got 'a b'
? 2
$ shop admin product create --sku NEW-3 --name "$(printf 'a\377b')" --price 1
2> shop: name: is not UTF-8 text
? 2
$ shop admin product create --sku "$(printf %070d 1)" --name X --price 1
2> shop: sku: has 70 bytes, and at most 64 are allowed
? 2
$ shop products show NEW-3
2> shop: there is no product 'NEW-3'
2> hint: 'shop products search WORDS' finds products by what they are
? 3

# What is not named stays as it is; '' and NAME= take away.
$ shop admin product update NEW/1 --price 25 --stock 0
id	216
sku	NEW/1
name	Zyrtox Lamp
brand	Zyrtoxia
category	Home/Lamps
price_cents	$25.00
stock	0
rating	
reviews	0
image	
url	
description	Shines.
created_at	2026-11-22T10:00:00Z
attributes.color	zyrteal
attributes.bulb type	LED strip
variants	217	NEW-2	Zyrtox Lamp, red		$1,299.00	0	
$ shop admin product update NEW/1 --brand '' --group '' --attribute color= --attribute size=big --description 'Two
> lines.' --json | jq -c '[.brand, .group, .attributes, .description, .price_cents, .name]'
[null,null,{"bulb type":"LED strip","size":"big"},"Two\nlines.",2500,"Zyrtox Lamp"]
$ shop admin product update NEW/1 --sku NEW-1 --image https://shop.example/1.png --json | jq -c '[.sku, .image]'
["NEW-1","https://shop.example/1.png"]
$ shop admin product update NEW/1 --stock 1
2> shop: there is no product 'NEW/1'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop admin product update NEW-1
2> shop: nothing is to be changed
? 2
$ shop admin product update NEW-1 --sku NEW-2
2> shop: there is a product 'NEW-2' already
? 6
$ shop admin product update NEW-1 --name ''
2> shop: name: is empty
? 2
$ shop admin product update EL-9999 --stock 1
2> shop: there is no product 'EL-9999'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop admin product update
2> shop: missing ID
2> usage: shop admin product update [OPTIONS] ID
? 2

# A picture, by its content; the store keeps it, and gives it back.
$ cp "$FIXTURES/images/el-0001.png" picture.txt
$ shop admin product upload NEW-1 picture.txt --json | jq -c '[.image, .image_type, .image_bytes]'
["images/NEW-1.png","image/png",3408]
$ shop products show NEW-1 --image back.png | head -2
id	216
sku	NEW-1
$ cmp picture.txt back.png
$ shop products show NEW-1 --image - | cmp - picture.txt
$ shop admin product upload NEW-1 - <picture.txt --json | jq -c .image
"images/NEW-1.png"
$ echo '<svg/>' >fake.png
$ shop admin product upload NEW-1 fake.png
2> shop: 'fake.png' is not a PNG, JPEG, WebP or GIF picture
? 2
$ shop admin product upload NEW-1 nowhere.png
2> shop: there is no file 'nowhere.png'
? 3
$ shop admin product upload NEW-1 .
2> shop: cannot read the picture '.': Is a directory
? 1
$ shop admin product upload EL-9999 picture.txt
2> shop: there is no product 'EL-9999'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ head -c 5242881 /dev/zero | shop admin product upload NEW-1 -
2> shop: '-' is larger than 5 MiB
? 2
$ shop products show NEW-1 --image back.png
2> shop: there is something at 'back.png' already
2> hint: nothing is replaced: name another file
? 6
$ shop products show NEW-2 --image new.png
2> shop: the store has no picture of 'NEW-2'
? 3
$ shop products show NEW-1 NEW-2 --image new.png
2> shop: --image is for one product
? 2
$ shop products show NEW-1 --image - --json
2> {"error":{"code":"invalid","message":"a picture does not go into JSON: name a file","hint":null,"exit":2}}
? 2
$ tty shop products show NEW-1 --image -
shop: a picture does not go to a terminal
$ ls new.png
2> ls: cannot access 'new.png': No such file or directory
? 2

# What was ordered stays what it was; reviews and picture go.
$ shop order show 1201 --json | jq -c '.items[] | [.product_id, .sku, .name, .price_cents]'
[1,"EL-0001","Pulse Smartwatch S2",12900]
[197,"TX-0046","Lido Bath Towel",2450]
$ shop admin product delete EL-0001 --yes
id	1
sku	EL-0001
name	Pulse Smartwatch S2
$ shop order show 1201 --json | jq -c '.items[] | [.product_id, .sku, .name, .price_cents]'
[null,"EL-0001","Pulse Smartwatch S2",12900]
[197,"TX-0046","Lido Bath Towel",2450]
$ shop products show EL-0001
2> shop: there is no product 'EL-0001'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM product_image WHERE product_id = 1'
0
$ shop admin product delete NEW-1 --yes --json
{"id":216,"sku":"NEW-1","name":"Zyrtox Lamp"}
$ shop admin product delete NEW-1 --yes
2> shop: there is no product 'NEW-1'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop admin product delete
2> shop: missing ID
2> usage: shop admin product delete [OPTIONS] ID
? 2

# A person is asked; a script has to say that it is meant.
$ shop admin product delete NEW-2 --json </dev/null
2> {"error":{"code":"invalid","message":"this has to be confirmed","hint":"add --yes","exit":2}}
? 2
$ echo n | tty shop admin product delete NEW-2
n
Delete NEW-2, Zyrtox Lamp, red? Its reviews (0) and its picture go with it; orders keep what was bought. [y/N] shop: nothing was done
$ shop products show NEW-2 --json | jq -r .sku
NEW-2
$ tty shop admin product delete NEW-2 --no-input
shop: this has to be confirmed
hint: add --yes
$ tty shop admin product delete NEW-2 --yes
ID               217
SKU              NEW-2
Name             Zyrtox Lamp, red
deleted NEW-2

# Nothing is left to be found.
$ sqlite3 .local/share/shop/shop.db "SELECT count(*) FROM word WHERE word = 'zyrtox'; SELECT count(*) FROM vocabulary WHERE norm LIKE '%zyrteal%' OR norm LIKE 'zyrtox%'"
0
0
$ shop products search zyrtox
$ shop doctor | cut -f 2 | sort | uniq -c | tr -s ' '
 15 ok

# Only for admins.
$ demo alice
$ shop admin product create --sku NEW-3 --name X --price 1
2> shop: 'shop admin product create' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin product update 1 --price 1
2> shop: 'shop admin product update' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin product delete 1 --yes
2> shop: 'shop admin product delete' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin product upload 1 picture.txt --json
2> {"error":{"code":"denied","message":"'shop admin product upload' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ demo
$ shop admin product create --sku NEW-3 --name X --price 1
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop admin product delete 1 --yes
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4

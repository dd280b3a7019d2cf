# Tables, as spreadsheets write them.
$ demo admin
$ printf '\357\273\277sku,name,price,stock,attributes.color,description,category\r\nT-1,"Lamp, big",12.90,3,red,"Line one\r\nline ""two""",Home/Lamps\r\n\r\nT-2,5" disk,"1,299.00",0,,,\r\n' >table.csv
$ shop admin import table.csv
products	2
images	0
users	0
reviews	0
orders	0
policies	0
settings	0
messages	0
created	2
updated	0
unchanged	0
images_missing	0
passwords_lost	0
$ shop products show T-1 --json | jq -c '[.name, .price_cents, .stock, .description, .attributes, .category]'
["Lamp, big",1290,3,"Line one\nline \"two\"",{"color":"red"},"Home/Lamps"]
$ shop products show T-2 --json | jq -c '[.name, .price_cents, .description, .attributes, .category]'
["5\" disk",129900,"",{},null]
$ shop admin import table.csv --json | jq -c '[.created, .updated, .unchanged]'
[0,0,2]
$ sed 's/,3,red/,4,red/' table.csv | shop admin import - --json | jq -c '[.created, .updated, .unchanged]'
[0,1,1]

# Semicolons, tabs, and rows of several types.
$ printf 'sku;name;price_cents;stock\nT-3;Kettle;2500;1\n' | shop admin import - --json | jq -c '[.products, .created]'
[1,1]
$ printf 'sku\tname\tprice_cents\tstock\nT-4\tPot\t2500\t1\n' | shop admin import - --json | jq -c '[.products, .created]'
[1,1]
$ cat >mixed.csv <<'END'
> type,email,name,password,address.city,key,value,sku,rating,comment
> user,nina@example.com,Nina,nina has one,Town,,,,,
> setting,,,,,motto,"Fine things, all",,,
> review,nina@example.com,,,,,,T-1,5,"Good
> light"
> END
$ shop admin import mixed.csv --json | jq -c '[.users, .settings, .reviews]'
[1,1,1]
$ shop products reviews T-1 --json | jq -c '.[0] | [.author, .rating, .comment]'
["Nina",5,"Good\nlight"]

# A row that is wrong is named by its line, and nothing stays.
$ printf 'sku,name,price_cents,stock\nT-5,A,1,1\nT-6,"two\nlines",1.5,1\n' | shop admin import -
2> shop: line 3: price_cents: expected a whole number of cents, got '1.5'
? 2
$ printf 'sku,name,price_cents,stock\nT-5,A,1,1\nT-6,B,1\n' | shop admin import -
2> shop: line 3: has 3 cells, and the header has 4
? 2
$ printf 'sku,name,price_cents,stock\nT-5,A,1,1,5\n' | shop admin import -
2> shop: line 2: more cells than the 4 of the header
? 2
$ printf 'sku,name,price_cents,stock,colour\nT-5,A,1,1,red\n' | shop admin import -
2> shop: line 2: colour: unknown key
? 2
$ printf 'sku,name,price_cents,stock\nT-5,"A,1,1\n' | shop admin import -
2> shop: line 2: a quotation mark stays open
? 2
$ printf 'sku,name,price_cents,sku\nT-5,A,1,1\n' | shop admin import - --json
2> {"error":{"code":"invalid","message":"line 1: the column 'sku' is there twice","hint":null,"exit":2}}
? 2
$ shop products show T-5
2> shop: there is no product 'T-5'
2> hint: 'shop products search WORDS' finds products by what they are
? 3

# The format can be said.
$ shop admin import --format json table.csv
2> shop: element 1: not JSON: expected a list
? 2
$ shop admin import --format jsonl table.csv
2> shop: line 1: not JSON: '[' or '{' expected at byte 3
? 2
$ shop admin import --format csv "$FIXTURES/demo.jsonl"
2> shop: line 1: cell 2: something stands behind its quotation mark
? 2
$ shop admin import --format xml table.csv
2> shop: option '--format' does not take 'xml'
2> hint: it takes one of jsonl|csv|json
2> usage: shop admin import [OPTIONS] FILE
? 2
$ echo sku | shop admin import --format csv - --json | jq -c '[.created, .updated, .unchanged]'
[0,0,0]

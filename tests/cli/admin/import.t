$ demo admin
$ cat >one.jsonl <<'END'
> {"type":"product","sku":"NEW-1","name":"Test kite","brand":"Windy","category":"Toys/Kites","price_cents":1999,"currency":"USD","stock":3,"description":"Flies.","attributes":{"color":"red"},"created_at":"2026-11-01T00:00:00Z"}
> {"type":"policy","topic":"kites","text":"Kites come back."}
> END
$ shop admin import one.jsonl
products	1
[...]
policies	1
[...]
created	2
updated	0
unchanged	0
[...]
$ shop products show NEW-1 --json | jq -c '[.name, .price_cents, .stock, .category]'
["Test kite",1999,3,"Toys/Kites"]

# Twice changes nothing; a change is one.
$ shop admin import one.jsonl --json | jq -c '[.created, .updated, .unchanged]'
[0,0,2]
$ sed 's/1999/1799/' one.jsonl | shop admin import - --json | jq -c '[.created, .updated, .unchanged]'
[0,1,1]
$ shop products show NEW-1 --json | jq .price_cents
1799

# The demo shop again: nothing is new.
$ shop admin import "$FIXTURES/demo.jsonl" --json | jq -c '[.created, .updated]'
[0,0]

# A bad line is named, and nothing of the file stays.
$ cat >bad.jsonl <<'END'
> {"type":"product","sku":"NEW-2","name":"Good","price_cents":100,"stock":1,"description":""}
> {"type":"product","sku":"NEW-3","name":"Bad","price_cents":"12.90","stock":1,"description":""}
> END
$ shop admin import bad.jsonl
2> shop: line 2: price_cents: expected a whole number of cents, got '12.90'
? 2
$ shop products show NEW-2
2> shop: there is no product 'NEW-2'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop admin import bad.jsonl --json
2> {"error":{"code":"invalid","message":"line 2: price_cents: expected a whole number of cents, got '12.90'","hint":null,"exit":2}}
? 2
$ echo '{"type":"product"' | shop admin import -
2> shop: line 1: not JSON: '}' expected at byte 17
? 2
$ echo 'not json' | shop admin import -
2> shop: line 1: not JSON: '[' or '{' expected at byte 3
? 2
$ echo '{"type":"spaceship"}' | shop admin import -
2> shop: line 1: type: expected product, [..], got 'spaceship'
? 2
$ echo '{"type":"product","sku":"X","nmae":"X"}' | shop admin import -
2> shop: line 1: nmae: unknown key
2> hint: did you mean 'name'?
? 2
$ echo '{"type":"review","sku":"NOPE","email":"alice@example.com","rating":5,"comment":"","created_at":"2026-11-01T00:00:00Z"}' | shop admin import -
2> shop: line 1: sku: there is no product 'NOPE'
? 2
$ echo '{"type":"user","email":"x@example.com","name":"X","role":"customer","password":"short"}' | shop admin import - 2>&1
shop: line 1: password: a password has 8 to 256 bytes
? 2

# Up to the batch before it, if asked so.
$ shop admin import bad.jsonl --batch 1
2> shop: line 2: price_cents: expected a whole number of cents, got '12.90'
2> hint: lines 1 to 1 are in the store already
? 2
$ shop products show NEW-2 --json | jq -r .name
Good

# Nothing to read, an empty file, empty lines.
$ shop admin import nowhere.jsonl
2> shop: there is no file 'nowhere.jsonl'
? 3
$ shop admin import .
2> shop: '.': cannot read: Is a directory
? 1
$ shop admin import - --json | jq -c '[.created, .updated, .unchanged]'
[0,0,0]
$ printf '\n\n' | shop admin import - --json | jq -c '[.created, .updated, .unchanged]'
[0,0,0]
$ shop admin import
2> shop: missing FILE
2> usage: shop admin import [OPTIONS] FILE
? 2

# Only for admins.
$ demo alice
$ shop admin import one.jsonl
2> shop: 'shop admin import' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin import one.jsonl --json
2> {"error":{"code":"denied","message":"'shop admin import' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ demo
$ shop admin import one.jsonl
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4

# Who brings another password for himself is told so.
$ demo admin
$ shop whoami --json | jq -c '{type: "user", email, name, password: "out of the file"}' | shop admin import - --json | jq -c '[.updated]'
[1]
2> {"warning":{"message":"your own password is the file's now, and your login is over: run 'shop login' again"}}
$ shop whoami
2> shop: the login has been revoked
2> hint: run 'shop login' again
? 4
$ echo 'out of the file' | shop login admin@example.com --password-stdin

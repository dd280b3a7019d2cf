$ demo admin
$ shop admin policy list | cut -c 1-60
contact	Write to help@shop.example and a person answers with
hours	The online shop never closes. The counter in Cooper La
payment	We take cards, PayPal, bank transfer and cash on del
privacy	We keep your name, e-mail address, delivery address 
returns	You can send back anything unused within 30 days of 
shipping	Orders of $75.00 or more ship free; below that ship
warranty	Electronics carry a 2-year warranty, textiles and b
$ shop admin policy list --json | jq -c 'map(.topic), (.[0] | keys)'
["contact","hours","payment","privacy","returns","shipping","warranty"]
["text","topic","updated_at"]

# Words, or what comes in.
$ shop admin policy set gifts We wrap presents for nothing.
topic	gifts
text	We wrap presents for nothing.
$ printf 'We wrap presents\nfor nothing.\n\n' | shop admin policy set gifts - --json
{"topic":"gifts","text":"We wrap presents\nfor nothing."}
$ shop admin policy list --json | jq -c '.[] | select(.topic == "gifts")'
{"topic":"gifts","text":"We wrap presents\nfor nothing.","updated_at":"2026-11-22T10:00:00Z"}
$ shop admin policy delete gifts
2> shop: this has to be confirmed
2> hint: add --yes
? 2
$ echo n | tty shop admin policy delete gifts --no-color | grep -o 'Delete.*'
Delete what is said about gifts? [y/N] shop: nothing was done
$ shop admin policy delete gifts --yes
topic	gifts
$ shop admin policy delete gifts --yes
2> shop: there is no policy on 'gifts'
2> hint: 'shop admin policy list' shows what there is
? 3
$ shop admin policy delete gifts --yes --json
2> {"error":{"code":"not_found","message":"there is no policy on 'gifts'","hint":"'shop admin policy list' shows what there is","exit":3}}
? 3

# What is no topic, and no text.
$ shop admin policy set gifts
2> shop: missing TEXT
2> usage: shop admin policy set TOPIC TEXT...
? 2
$ shop admin policy set gifts ''
2> shop: text: is empty
? 2
$ shop admin policy set '' text
2> shop: topic: is empty
? 2
$ shop admin policy set "$(printf 'a\nb')" text
2> shop: topic: expected one line without control characters, got 'a b'
? 2
$ printf 'a\0b' | shop admin policy set gifts -
2> shop: the text has a NUL byte in it
? 2
$ head -c 200000 /dev/zero | tr '\0' x | shop admin policy set gifts -
2> shop: the text is longer than 131072 bytes
? 2
$ head -c 70000 /dev/zero | tr '\0' x | shop admin policy set gifts -
2> shop: text: has 70000 bytes, and at most 65536 are allowed
? 2
$ shop admin policy list --json | jq length
7

# Only for admins.
$ demo alice
$ shop admin policy list
2> shop: 'shop admin policy list' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin policy set returns Never.
2> shop: 'shop admin policy set' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin policy delete returns --yes
2> shop: 'shop admin policy delete' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo
$ shop admin policy list
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop admin policy set returns Never. --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
$ shop admin policy delete returns --yes
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4

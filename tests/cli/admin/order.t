$ demo admin
$ shop admin order list | wc -l
44
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM purchase'
44
$ shop admin order list --limit 1 --json | jq -c '.[0] | [.id, .email]'
[1244,"haruka@example.net"]
$ shop admin order list --status pending --jsonl | jq -r .status | sort -u
pending

# From pending to delivered: each step has its turn, and is told.
$ sqlite3 .local/share/shop/shop.db "SELECT min(id) FROM purchase WHERE status = 'pending'" >id
$ shop admin order deliver $(cat id) 2>&1 | sed "s/$(cat id)/N/"
shop: order #N is pending, and cannot be delivered
hint: it has to be shipped first
$ shop admin order pay $(cat id) --json | jq -r .status
paid
$ shop admin order pay $(cat id) 2>&1 | sed "s/$(cat id)/N/"
shop: order #N was paid already
$ shop admin order ship $(cat id) --json | jq -r .status
shipped
$ shop admin order ship $(cat id) 2>&1 | sed "s/$(cat id)/N/"
shop: order #N was shipped already
$ shop admin order deliver $(cat id) --json | jq -c '[.status, (.events | map(.kind)), (.events | map(.actor) | last)]'
["delivered",["placed","paid","shipped","delivered"],"admin"]
$ shop admin order deliver $(cat id) 2>&1 | sed "s/$(cat id)/N/"
shop: order #N was delivered already
$ shop admin order ship 999999
2> shop: there is no order #999999
2> hint: 'shop admin order list' shows all
? 3

# Only for admins.
$ demo alice
$ shop admin order list
2> shop: 'shop admin order list' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin order ship 1234
2> shop: 'shop admin order ship' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin order deliver 1234 --json
2> {"error":{"code":"denied","message":"'shop admin order deliver' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ shop admin order pay 1234
2> shop: 'shop admin order pay' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ sqlite3 .local/share/shop/shop.db 'SELECT status FROM purchase WHERE id = 1234'
shipped

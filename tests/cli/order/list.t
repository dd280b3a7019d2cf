$ demo alice
$ shop order list -n 3
1240	pending	2026-11-21T01:53:00Z	$144.45	bank_transfer	1 × Squall Rain Jacket, Yellow and 1 more
1234	shipped	2026-11-18T10:00:00Z	$229.38	card	1 × Hush 40 Over-Ear Headphones and 1 more
1231	delivered	2026-11-15T10:00:00Z	$56.43	card	1 × The Patient Loaf, Paperback and 1 more
$ shop order list --json | jq -c '.[] | [.id, .status, .total_cents]'
[1240,"pending",14445]
[1234,"shipped",22938]
[1231,"delivered",5643]
[1229,"delivered",5978]
[1225,"delivered",7580]
[1220,"delivered",45109]
[1214,"cancelled",46418]
[1211,"delivered",8429]
[1206,"delivered",12497]
[1202,"delivered",3273]
$ shop order list --json -n 1 | jq '.[0]'
{
  "id": 1240,
  "status": "pending",
  "created_at": "2026-11-21T01:53:00Z",
  "email": "alice@example.com",
  "items_cents": 13350,
  "shipping_cents": 0,
  "tax_cents": 1095,
  "total_cents": 14445,
  "refund_cents": null,
  "currency": "USD",
  "payment_method": "bank_transfer",
  "paid_at": null,
  "shipped_at": null,
  "delivered_at": null,
  "cancelled_at": null,
  "address": {
    "line": "14 Larch Street, Apt 3",
    "city": "Portland",
    "postal_code": "97209",
    "country": "United States"
  },
  "items": [
    {
      "product_id": 184,
      "sku": "TX-0033",
      "name": "Squall Rain Jacket, Yellow",
      "category": "Textiles/Clothing/Jackets",
      "price_cents": 10900,
      "quantity": 1
    },
    {
      "product_id": 197,
      "sku": "TX-0046",
      "name": "Lido Bath Towel",
      "category": "Textiles/Home/Towels",
      "price_cents": 2450,
      "quantity": 1
    }
  ],
  "events": [
    {
      "at": "2026-11-21T01:53:00Z",
      "kind": "placed",
      "actor": "import"
    }
  ]
}
$ shop order list --jsonl -n 2 | jq .id
1240
1234
$ tty shop order list -n 4 --no-color
Order Status    Placed             Total Payment       Goods
 1240 pending   2026-11-21 01:53 $144.45 bank_transfer 1 × Squall Rain Jacket,…
 1234 shipped   2026-11-18 10:00 $229.38 card          1 × Hush 40 Over-Ear Hea…
 1231 delivered 2026-11-15 10:00  $56.43 card          1 × The Patient Loaf, Pa…
 1229 delivered 2026-11-08 17:15  $59.78 bank_transfer 1 × Thimble Portable Spe…
$ COLUMNS=60 tty shop order list -n 2 --no-color
Order Status  Placed             Total Goods
 1240 pending 2026-11-21 01:53 $144.45 1 × Squall Rain Jack…
 1234 shipped 2026-11-18 10:00 $229.38 1 × Hush 40 Over-Ear…

# Narrowed: days are inclusive, and the local ones.
$ shop order list --since 2026-11-15 --until 2026-11-18 | cut -f1-3
1234	shipped	2026-11-18T10:00:00Z
1231	delivered	2026-11-15T10:00:00Z
$ shop order list --since 2026-11-18T10:00:01Z | cut -f1-3
1240	pending	2026-11-21T01:53:00Z
$ shop order list --until 2026-05-09T19:28:00Z | cut -f1-3
1202	delivered	2026-05-09T19:28:00Z
$ shop order list --since 2026-11-21 --until 2026-11-21 | cut -f1-3
1240	pending	2026-11-21T01:53:00Z
$ TZ=America/New_York shop order list --since 2026-11-20 --until 2026-11-20 | cut -f1-3
1240	pending	2026-11-21T01:53:00Z
$ shop order list --status pending -s shipped | cut -f1-2
1240	pending
1234	shipped
$ shop order list --status cancelled --since 2026-01-01 | cut -f1-2
1214	cancelled
$ shop order list --offset 9 | cut -f1
1202
$ shop order list --offset 2 --limit 2 | cut -f1
1231
1229
$ shop order list --since 2027-01-01
$ shop order list --since 2027-01-01 --json
[]
$ shop order list --since 2027-01-01 --jsonl
$ tty shop order list --since 2027-01-01
no orders

# Nonsense.
$ shop order list --since yesterday
2> shop: option '--since': expected a time such as 2026-11-22T10:00:00Z, got 'yesterday'
2> hint: write a day as 2026-11-22
? 2
$ shop order list --since 2026-11-02 --until 2026-11-01
2> shop: the time ends before it begins
? 2
$ shop order list --until 2026-02-30
2> shop: option '--until': expected a time such as 2026-11-22T10:00:00Z, got '2026-02-30'
2> hint: write a day as 2026-11-22
? 2
$ shop order list --status lost
2> shop: option '--status' does not take 'lost'
2> hint: it takes one of pending|paid|shipped|delivered|cancelled
2> usage: shop order list [OPTIONS]
? 2
$ shop order list --limit 0
2> shop: option '--limit' takes a whole number from 1 to 2147483647, not '0'
2> usage: shop order list [OPTIONS]
? 2
$ shop order list 1234
2> shop: '1234' is one word too many
2> usage: shop order list [OPTIONS]
? 2
$ shop order list --since x --json
2> {"error":{"code":"invalid","message":"option '--since': expected a time such as 2026-11-22T10:00:00Z, got 'x'","hint":"write a day as 2026-11-22","exit":2}}
? 2

# Each sees his own, also an admin.
$ SHOP_TOKEN_FILE=$DEMO/bob.token shop order list -n 2 | cut -f1
1243
1235
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop order list
$ shop order list --jsonl | jq -r .email | sort -u
alice@example.com
$ shop logout
$ shop order list
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop order list --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# Text of the store cannot steer the terminal.
$ demo alice
$ sqlite3 .local/share/shop/shop.db "UPDATE order_line SET name = 'red ' || char(27) || '[31m' || char(9) || char(10) || '!'"
$ shop order list -n 1 | cat -v
1240	pending	2026-11-21T01:53:00Z	$144.45	bank_transfer	1 M-CM-^W red  [31m  ! and 1 more
$ sqlite3 .local/share/shop/shop.db "DELETE FROM purchase WHERE id < 1240" "UPDATE purchase SET currency = 'JPY'"
$ shop order list -n 1 | cut -f4
¥14,445

# What was sold is what was paid and not cancelled, to the cent: SQL says the same.
$ demo admin
$ shop admin report sales --json >report
$ jq -r '[.orders, .units, .items_cents, .shipping_cents, .tax_cents, .total_cents] | @csv' report >said
$ sqlite3 -csv .local/share/shop/shop.db "SELECT count(*), (SELECT sum(quantity) FROM order_line l JOIN purchase o ON o.id = l.purchase_id WHERE o.paid_at IS NOT NULL AND o.cancelled_at IS NULL), sum(items_cents), sum(shipping_cents), sum(tax_cents), sum(total_cents) FROM purchase WHERE paid_at IS NOT NULL AND cancelled_at IS NULL" >true; cmp said true
$ jq -c '[.orders > 20, .currency, .by, .since, .until, .other_orders]' report
[true,"USD","month",null,null,0]

# Periods and the total agree, in each of the three.
$ for by in day week month; do shop admin report sales --by $by --json | jq -c '[(.periods | map(.total_cents) | add) == .total_cents, (.periods | map(.orders) | add) == .orders, (.periods == (.periods | sort_by(.from)))]'; done
[true,true,true]
[true,true,true]
[true,true,true]
$ shop admin report sales --by month --json | jq -r '.periods[] | [.from, .total_cents] | @csv' | tr -d '"' >said
$ sqlite3 -csv .local/share/shop/shop.db "SELECT strftime('%Y-%m-01', paid_at, 'unixepoch'), sum(total_cents) FROM purchase WHERE paid_at IS NOT NULL AND cancelled_at IS NULL GROUP BY 1" >true; cmp said true
$ shop admin report sales --by week --json | jq -r '.periods[] | select(.orders > 0) | [.from, .orders] | @csv' | tr -d '"' >said
$ sqlite3 -csv .local/share/shop/shop.db "SELECT date(paid_at, 'unixepoch', 'weekday 0', '-6 days'), count(*) FROM purchase WHERE paid_at IS NOT NULL AND cancelled_at IS NULL GROUP BY 1" >true; cmp said true

# Days are those of the place, and a gap has its zeros.
$ sqlite3 .local/share/shop/shop.db "DELETE FROM purchase"
$ cat >orders.jsonl <<'END'
> {"type":"order","id":1,"email":"alice@example.com","created_at":"2026-11-01T23:30:00Z","payment_method":"card","address":{"line":"l","city":"c","postal_code":"p","country":"x"},"items":[{"sku":"EL-0001","quantity":2,"price_cents":1000}],"shipping_cents":5,"tax_cents":10,"paid_at":"2026-11-01T23:30:00Z","shipped_at":null,"delivered_at":null,"cancelled_at":null}
> {"type":"order","id":2,"email":"bob@example.com","created_at":"2026-11-04T10:00:00Z","payment_method":"card","address":{"line":"l","city":"c","postal_code":"p","country":"x"},"items":[{"sku":"EL-0002","quantity":1,"price_cents":3000}],"shipping_cents":0,"tax_cents":0,"paid_at":"2026-11-04T10:00:00Z","shipped_at":null,"delivered_at":null,"cancelled_at":null}
> {"type":"order","id":3,"email":"bob@example.com","created_at":"2026-11-04T10:00:00Z","payment_method":"card","address":{"line":"l","city":"c","postal_code":"p","country":"x"},"items":[{"sku":"EL-0002","quantity":1,"price_cents":7000}],"shipping_cents":0,"tax_cents":0,"paid_at":"2026-11-04T11:00:00Z","shipped_at":null,"delivered_at":null,"cancelled_at":"2026-11-04T12:00:00Z"}
> {"type":"order","id":4,"email":"bob@example.com","created_at":"2026-11-04T10:00:00Z","payment_method":"card","address":{"line":"l","city":"c","postal_code":"p","country":"x"},"items":[{"sku":"EL-0002","quantity":1,"price_cents":9000}],"shipping_cents":0,"tax_cents":0,"paid_at":null,"shipped_at":null,"delivered_at":null,"cancelled_at":null}
> END
$ shop admin import orders.jsonl >imported
$ shop admin report sales --by day | grep ^periods
periods	2026-11-01	1	2	$20.00	$0.05	$0.10	$20.15
periods	2026-11-02	0	0	$0.00	$0.00	$0.00	$0.00
periods	2026-11-03	0	0	$0.00	$0.00	$0.00	$0.00
periods	2026-11-04	1	1	$30.00	$0.00	$0.00	$30.00
$ TZ=Asia/Tokyo shop admin report sales --by day | grep ^periods
periods	2026-11-02	1	2	$20.00	$0.05	$0.10	$20.15
periods	2026-11-03	0	0	$0.00	$0.00	$0.00	$0.00
periods	2026-11-04	1	1	$30.00	$0.00	$0.00	$30.00
$ shop admin report sales --by week | grep ^periods
periods	2026-10-26	1	2	$20.00	$0.05	$0.10	$20.15
periods	2026-11-02	1	1	$30.00	$0.00	$0.00	$30.00
$ shop admin report sales --since 2026-11-02 --best 1 | tail -2
periods	2026-11-01	1	1	$30.00	$0.00	$0.00	$30.00
products	2	EL-0002	Pulse Smartwatch S2, Silver	1	$30.00
$ shop admin report sales --until 2026-11-01 --json | jq -c '[.since, .until, .total_cents, (.products | length)]'
[null,"2026-11-01T23:59:59Z",2015,1]

# What is gone is called what it was.
$ shop admin product delete EL-0002 --yes >gone
$ shop admin report sales --json | jq -c '.products[] | [.product_id, .sku, .units, .items_cents]'
[null,"EL-0002",1,3000]
[1,"EL-0001",2,2000]

# Another currency is in no sum.
$ sqlite3 .local/share/shop/shop.db "UPDATE purchase SET currency = 'EUR' WHERE id = 2"
$ shop admin report sales --json | jq -c '[.orders, .total_cents, .other_orders, (.periods | length)]'
[1,2015,1,1]

# For people with bars, for spreadsheets as CSV.
$ tty shop admin report sales --no-color
Currency         USD
By               month
Orders           1
Pieces           2
Items            $20.00
Shipping         $0.05
Tax              $0.10
Total            $20.15
Other orders     1
\
Sales
From       Orders Pieces  Items Shipping   Tax  Total 
2026-11-01      1      2 $20.00    $0.05 $0.10 $20.15 ██████████████
\
Best sellers
Product SKU     Name                Pieces  Items 
      1 EL-0001 Pulse Smartwatch S2      2 $20.00 ██████████████
1 more in other currencies are in no sum
$ LC_ALL=C tty shop admin report sales --no-color | grep '#'
2026-11-01      1      2 $20.00    $0.05 $0.10 $20.15 ##############
      1 EL-0001 Pulse Smartwatch S2      2 $20.00 ##############
$ shop admin report sales --csv | cat -v
from,orders,units,items_cents,shipping_cents,tax_cents,total_cents^M
2026-11-01,1,2,2000,5,10,2015^M

# Nothing is no error.
$ shop admin report sales --since 2030-01-01 --json | jq -c '[.orders, .total_cents, .periods, .products]'
[0,0,[],[]]
$ shop admin report sales --since 2030-01-01 --csv | cat -v
from,orders,units,items_cents,shipping_cents,tax_cents,total_cents^M

# Refusals.
$ shop admin report sales --since 2026-11-02 --until 2026-11-01
2> shop: [..]
? 2
$ shop admin report sales --csv --json
2> {"error":{"code":"invalid","message":"--csv and --json cannot go together","hint":null,"exit":2}}
? 2
$ shop admin report sales --by year
2> shop: [..]
2> [..]
2> [..]
? 2
$ demo alice
$ shop admin report sales
2> shop: 'shop admin report sales' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin report sales --json
2> {"error":{"code":"denied","message":"'shop admin report sales' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ demo
$ shop admin report sales
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4

# Days left are the stock by what left it in the last days, paid or not: SQL says the same.
$ demo admin
$ shop admin report stock --days 60 --json | jq -r '.[] | select(.sold > 0) | [.product_id, .stock, .sold, .days_left] | @csv' | sort >said
$ sqlite3 -csv .local/share/shop/shop.db "SELECT p.id, p.stock, sum(l.quantity), p.stock * 60 / sum(l.quantity) FROM purchase o JOIN order_line l ON l.purchase_id = o.id JOIN product p ON p.id = l.product_id WHERE o.cancelled_at IS NULL AND o.created_at > strftime('%s', '2026-11-22T10:00:00') - 60 * 86400 AND o.created_at <= strftime('%s', '2026-11-22T10:00:00') GROUP BY p.id" | sort >true; cmp said true; test -s said

# The first to go stands first; what is sold out and was not bought, last.
$ shop admin report stock --json | jq -c '[.[] | select(.sold > 0) | .days_left] | . == sort'
true
$ shop admin report stock --json | jq -c '[.[] | select(.sold == 0)] | [length > 0, (map(.stock) | unique), (map(.days_left) | unique)]'
[true,[0],[null]]
$ shop admin product update EL-0001 --stock 10 >changed
$ sqlite3 .local/share/shop/shop.db "DELETE FROM purchase; UPDATE product SET stock = 3 WHERE stock = 0"
$ shop order add EL-0001:3 --address '1 Main St, Springfield, 12345, USA' >ordered
$ shop order add EL-0002:6 --address '1 Main St, Springfield, 12345, USA' >ordered
$ shop admin report stock
2	EL-0002	Pulse Smartwatch S2, Silver	0	6	0
1	EL-0001	Pulse Smartwatch S2	7	3	70
$ shop admin report stock --days 7 --limit 1 --csv | cat -v
product_id,sku,name,stock,sold,days_left^M
2,EL-0002,"Pulse Smartwatch S2, Silver",0,6,0^M
$ tty shop admin report stock --no-color
Product SKU     Name                        Stock Sold Days left 
      2 EL-0002 Pulse Smartwatch S2, Silver     0    6         0 
      1 EL-0001 Pulse Smartwatch S2             7    3        70 ██████████████
$ shop order cancel 1 --yes >cancelled; shop admin report stock
2	EL-0002	Pulse Smartwatch S2, Silver	0	6	0

# After a time that nothing was sold in, it is only sold out.
$ SHOP_NOW=2027-02-01T00:00:00Z shop admin report stock
2	EL-0002	Pulse Smartwatch S2, Silver	0	0	
$ shop admin report stock --days 0
2> shop: [..]
2> [..]
? 2
$ shop admin report stock --days 7 --csv --jsonl
2> {"error":{"code":"invalid","message":"--csv and --json cannot go together","hint":null,"exit":2}}
? 2

# A name that a spreadsheet would run is text there.
$ sqlite3 .local/share/shop/shop.db "UPDATE product SET name = '=cmd(\"x\")' || char(27) || char(10) || 'y' WHERE sku = 'EL-0002'"
$ shop admin report stock --csv | tail -1 | cat -v
2,EL-0002,"'=cmd(""x"")  y",0,6,0^M

$ demo alice
$ shop admin report stock
2> shop: 'shop admin report stock' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin report stock --json
2> {"error":{"code":"denied","message":"'shop admin report stock' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ demo
$ shop admin report stock
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4

# Counted and summed as SQL does it.
$ demo admin
$ shop admin report customers --json >report
$ jq -r '[.customers, .buyers, .returning, .orders, .total_cents] | @csv' report >said
$ sqlite3 -csv .local/share/shop/shop.db "WITH sale AS (SELECT * FROM purchase WHERE paid_at IS NOT NULL AND cancelled_at IS NULL), buyer AS (SELECT customer_id, count(*) AS n FROM sale WHERE customer_id IS NOT NULL GROUP BY 1) SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM buyer), (SELECT count(*) FROM buyer WHERE n > 1), count(*), sum(total_cents) FROM sale" >true; cmp said true
$ jq -c '[(.best | map(.total_cents) | add) == .total_cents, (.best | map(.orders) | add) == .orders, (.best | map(.total_cents)) == (.best | map(.total_cents) | sort | reverse)]' report
[true,true,true]
$ shop admin report customers --best 2 | tail -2 | cut -f 1,3 >said; jq -r '.best[:2][] | ["best", .email] | @tsv' report | cmp - said

# No more of anybody than the list of users has.
$ jq -r '.best[0] | keys | join(" ")' report
customer_id email name orders total_cents
$ jq -r '.best[].email' report | sort >buyers; shop admin user list --json | jq -r '.[].email' | sort | comm -13 - buyers

# Who is gone is no buyer any more; what he bought was bought.
$ shop admin user delete alice@example.com --yes >gone
$ shop admin report customers --json | jq -c --slurpfile before report '[.orders == $before[0].orders, .total_cents == $before[0].total_cents, $before[0].buyers - .buyers, $before[0].customers - .customers]'
[true,true,1,1]

# Of a time: new accounts, buyers, and who of them had bought before its end.
$ sqlite3 .local/share/shop/shop.db "UPDATE customer SET created_at = strftime('%s', '2026-11-20') WHERE email = 'bob@example.com'; UPDATE customer SET created_at = 0 WHERE email <> 'bob@example.com'"
$ shop admin report customers --since 2026-11-20 --until 2026-11-20 --json | jq -c '[.new_customers, .buyers, .returning, .returning_percent]'
[1,3,3,100]
$ shop admin report customers --since 2030-01-01
since	2030-01-01T00:00:00Z
until	
currency	USD
customers	6
new_customers	0
buyers	0
returning	0
returning_percent	
orders	0
total_cents	$0.00
other_orders	0
$ tty shop admin report customers --best 1 --no-color | tail -3
Best customers
ID E-mail          Name        Orders     Spent 
 5 zoe@example.org Zoé Lefèvre      5 $1,879.76 ██████████████
$ shop admin report customers --best 1 --csv | cat -v
customer_id,email,name,orders,total_cents^M
5,zoe@example.org,ZoM-CM-) LefM-CM-(vre,5,187976^M

$ demo alice
$ shop admin report customers
2> shop: 'shop admin report customers' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin report customers --json
2> {"error":{"code":"denied","message":"'shop admin report customers' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ demo
$ shop admin report customers
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4

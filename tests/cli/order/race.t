# The last ones are sold once: of twenty who order the last three at the same time, three get one.

$ demo alice
$ sqlite3 .local/share/shop/shop.db "UPDATE product SET stock = 3 WHERE sku = 'EL-0005'"
$ for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
>     { shop order add EL-0005 --payment card --address "1 Elm St, Salem, 97301, United States" >/dev/null 2>&1; echo $? >>codes; } &
> done; wait; sort codes | uniq -c | tr -s ' '
 3 0
 17 6
$ sqlite3 .local/share/shop/shop.db "SELECT stock FROM product WHERE sku = 'EL-0005'" "SELECT sum(quantity) FROM order_line l JOIN purchase o ON o.id = l.purchase_id WHERE l.sku = 'EL-0005' AND o.created_at >= unixepoch('2026-11-22 09:00')"
0
3

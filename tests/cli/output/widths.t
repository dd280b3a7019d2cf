# Rows fit the terminal: what has to be cut short is marked, numbers and times never are.
$ demo
$ for columns in 40 60 80 200; do COLUMNS=$columns tty shop products list --limit 40 --no-color --no-pager | sed '$d' | wc -L; done
40
60
80
95
$ COLUMNS=44 tty shop products list --limit 2 --no-color
ID SKU     Name                  Price Stock
 1 EL-0001 Pulse Smartwatch S2 $129.00    14
 2 EL-0002 Pulse Smartwatch S… $134.00     6
213 more: --limit and --offset show them
$ COLUMNS=30 tty shop products list --limit 2 --no-color
ID Name            Price Stock
 1 Pulse Smartw… $129.00    14
 2 Pulse Smartw… $134.00     6
213 more: --limit and --offset show them

# COLUMNS may be a leftover of a wider window: the terminal knows better. Here it has 80.
$ cat >wide <<'END'
> stty cols 80
> COLUMNS=200 shop products show EL-0005 --no-color
> END
$ tty sh wide | wc -L
80

# Wide characters count as two.
$ sqlite3 .local/share/shop/shop.db "UPDATE product SET name = '漢字の名前がとても長い時計' WHERE sku = 'EL-0001'"
$ COLUMNS=40 tty shop products list --limit 2 --no-color | sed 3q
ID Name                      Price Stock
 1 漢字の名前がとても長い… $129.00    14
 2 Pulse Smartwatch S2, S… $134.00     6


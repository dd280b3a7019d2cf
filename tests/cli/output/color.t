# States have a colour, of the sixteen that every theme has; the words are the same without.
$ demo alice
$ tty shop order list -n 3 --no-pager | sed -n 2,4p | cat -v | grep -o '.\[[0-9]*m[a-z]*' | grep '[a-z]$' | tr -d '^'
[[33mpending
[[0m
[[36mshipped
[[0m
[[32mdelivered
[[0m
$ tty shop order track 1214 | grep Cancelled | cat -v
^[[31m  M-bM-^\M-^W Cancelled^[[0m   2026-08-20 07:55^[[2m  import^[[0m
$ for off in 'NO_COLOR=1' 'TERM=dumb' 'NO_COLOR='; do env $off tty shop order track 1234 | grep -c "$(printf '\033')"; done
0
0
8
$ tty shop order track 1234 --no-color | grep -c "$(printf '\033')"
0
? 1
$ shop config set color never >set; tty shop order track 1234 | grep -c "$(printf '\033')"; shop config set color auto >set
0
$ shop order track 1234 | grep -c "$(printf '\033')"
0
? 1
$ shop order track 1234 --json | grep -c "$(printf '\033')"
0
? 1

# What is sold out, and what soon will be.
$ sqlite3 .local/share/shop/shop.db "UPDATE product SET stock = 0 WHERE id = 1; UPDATE product SET stock = 5 WHERE id = 2; UPDATE product SET stock = 6 WHERE id = 3"
$ tty shop products list --limit 3 --no-pager | sed 1d | cat -v | grep -o '.\[3[0-9]m *[0-9]*' | tr -d '^'
[[31m    0
[[33m    5

# What is drawn keeps to ASCII where the locale has no more; data stays what it is.
$ LANG=C tty shop order track 1234 --no-color | tail -7
  * Placed      2026-11-18 10:00  import
  |
  * Paid        2026-11-18 10:01  import
  |
  * Shipped     2026-11-19 03:07  import
  :
  o Delivered
$ LANG=C tty shop products reviews EL-0005 --no-color | head -9
Ratings
Stars         Count
*****             0
****- #######     2
***-- ####        1
**--- ####        1
*----             0
\
Date             By              Stars Comment                       Bought here
$ LANG=C tty shop products list --no-color --limit 3 --no-pager | grep -c '…'
0
? 1

# Colour is for terminals that want it.

$ demo
$ tty shop products list --limit 2 --no-pager | grep -q "$(printf '\033')" && echo colour || echo plain
colour
$ tty shop products list --limit 2 --no-pager --no-color | grep -q "$(printf '\033')" && echo colour || echo plain
plain
$ NO_COLOR=1 tty shop products list --limit 2 --no-pager | grep -q "$(printf '\033')" && echo colour || echo plain
plain
$ TERM=dumb tty shop products list --limit 2 | grep -q "$(printf '\033')" && echo colour || echo plain
plain
$ shop products list --limit 2 | grep -q "$(printf '\033')" && echo colour || echo plain
plain

# A pager for what is long, if there is one.
$ PAGER='sed s/^/paged:/' tty shop products list --limit 50 --no-color | head -1 | cut -c1-6
paged:
$ PAGER='sed s/^/paged:/' tty shop products list --limit 50 --no-pager --no-color | head -1 | cut -c1-6
ID SKU
$ PAGER='sed s/^/paged:/' tty shop products list --limit 3 --no-color | head -1 | cut -c1-6
ID SKU
$ PAGER='sed s/^/paged:/' shop products list | head -1 | cut -c1-6
1	EL-0

# JSON stays JSON on a terminal.
$ tty shop products list --limit 1 --json | jq length
1
$ TZ=America/New_York tty shop products show EL-0001 --no-color | grep -c 2026
6

# A name leads to the product's page where the terminal has links, and nowhere else.
$ demo admin
$ shop config set pictures never >set
$ shop admin settings set product_url 'https://shop.example/{sku}' >set
$ FORCE_HYPERLINK=1 tty shop products show EL-0005 --no-color | grep -a '^Name\|^Link' | cat -v
Name             ^[]8;;https://shop.example/EL-0005^[\Stride Smartwatch Lite^[]8;;^[\
Link             ^[]8;;https://shop.example/EL-0005^[\https://shop.example/EL-0005^[]8;;^[\
$ for where in TERM=xterm-kitty VTE_VERSION=7200 TERM_PROGRAM=WezTerm TERM=xterm TERM=dumb TERM=linux 'FORCE_HYPERLINK=0 TERM=xterm-kitty' 'TMUX=x TERM=xterm-kitty' 'TMUX=x TERM=tmux TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.4'; do echo "$where: $(env $where tty shop products show EL-0005 --no-color | grep -c ']8;;h')"; done
TERM=xterm-kitty: 2
VTE_VERSION=7200: 2
TERM_PROGRAM=WezTerm: 2
TERM=xterm: 0
TERM=dumb: 0
TERM=linux: 0
FORCE_HYPERLINK=0 TERM=xterm-kitty: 0
TMUX=x TERM=xterm-kitty: 0
TMUX=x TERM=tmux TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.4: 2
$ FORCE_HYPERLINK=1 shop products show EL-0005 | grep -c ']8;;'
0
? 1
$ FORCE_HYPERLINK=1 shop products show EL-0005 --json | grep -c ']8;;'
0
? 1

# An address that would steer the terminal, or lead elsewhere than to the web, is none.
$ sqlite3 .local/share/shop/shop.db "UPDATE product SET image = 'https://x.example/' || char(27) || ']0;title' || char(7) WHERE sku = 'EL-0001'; UPDATE product SET image = 'file:///etc/passwd' WHERE sku = 'EL-0002'; UPDATE product SET image = 'https://x.example/ü?a b' WHERE sku = 'EL-0003'"
$ for sku in EL-0001 EL-0002 EL-0003; do FORCE_HYPERLINK=1 tty shop products show $sku --no-color | grep -a '^Image' | cat -v; done
Image            https://x.example/ ]0;title 
Image            file:///etc/passwd
Image            ^[]8;;https://x.example/%C3%BC?a%20b^[\https://x.example/M-CM-<?a b^[]8;;^[\

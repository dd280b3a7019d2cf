# The product as a text, in a file that is its owner's alone.
$ demo admin
$ cat >look <<'END'
> #!/bin/sh
> stat -c %a "$1" "$(dirname "$1")"
> cat "$1"
> END
$ chmod +x look
$ EDITOR=./look tty shop admin product edit EL-0005 --no-color | sed '/^ID /,$d'
600
700
\# Product 5. What you change here is changed when you leave the editor;
\# what is left empty is taken away. An attribute is NAME=VALUE.
sku: EL-0005
name: Stride Smartwatch Lite
brand: Hobbeluck
category: Electronics/Wearables/Smartwatches
price: $49.90
stock: 32
group: 
image: images/el-0005.png
attribute: color=black
attribute: strap=silicone
attribute: case_size=40 mm
attribute: battery_life=5 days
attribute: connectivity=Bluetooth 5.0
description:
Counts steps, wakes you gently and shows who is calling. No GPS and no apps: a plain first smartwatch at a plain price.
$ EDITOR=true tty shop admin product edit EL-0005 --no-color | tail -1
nothing was changed

# What was changed is changed, all at once, and nothing else; the editor may have words of its own.
$ shop products show EL-0005 --json >before
$ EDITOR='sed -i -e "s/^price:.*/price: 44/" -e "/^brand/d" -e "s/color=black/color=grey/" -e /strap=/d -e "s/gently/softly/"' tty shop admin product edit EL-0005 >shown
$ shop products show EL-0005 --json >after
$ jq -c '[.price_cents, .brand, .stock, .attributes, (.description | contains("softly"))]' after
[4400,null,32,{"color":"grey","case_size":"40 mm","battery_life":"5 days","connectivity":"Bluetooth 5.0"},true]
$ jq -c --slurpfile b before 'del(.price_cents, .brand, .attributes, .description) == ($b[0] | del(.price_cents, .brand, .attributes, .description))' after
true

# What was not touched stays as it is, also if it changes meanwhile.
$ printf '#!/bin/sh\nshop admin product update EL-0005 --stock 7 >sold\nsed -i s/Lite/Light/ "$1"\n' >slow && chmod +x slow
$ EDITOR=./slow tty shop admin product edit EL-0005 >shown; shop products show EL-0005 --json | jq -c '[.name, .stock]'
["Stride Smartwatch Light",7]

# An edit that cannot be taken changes nothing, and is kept.
$ EDITOR='sed -i -e "s/^stock:.*/stock: many/" -e "s/Light/Heavy/"' TMPDIR=. tty shop admin product edit EL-0005
shop: line 8: stock: expected a whole number: 'many'
hint: nothing was changed; your text is in './shop-edit-[..]/product.txt'
$ grep -h Heavy shop-edit-*/product.txt && stat -c %a shop-edit-* && rm -r shop-edit-*
name: Stride Smartwatch Heavy
700
$ for edit in 's/^price:.*/price: 1.234/' '/^price/d' 's/^name:.*/name:/' 's/^sku:.*/sku: EL-0001/' '2s/.*/what/' '2s/.*/what: ever/' '3s/.*/&\n&/' 's/^attribute: color.*/attribute: red/'; do EDITOR="sed -i '$edit'" TMPDIR=. tty shop admin product edit EL-0005 | sed 's/edit-....../edit-X/' | head -1; done; rm -r shop-edit-*
shop: line 7: price: expected an amount such as 12.90, got '1.234'
shop: the price is missing
shop: name: is empty
shop: there is a product 'EL-0001' already
shop: line 2: expected KEY: VALUE: 'what'
shop: line 2: unknown key: 'what'
shop: line 4: stands there twice: 'sku'
shop: line 11: attribute: expected NAME=VALUE: 'red'
$ shop products show EL-0005 --json | jq -r .name
Stride Smartwatch Light

# An editor that fails, or that is not there, changes nothing and leaves nothing.
$ EDITOR=false TMPDIR=. tty shop admin product edit EL-0005
shop: the editor 'false' failed: nothing was changed
hint: VISUAL or EDITOR says which one is used
$ EDITOR='rm' TMPDIR=. tty shop admin product edit EL-0005 | sed 's/edit-....../edit-X/'
shop: cannot read './shop-edit-X/product.txt': No such file or directory
$ ls -d shop-edit-*
2> ls: cannot access 'shop-edit-*': No such file or directory
? 2

# VISUAL counts more than EDITOR, but not on a terminal that cannot show it.
$ VISUAL=./look EDITOR=false tty shop admin product edit EL-0005 --no-color | head -1
600
$ TERM=dumb VISUAL=false EDITOR=./look tty shop admin product edit EL-0005 --no-color | head -1
600

# It needs a person, and one who may.
$ EDITOR=true shop admin product edit EL-0005
2> shop: an editor needs a terminal
2> hint: 'shop admin product update' changes a product by options
? 2
$ EDITOR=true tty shop admin product edit EL-0005 --no-input
shop: an editor needs a terminal, and --no-input forbids to ask
hint: 'shop admin product update' changes a product by options
$ EDITOR=true tty shop admin product edit EL-9999
shop: there is no product 'EL-9999'
hint: 'shop products search WORDS' finds products by what they are
$ demo alice
$ shop admin product edit EL-0005
2> shop: 'shop admin product edit' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin product edit EL-0005 --json
2> {"error":{"code":"denied","message":"'shop admin product edit' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ demo bob
$ shop admin product edit EL-0005
2> shop: 'shop admin product edit' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo
$ shop admin product edit EL-0005
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4

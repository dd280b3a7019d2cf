# Where everything comes from: option, environment, file, default.
$ shop config list
color	auto	default
engine	builtin	default
model		default
pictures	auto	default
store	$HOME/.local/share/shop/shop.db	default
$ shop config list --json
[
{"key":"color","value":"auto","from":"default"},
{"key":"engine","value":"builtin","from":"default"},
{"key":"model","value":null,"from":"default"},
{"key":"pictures","value":"auto","from":"default"},
{"key":"store","value":"$HOME/.local/share/shop/shop.db","from":"default"}
]
$ shop config set store "$HOME/mine.db"
key	store
value	$HOME/mine.db
file	$HOME/.config/shop/config
$ shop config get store
$HOME/mine.db
$ shop config get store --json
{"key":"store","value":"$HOME/mine.db","from":"file"}
$ SHOP_STORE=other.db shop config get store --json
{"key":"store","value":"other.db","from":"environment"}
$ SHOP_STORE=other.db shop config get store --store third.db --json
{"key":"store","value":"third.db","from":"option"}
$ NO_COLOR=1 SHOP_MODEL=llama shop config list
color	never	environment
engine	builtin	default
model	llama	environment
pictures	auto	default
store	$HOME/mine.db	file
$ shop config list --no-color | head -1
color	never	option
$ tty shop config list --no-color
Key      Value[..]From
color    never[..]option
engine   builtin[..]default
model[..]default
pictures auto[..]default
store    $HOME/mine.db file
the file is $HOME/.config/shop/config
$ cat .config/shop/config
store = $HOME/mine.db
$ stat -c %a .config/shop/config
600
$ shop products list
2> shop: there is no store at '$HOME/mine.db'
2> hint: run 'shop init' to make one, or name another with --store
? 3

# The rest of the file stays as it is; of several lines for a key, one is left.
$ printf '# the shop at home\n\n  store=a.db\ncolor =  never\n# two\nstore = b.db\nmodel = x' >.config/shop/config
$ shop config get store
b.db
$ shop config set store 'c d.db'
key	store
value	c d.db
file	$HOME/.config/shop/config
$ cat .config/shop/config
\# the shop at home
\
store = c d.db
color =  never
\# two
model = x
$ shop config set --unset color
key	color
value	
file	$HOME/.config/shop/config
$ shop config set engine ollama --json
{"key":"engine","value":"ollama","file":"$HOME/.config/shop/config"}
$ cat .config/shop/config
\# the shop at home
\
store = c d.db
\# two
model = x
engine = ollama
$ shop config get color
auto
$ SHOP_ENGINE=builtin shop config set engine builtin
key	engine
value	builtin
file	$HOME/.config/shop/config
2> shop: warning: the environment says otherwise, and counts more

# A link stays one.
$ mv .config/shop/config real && ln -s "$HOME/real" .config/shop/config
$ shop config set model y
key	model
value	y
file	$HOME/.config/shop/config
$ tail -2 real
model = y
engine = builtin
$ test -L .config/shop/config

# What is refused.
$ shop config set color sometimes
2> shop: color: expected auto or never, got 'sometimes'
? 2
$ shop config set engine diesel
2> shop: engine: expected builtin, ollama or auto, got 'diesel'
? 2
$ shop config set store ''
2> shop: store: expected one line of text, got ''
? 2
$ shop config set store ' a'
2> shop: store: expected one line of text, got ' a'
? 2
$ shop config set store "$(printf 'a\nb')"
2> shop: store: expected one line of text, got 'a b'
? 2
$ shop config set stor x
2> shop: 'stor' is not a KEY
2> hint: did you mean 'store'? it takes one of color|engine|model|pictures|store
2> usage: shop config set [OPTIONS] KEY [VALUE]
? 2
$ shop config get stor
2> shop: 'stor' is not a KEY
2> hint: did you mean 'store'? it takes one of color|engine|model|pictures|store
2> usage: shop config get KEY
? 2
$ shop config set store
2> shop: missing VALUE, or --unset
? 2
$ shop config set store x --unset
2> shop: --unset takes no value
? 2
$ shop config get
2> shop: missing KEY
2> usage: shop config get KEY
? 2
$ shop config
2> shop config - see and change the configuration
2> 
2> usage: shop config COMMAND [OPTIONS]
2> 
2> Commands
2>   get                          show what a key of the configuration stands for
2>   list                         show the configuration and where it comes from
2>   set                          change the configuration file
2> 
2> Options of every command
2>       --store URI              use this store (a path)
2>       --json                   print one JSON document
2>       --jsonl                  print one JSON object a line
2>       --no-color               print without colour
2>       --no-pager               do not start a pager
2>   -q, --quiet                  print no more than was asked for
2>       --no-input               never ask: fail instead
2>   -h, --help                   show help
2>       --version                show the version
2> 
2> More: shop config COMMAND --help
? 2
$ echo nonsense >real
$ shop config list
2> shop: $HOME/.config/shop/config: line 1: expected key = value
? 2
$ echo 'color = maybe' >real
$ shop config list
2> shop: $HOME/.config/shop/config: line 1: color: expected auto or never, got 'maybe'
? 2
$ printf 'store = a.db\npictures = maybe\n' >real
$ shop products list
2> shop: $HOME/.config/shop/config: line 2: pictures: expected auto or never, got 'maybe'
? 2
$ echo 'engine = maybe' >real
$ shop chat hello
2> shop: $HOME/.config/shop/config: line 1: engine: expected builtin, ollama or auto, got 'maybe'
? 2
$ env -u HOME shop config set color never
2> shop: no place for the configuration: HOME is not set
2> hint: set HOME, or XDG_CONFIG_HOME
? 2
$ env -u HOME shop config list --json | jq -c '.[4]'
{"key":"store","value":null,"from":"default"}

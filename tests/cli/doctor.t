# Nothing is wrong with a new store, and nobody has to log in.
$ demo
$ shop doctor
store_files	ok	0		
store	ok	0		
text_index	ok	0		
settings	ok	0		
references	ok	0		
text_rows	ok	0		
attributes	ok	0		
names	ok	0		
stock	ok	0		
ratings	ok	0		
order_totals	ok	0		
order_events	ok	0		
admins	ok	0		
user_files	ok	0		
model_server	ok	0	OLLAMA_HOST names none, and none is needed	
$ shop doctor --json | jq -c '.[0], (map(.health) | unique)'
{"check":"store_files","health":"ok","found":0,"about":"the store and its key are their owner's alone","detail":null,"advice":null}
["ok"]
$ tty shop doctor --no-color
Check        Health Found Which                                      What to do
store_files  ok         0                                            
store        ok         0                                            
text_index   ok         0                                            
settings     ok         0                                            
references   ok         0                                            
text_rows    ok         0                                            
attributes   ok         0                                            
names        ok         0                                            
stock        ok         0                                            
ratings      ok         0                                            
order_totals ok         0                                            
order_events ok         0                                            
admins       ok         0                                            
user_files   ok         0                                            
model_server ok         0 OLLAMA_HOST names none, and none is needed 
nothing found

# Each thing that is wrong is named, with what to do.
$ sqlite3 .local/share/shop/shop.db "UPDATE product SET rating_centi = 5 WHERE id IN (3, 4); UPDATE purchase SET status = 'paid' WHERE id = 1243; INSERT INTO brand (name) VALUES ('Nobody')"
$ chmod 644 .local/share/shop/shop.db
$ shop doctor | grep wrong
store_files	wrong	3	$HOME/.local/share/shop/shop.db, $HOME/.local/share/shop/shop.db-wal, $HOME/.local/share/shop/shop.db-shm	take others' rights away: chmod 600 FILE
names	wrong	1	Nobody	an export into a new store makes it anew: shop admin export, shop admin import
ratings	wrong	2	EL-0003, EL-0004	an export into a new store makes it anew: shop admin export, shop admin import
order_events	wrong	1	#1243	keep a copy of it, and go back to a backup
$ shop doctor >report
? 1
$ shop doctor --jsonl | jq -c 'select(.health != "ok") | [.check, .found, .detail]'
["store_files",3,"$HOME/.local/share/shop/shop.db, $HOME/.local/share/shop/shop.db-wal, $HOME/.local/share/shop/shop.db-shm"]
["names",1,"Nobody"]
["ratings",2,"EL-0003, EL-0004"]
["order_events",1,"#1243"]
$ chmod 600 .local/share/shop/shop.db

# The user's own files.
$ demo alice
$ chmod 644 .local/state/shop/token
$ mkdir -p .config/shop && echo 'color = never' >.config/shop/config && chmod 666 .config/shop/config
$ shop doctor | grep wrong
user_files	wrong	2	$HOME/.local/state/shop/token, $HOME/.config/shop/config	take others' rights away: chmod 600 FILE
$ chmod 600 .local/state/shop/token .config/shop/config
$ touch .local/state/shop/chat_typed.txt && chmod 640 .local/state/shop/chat_typed.txt
$ shop doctor | grep wrong
user_files	wrong	1	$HOME/.local/state/shop/chat_typed.txt	take others' rights away: chmod 600 FILE
$ chmod 600 .local/state/shop/chat_typed.txt
$ shop doctor | cut -f 2 | sort | uniq -c | tr -s ' '
 15 ok

# The model server, where one is named: what the assistant would meet there.
$ echo '{}' >script
$ model_double script -- shop doctor | tail -1
model_server	ok	0		
$ SHOP_MODEL=nonesuch model_double script -- shop doctor | tail -1
model_server	wrong	1	the server has no model 'nonesuch'	ollama pull nonesuch
$ OLLAMA_HOST=127.0.0.1:1 shop doctor | tail -1
model_server	wrong	1	no model server answers at 'http://127.0.0.1:1'	start one: ollama serve
$ OLLAMA_HOST=:1 shop doctor | tail -1
model_server	wrong	1	no model server answers at 'http://127.0.0.1:1'	start one: ollama serve
$ OLLAMA_HOST=unix:///nowhere shop doctor | tail -1
model_server	wrong	1	no model server answers at '/nowhere'	start one: ollama serve
$ OLLAMA_HOST=http://127.0.0.1:1/ shop doctor --json | jq -c '.[-1].health'
"wrong"
$ OLLAMA_HOST='no address' shop doctor | tail -1
model_server	wrong	1	'no address' is no address of a model server	write it like http://127.0.0.1:11434

# No store, or none of ours, is found too.
$ shop doctor --store nowhere.db
store	wrong	1	there is no store at 'nowhere.db'	run 'shop init' to make one, or name another with --store
user_files	ok	0		
model_server	ok	0	OLLAMA_HOST names none, and none is needed	
? 1
$ echo text >text
$ shop doctor --store text --json | jq -c '.[0]'
{"check":"store","health":"wrong","found":1,"about":"the store can be opened","detail":"'text' is not a store of shop","advice":"name another with --store or SHOP_STORE"}
$ shop doctor --store sqlite:
store	wrong	1	the store's name is empty	
user_files	ok	0		
model_server	ok	0	OLLAMA_HOST names none, and none is needed	
? 1
$ sqlite3 .local/share/shop/shop.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
$ head -c 8192 .local/share/shop/shop.db >broken.db && chmod 600 broken.db
$ shop doctor --store broken.db | cut -f 1-3 | head -2
store	wrong	1
user_files	ok	0
$ shop doctor EL-0001
2> shop: 'EL-0001' is one word too many
2> usage: shop doctor
? 2

# Nothing of what others wrote steers a terminal: C0, DEL, C1 as a byte and in UTF-8, wherever it is.
$ demo admin
$ sqlite3 .local/share/shop/shop.db "CREATE TEMP TABLE bad (t TEXT); INSERT INTO bad VALUES ('x' || char(27) || '[31m' || char(7) || char(8) || char(127) || char(155) || '2J' || char(13) || CAST(x'9B' AS TEXT) || 'y'); UPDATE purchase SET address_line = (SELECT t FROM bad), city = (SELECT t FROM bad), postal_code = (SELECT t FROM bad), country = (SELECT t FROM bad), payment_method = (SELECT t FROM bad); UPDATE order_line SET name = (SELECT t FROM bad), sku = (SELECT t FROM bad); UPDATE review SET comment = (SELECT t FROM bad), author = (SELECT t FROM bad); UPDATE customer SET name = (SELECT t FROM bad) || id; UPDATE brand SET name = (SELECT t FROM bad) || id; UPDATE category SET path = (SELECT t FROM bad) || id; UPDATE attribute SET name = (SELECT t FROM bad) || id; UPDATE attribute_value SET value = (SELECT t FROM bad) || id; UPDATE product SET name = (SELECT t FROM bad), image = (SELECT t FROM bad)"
$ cat >all <<'END'
> for command in 'order show 1234 1214' 'order track 1234' 'admin order list' 'products list' 'products show 1 5' 'products reviews 5' 'admin user list' 'admin user show 2' 'admin report sales' 'admin report stock' 'admin report customers'; do
> 	shop $command "$@" || echo "FAILED: $command"
> done
> END
$ sh all >plain; tty sh all --no-color --no-pager >screen; sh all --json >json; sh all --jsonl >jsonl
$ grep -c FAILED plain screen json jsonl
plain:0
screen:0
json:0
jsonl:0
? 1
$ LC_ALL=C grep -caP '[\x00-\x08\x0B-\x1F\x7F]|\xC2[\x80-\x9F]|(?<![\xC2-\xF4\x80-\xBF])[\x80-\xBF]' plain screen json jsonl
plain:0
screen:0
json:0
jsonl:0
? 1
$ for report in sales stock customers; do shop admin report $report --csv; done | tr -d '\r' | LC_ALL=C grep -caP '[\x00-\x08\x0B-\x1F\x7F]|\xC2[\x80-\x9F]'
0
? 1

# Nor in the messages: names of files, products, brands.
$ bad="$(printf 'x\033[31m\007\177\233\302\233y')"
$ cat >errors <<'END'
> bad="$(printf 'x\033[31m\007\177\233\302\2332Jy')"
> shop admin import "$bad"
> shop admin backup "no/$bad"
> shop admin export --output "no/$bad"
> shop admin product upload EL-0001 "$bad"
> shop products show "$bad"
> shop products list --brand "$bad"
> shop products list --category "$bad"
> shop order show "$bad"
> shop admin user show "$bad"
> shop admin report sales --since "$bad"
> shop admin report sales --by "$bad"
> shop "$bad"
> shop --store "$bad" products list
> END
$ sh errors >out 2>err; wc -l <out; grep -c '^shop: ' err
0
13
$ LC_ALL=C grep -caP '[\x00-\x08\x0B-\x1F\x7F]|\xC2[\x80-\x9F]|(?<![\xC2-\xF4\x80-\xBF])[\x80-\xBF]' err
0
? 1
$ sed 's/shop /&--json /' errors >errors-json; sh errors-json 2>err; jq -es length err >count && LC_ALL=C grep -caP '[\x00-\x08\x0B-\x1F\x7F]|\xC2[\x80-\x9F]' err
0
? 1

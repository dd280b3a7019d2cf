# What may have been meant, where nothing is called so; the exit status stays.
$ demo
$ for sku in el-0024 EL-0024x EL-00024 EL-024 EL0024 LE-0024 EM-0024; do shop products show $sku; echo $?; done 2>&1 | grep -v '^shop'
hint: did you mean 'EL-0024'?
3
hint: did you mean 'EL-0024'?
3
hint: did you mean 'EL-0024'?
3
hint: did you mean 'EL-0024'?
3
hint: did you mean 'EL-0024'?
3
hint: did you mean 'EL-0024'?
3
hint: did you mean 'EL-0024'?
3

# Another number is another product, not a typing error.
$ shop products show EL-9024
2> shop: there is no product 'EL-9024'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop products show EL-0024x --json
2> {"error":{"code":"not_found","message":"there is no product 'EL-0024x'","hint":"did you mean 'EL-0024'?","exit":3}}
? 3
$ shop products list --brand Tarvoxx
2> shop: this store has no brand 'Tarvoxx'
2> hint: did you mean 'Tarvoxa'?
? 2
$ shop products list --category Wearbles
2> shop: this store has no category 'Wearbles'
2> hint: did you mean 'Electronics/Wearables'?
? 2

# Also for who orders.
$ demo alice
$ shop order add EL-0005x --address '1 Main St, Springfield, 12345, USA'
2> shop: there is no product 'EL-0005x'
2> hint: did you mean 'EL-0005'?
? 3

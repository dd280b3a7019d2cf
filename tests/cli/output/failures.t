# What cannot be written is an error; a closed pipe is the end, and a quiet one.

$ demo alice
$ shop products list >/dev/full
2> shop: cannot write the output: No space left on device
? 1
$ shop products list --json >/dev/full
2> {"error":{"code":"io_error","message":"cannot write the output: No space left on device","hint":null,"exit":1}}
? 1
$ shop products show 1 >/dev/full
2> shop: cannot write the output: No space left on device
? 1
$ shop whoami >/dev/full
2> shop: cannot write the output: No space left on device
? 1
$ shop --help >/dev/full
2> shop: cannot write the output
? 1
$ shop help >/dev/full
2> shop: cannot write the output: No space left on device
? 1
$ shop --version >/dev/full
2> shop: cannot write the output
? 1
$ shop completion bash >/dev/full
2> shop: cannot write the output: No space left on device
? 1
$ shop products list --jsonl | head -1 | jq -r .sku
EL-0001
$ { shop products list --jsonl; echo $? >status; } | true
$ cat status
141

# stdout is empty when a command fails.
$ shop products show 1 nowhere 2>/dev/null
? 3
$ shop products list --brand nobody --json 2>/dev/null
? 2

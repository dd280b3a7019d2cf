# A language model phrases the reply; it is shown as it comes, and what is not so is taken back.

$ demo alice
$ cat >lies <<'END'
> {"rules": [{"when": "smartwatch", "reply": "The cheapest is the Stride Smartwatch Lite, at $49.90. It flies to the moon for $12.34. Anything else?", "line_ms": 5}]}
> END
$ model_double lies -- shop chat --engine ollama --json 'cheapest smartwatch?' | jq -c '[.engine, (.reply | contains("12.34")), (.reply | contains("$49.90")), (.products | map(.sku))]'
["ollama",false,true,["EL-0005"]]

# Without a terminal: the reply when it is complete, or events.
$ model_double lies -- shop chat --engine ollama 'cheapest smartwatch?' >said
$ grep -c 'The cheapest smartwatch is Stride Smartwatch Lite, at $49.90' said
1
$ grep -c 12.34 said
0
? 1
$ model_double lies -- shop chat --engine ollama --jsonl 'cheapest smartwatch?' >events
$ jq -r .event events | sort -u
answer
retract
text
$ jq -s '.[-1].reply == reduce .[] as $e (""; if $e.event == "text" then . + $e.text elif $e.event == "retract" then .[:length - ($e.text | length)] else . end)' events
true

# On a terminal it is wrapped, and each word stands there once.
$ cat >long <<'END'
> {"rules": [{"reply": "The cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, rated 3.25 (4 reviews).", "line_ms": 5}]}
> END
$ COLUMNS=40 model_double long -- tty shop chat --engine ollama 'cheapest smartwatch?' | sed 's/.*\x1b\[K//' | head -n 3
The cheapest smartwatch is Stride
Smartwatch Lite, at $49.90, 32 in stock,
rated 3.25 (4 reviews).

# Ctrl-C stops a reply and not the conversation. What had been said by then is kept.
$ cat >slow <<'END'
> {"rules": [{"when": "smartwatch", "reply": "The cheapest is the Stride Smartwatch Lite, at $49.90. And now for something that takes its time: one two three four five six seven eight nine ten.", "line_ms": 150}, {"when": "shirt", "headers_ms": 1500, "reply": "late"}]}
> END
$ (sleep 0.5; printf 'cheapest smartwatch?\n'; sleep 3.2; printf '\003'; sleep 0.5; printf '/engine builtin\nhello\n/quit\n') | model_double slow -- tty shop chat --engine ollama --new --no-color >said; grep -oE '^stopped|^Hello! Ask me' said
stopped
Hello! Ask me
$ shop chat history --limit 3 --jsonl | jq -r '[.role, .engine, (.text | startswith("The cheapest is the Stride Smartwatch Lite, at $49.90."))] | @tsv'
assistant	ollama	true
user		false
assistant	builtin	false

# A server that fails in the middle: a note stands on a line of its own, and the reply gives way.
$ cat >breaks <<'END'
> {"rules": [{"reply": "The cheapest is the Stride Smartwatch Lite, at $49.90. And what is more, it", "line_ms": 5, "error": "it stopped", "error_after": 14}]}
> END
$ model_double breaks -- tty shop chat --engine auto --no-color 'cheapest smartwatch?' | grep -E '^(shop:|\[taken|The cheapest smartwatch)'
shop: answering without a model: the model server failed: it stopped
[taken back: "The cheapest is the Stride Smartwatch Lite, at $49.90."]
The cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, rated

# While it thinks, something moves, and nothing of that is left.
$ model_double slow -- tty shop chat --engine ollama 'cheapest shirt?' >said; grep -c '▣' typescript
1
$ sed 's/.*\x1b\[K//' said | grep -c '▣'
0
? 1

# No server: auto says so and answers, ollama fails.
$ export OLLAMA_HOST=127.0.0.1:1; shop chat --engine auto hello
Hello! Ask me about products, your orders, or the shop's rules.
2> shop: answering without a model: no model server answers at 'http://127.0.0.1:1'
$ export OLLAMA_HOST=127.0.0.1:1; shop chat --engine auto --quiet hello
Hello! Ask me about products, your orders, or the shop's rules.
$ export OLLAMA_HOST=127.0.0.1:1; shop chat --engine auto --jsonl hello | jq -r .event
note
text
answer
$ export OLLAMA_HOST=127.0.0.1:1; shop chat --engine ollama hello
2> shop: no model server answers at 'http://127.0.0.1:1'
2> hint: start one: ollama serve
? 7

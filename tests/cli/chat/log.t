# Many at a time: every exchange is in the store and in the log, whole.

$ demo alice
$ long=$(head -c 3000 /dev/zero | tr '\0' x); for i in $(seq 32); do shop chat save --message "question $i" --reply "answer $i $long" & done; wait
$ log=.local/state/shop/chat_response.txt; grep -c '^2026-11-22T10:00:00Z conversation [0-9]*$' $log
32
$ awk 'BEGIN { RS = ""; FS = "\n" } { split($2, q, " "); split($3, a, " "); if (NF == 3 && q[1] == "question:" && a[1] == "answer:" && q[3] == a[3] && length(a[4]) == 3000) n++ } END { print n, NR }' .local/state/shop/chat_response.txt
32 32
$ shop chat history --search question --jsonl | jq -r .text | sort -u | wc -l
32
$ shop chat history --jsonl | jq -r .role | uniq -c | sort -u | wc -l
2
$ stat -c %a .local/state/shop/chat_response.txt
600

# A log that cannot be written is warned of; the exchange is saved all the same.
$ rm .local/state/shop/chat_response.txt; mkdir .local/state/shop/chat_response.txt
$ shop chat save --message a --reply b
2> shop: warning: cannot write '$HOME/.local/state/shop/chat_response.txt': Is a directory
$ shop chat history --limit 1 | cut -f 4
b

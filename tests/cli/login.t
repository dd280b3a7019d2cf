$ demo
$ shop whoami
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ echo demo-alice-pass | shop login alice@example.com --password-stdin
$ shop whoami --json | jq -r .email
alice@example.com
$ stat -c %a .local/state/shop/token
600

# Without a newline, and with the line ending of another system.
$ printf demo-alice-pass | shop login ALICE@example.com --password-stdin >/dev/null && echo in
in
$ printf 'demo-alice-pass\r\n' | shop login alice@example.com --password-stdin >/dev/null && echo in
in

# As JSON: who, and until when; the token itself stays in its file.
$ echo demo-bob-pass | shop login --json bob@example.com --password-stdin | jq 'del(.expires_at)'
{
  "id": 3,
  "email": "bob@example.com",
  "name": "Bob Lindgren",
  "role": "customer",
  "scope": "full"
}

# A wrong password and a wrong address get the same answer, and the old login stays.
$ echo wrong-password | shop login alice@example.com --password-stdin
2> shop: the e-mail address or password is wrong
2> hint: try again, or run 'shop register' if you have no account
? 4
$ echo wrong-password | shop login nobody@example.com --password-stdin
2> shop: the e-mail address or password is wrong
2> hint: try again, or run 'shop register' if you have no account
? 4
$ echo wrong-password | shop login --json alice@example.com --password-stdin
2> {"error":{"code":"not_logged_in","message":"the e-mail address or password is wrong","hint":"try again, or run 'shop register' if you have no account","exit":4}}
? 4
$ shop whoami --json | jq -r .email
bob@example.com

# Guessing is slowed down, also for who knows the password then.
$ for i in 1 2 3; do echo wrong | shop login alice@example.com --password-stdin 2>/dev/null; done
? 4
$ echo demo-alice-pass | shop login alice@example.com --password-stdin
2> shop: too many failed logins
2> hint: try again in [..] seconds
? 4
$ echo demo-carol-pass | shop login carol@example.com --password-stdin >/dev/null && echo in
in

# No password in an argument, and none asked for where nobody can answer.
$ shop login alice@example.com demo-alice-pass
2> shop: 'demo-alice-pass' is one word too many
2> usage: shop login [OPTIONS] [EMAIL]
? 2
$ shop login --password=demo-alice-pass alice@example.com
2> shop: there is no option '--password' here
2> hint: did you mean '--password-stdin'?
2> usage: shop login [OPTIONS] [EMAIL]
? 2
$ shop login --no-input alice@example.com
2> shop: missing --password-stdin
2> hint: the password is read from standard input, or asked for on a terminal; never give it as an argument
? 2
$ shop login alice@example.com
2> shop: missing --password-stdin
2> hint: the password is read from standard input, or asked for on a terminal; never give it as an argument
? 2

# On a terminal the password is asked for, and not shown.
$ { until grep -q Password typescript; do sleep 0.1; done; echo demo-bob-pass; } 2>/dev/null |
> tty shop login bob@example.com
Password: 
logged in as bob@example.com

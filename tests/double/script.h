/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * A script is one JSON object. Everything in it may be left out.
 *
 *   "version"   "0.33.0": what /api/version says; also decides the older forms of answers
 *   "era"       what becomes of a prompt that is too long: "2048-silent", "4096-silent", "half" or
 *               "native-400" (the default)
 *   "face"      "ollama" (the default), or "openai": nothing but /v1
 *   "key"       bearer token that every request must bring, else 401
 *   "strict"    true: roles must alternate, else the template's error
 *   "load_ms"   how long loading a model takes
 *   "models"    [{"name", "capabilities": ["completion", …], "context": 32768}]; without it the
 *               usual model that can only complete, "tools:latest", "thinker:latest" and
 *               "embedder:latest"
 *   "rules"     the first that fits answers a request; without one: "Hello, <b>you</b> & me"
 *
 * A rule fits by all of these that it has:
 *   "path"      "/api/show" …; "any"; without it: a request for a reply, whatever the path
 *   "when"      a text in the last message (or prompt)
 *   "nth"       the n-th request for a reply (1 is the first; loading does not count)
 *   "model"     the model asked for
 *   "times"     the rule is used up after so many
 * and says what to answer:
 *   "reply"     the text, sent word by word; "tokens": [..] the very pieces; "words": N words;
 *               "big": N bytes in one line; "echo": ["FROM", "TO"] what stands between the two in
 *               the last message
 *   "thinking"  text before it, for models that think
 *   "calls"     [{"name", "arguments", "id"?, "index"?}], in the form of "shape": "line" (all in
 *               one line before the last), "each" (one line each), "final" (in the last line)
 *   "reason"    done_reason; "tail": pieces after the calls
 *   "lines"     lines sent as they stand instead of all this ("hex:…" for any bytes)
 * or how to fail:
 *   "error"     text; before the first line, or after "error_after" lines. With "status".
 *   "status", "body", "type", "headers": {"NAME": "VALUE"}: the whole answer as it stands
 *   "fault"     "silence" (no answer), "stall" (after "fault_after" lines, default 1), "reset"
 *               (before the head), "reset-mid" (in a line after "fault_after"), "reset-done",
 *               "fin" (no last chunk), "hang" (nor an end), "fin-mid" (in a line), "no-done", "continue" (a 100
 *               before the head)
 * and how it comes:
 *   "headers_ms", "first_ms", "line_ms"  delays before the head, the first line, each other line
 *   "per_chunk"  lines in a chunk (1); "chunk": bytes in a chunk, whatever the lines are;
 *   "split_at"  every line in two chunks, parted after so many bytes
 *   "write"     bytes in a write (all); "no_newline": true: not after the last line
 *
 * The log (--log) has one JSON object a line for every request: "number", "connection", "at_ms",
 * "method", "path", "headers", "body", "rule" (its place), "status", "lines" sent, "ended_ms", "closed_ms"
 * (when the client went away before the end, else null); for replies also "prompt_tokens",
 * "dropped" (messages), "cut" (tokens), "common" (tokens shared with the request before),
 * "evaluated" and "reloads" (of the model so far).
 */

#include <jansson.h>
#include <stdbool.h>

/* The script at path (NULL: an empty one), checked. Ends the program with a message if it is
 * wrong. */
json_t *script_load(const char *path);

/* The model by that name, as the script has it; NULL: not there. */
const json_t *script_model(const json_t *script, const char *name);
bool script_can(const json_t *model, const char *capability);
/* Whether the server is at least of that version. */
bool script_since(const json_t *script, const char *version);
const char *script_text(const json_t *script, const char *key, const char *otherwise);
const char *script_version(const json_t *script);

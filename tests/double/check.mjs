// SPDX-License-Identifier: MIT
// Lets Ollama's own JavaScript client judge the double: node check.mjs MODULE URL, with check.json as
// the double's script. Prints what is not as it should be and exits with 1 then.
import { pathToFileURL } from 'node:url';

const [, , module, host] = process.argv;
const { Ollama } = await import(pathToFileURL(module).href);
const client = new Ollama({ host });
const model = 'hf.co/souvik2132/Mistral_support:Q4_K_M';
let failures = 0;

function equal(name, got, want) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(want)];
  if (a === b) return;
  failures++;
  console.log(`${name}: ${a} instead of ${b}`);
}

// The error that a call ends with, as "NAME STATUS TEXT".
async function refusal(call) {
  try {
    return `no error: ${JSON.stringify(await call())}`;
  } catch (e) {
    return [e.name, e.status_code, e.message].filter((part) => part !== undefined).join(' ');
  }
}

const ask = (content, more = {}) =>
  client.chat({ model, messages: [{ role: 'user', content }], stream: true, ...more });

async function gather(stream) {
  const seen = { text: '', pieces: 0, calls: [] };
  for await (const part of await stream) {
    seen.text += part.message.content;
    seen.pieces++;
    seen.calls.push(...(part.message.tool_calls ?? []));
    seen.last = part;
  }
  return seen;
}

equal('version', await client.version(), { version: '0.33.0' });
equal('list', (await client.list()).models.map((m) => m.name)[0], model);
equal('nothing is loaded', (await client.ps()).models, []);

const shown = await client.show({ model });
equal('show', [shown.capabilities, shown.model_info['llama.context_length']], [['completion'], 32768]);
equal('show what is not there', await refusal(() => client.show({ model: 'nope' })),
  "ResponseError 404 model 'nope' not found");

const whole = await client.chat({ model, messages: [{ role: 'user', content: 'x' }] });
equal('whole', [whole.message.content, whole.done, whole.done_reason],
  ['Hello, <b>you</b> & me', true, 'stop']);
equal('loaded', (await client.ps()).models[0].context_length, 4096);
equal('load', (await client.chat({ model })).done_reason, 'load');

const streamed = await gather(ask('stream'));
equal('stream', [streamed.text, streamed.pieces, streamed.last.done_reason],
  ['Hi a<b>&\u2028\ufffd €ü', 3, 'stop']);
equal('counters', typeof streamed.last.total_duration, 'number');

for (const shape of ['line', 'each', 'final']) {
  const called = await gather(ask(`tool ${shape}`));
  equal(`calls, ${shape}`, called.calls.map((c) => [c.id, c.function.name, c.function.arguments]), [
    ['call_1', 'search_products', { query: 'red mug', max_price: 20 }],
    ['call_2', 'search_products', {}],
  ]);
}
equal('cut into bytes', (await gather(ask('bytes'))).text, 'a € b');
equal('error in the stream', await refusal(() => gather(ask('mid'))), 'Error it stopped');
equal('error at once', await refusal(() => gather(ask('early'))), 'ResponseError 400 said no');
equal('no end', await refusal(() => gather(ask('nodone'))),
  'Error Did not receive done or success response in stream.');
equal('no tools', await refusal(() => gather(ask('x', { tools: [{ type: 'function' }] }))),
  `ResponseError 400 ${model} does not support tools`);
equal('no model', await refusal(() => client.chat({ model: 'nope', messages: [{ role: 'user', content: 'x' }] })),
  "ResponseError 404 model 'nope' not found");
equal('embed', (await client.embed({ model, input: 'x' })).embeddings[0].slice(0, 3), [1e-9, 0, -0.037037037]);

let progress = 0;
let last;
for await (const part of await client.pull({ model, stream: true })) {
  progress++;
  last = part;
}
equal('pull', [progress, last], [6, { status: 'success' }]);

const slow = await ask('slow');
setTimeout(() => slow.abort(), 150);
equal('abort', (await refusal(() => gather(slow))).split(' ')[0], 'AbortError');
equal('refused', await refusal(() => new Ollama({ host: '127.0.0.1:1' }).version()), 'TypeError fetch failed');
process.exit(failures > 0 ? 1 : 0);

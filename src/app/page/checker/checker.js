// Checks the file that stands in the same page, line by line. It stands alone: no library, no network, nothing but what is written here.
'use strict';

const K = [];
const start = [];
for (let n = 2; K.length < 64; n += 1) {
  let isPrime = true;
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) isPrime = false;
  if (!isPrime) continue;
  // The first 32 bits of the fraction of the root (FIPS 180-4).
  const bits = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  if (start.length < 8) start.push(bits(Math.sqrt(n)));
  K.push(bits(Math.cbrt(n)));
}

/** SHA-256 that can be asked for its value on the way. */
function sha256() {
  let state = start.slice();
  let rest = new Uint8Array(0);
  let length = 0;
  const w = new Int32Array(64);

  function block(into, bytes, at) {
    for (let i = 0; i < 16; i += 1) {
      const p = at + i * 4;
      w[i] = (bytes[p] << 24) | (bytes[p + 1] << 16) | (bytes[p + 2] << 8) | bytes[p + 3];
    }
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    for (let i = 16; i < 64; i += 1) {
      const [a, b] = [w[i - 15], w[i - 2]];
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = into;
    for (let i = 0; i < 64; i += 1) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(t1 + t2) | 0, a, b, c, (d + t1) | 0, e, f, g];
    }
    return [a, b, c, d, e, f, g, h].map((x, i) => (x + into[i]) | 0);
  }

  return {
    add(text) {
      const more = new TextEncoder().encode(text);
      length += more.length;
      const all = new Uint8Array(rest.length + more.length);
      all.set(rest);
      all.set(more, rest.length);
      let at = 0;
      for (; at + 64 <= all.length; at += 64) state = block(state, all, at);
      rest = all.slice(at);
    },
    hex() {
      const end = new Uint8Array(rest.length < 56 ? 64 : 128);
      end.set(rest);
      end[rest.length] = 0x80;
      const view = new DataView(end.buffer);
      view.setUint32(end.length - 8, Math.floor(length / 2 ** 29));
      view.setUint32(end.length - 4, (length * 8) % 2 ** 32);
      let last = state;
      for (let at = 0; at < end.length; at += 64) last = block(last, end, at);
      return last.map((x) => (x >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

function hashOf(text) {
  const hash = sha256();
  hash.add(text);
  return hash.hex();
}

/** JSON by RFC 8785: sorted names, no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** The event as the log stores it, from its line. */
function eventOf(line) {
  const [, , world, by] = line.source.split('/');
  const event = {
    world,
    position: line.position,
    id: line.id,
    kind: line.kind,
    type: line.type,
    version: line.messageversion,
    topic: line.topic,
    tags: line.data.tags,
    data: line.data.message,
    at: Date.parse(line.time),
    by,
    external: line.external,
    causationId: line.causationid ?? null,
    correlationId: line.correlationid,
  };
  if (line.answers !== undefined) event.answers = line.answers;
  if (line.data.basis !== undefined) event.basis = line.data.basis;
  return event;
}

/** Reads all lines; throws words about the first bad one. */
function check(text) {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error('the file ends in the middle of a line');
  const chain = sha256();
  const counts = { events: 0, commits: 0, texts: 0, readers: 0 };
  const found = { number: 0, counts, events: [], header: null, seal: null };
  let open = null;
  let position = 0;
  let previous = '0'.repeat(64);

  function close() {
    if (!open) return;
    const { events, line } = open;
    if (events.length !== line.events)
      throw new Error(`the commit at ${line.first} has ${line.events} events, not ${events.length}`);
    if (found.header.format === 'common-ground-world') {
      if (line.first !== position + 1) throw new Error(`position ${position + 1} is missing`);
      if (line.previous !== previous) throw new Error('the commit does not follow the one before it');
    }
    if (hashOf(`${line.previous}\n${canonical(events)}`) !== line.hash)
      throw new Error(`the content at ${line.first} does not have the hash it was sealed with`);
    position = line.first + events.length - 1;
    previous = line.hash;
    open = null;
  }

  for (const written of lines) {
    found.number += 1;
    if (found.seal) throw new Error('something follows the seal, which was the end');
    const before = chain.hex();
    const end = /,"check":"([0-9a-f]{16})"\}$/.exec(written);
    if (!end) throw new Error('the line has no check');
    chain.add(written.slice(0, end.index));
    if (chain.hex().slice(0, 16) !== end[1]) throw new Error('the line, or one before it, was changed');
    chain.add(`${end[0]}\n`);
    const line = JSON.parse(written);
    if (found.number === 1) {
      if (line.line !== 'header') throw new Error('the file does not begin with its header');
      found.header = line;
    } else if (line.specversion) {
      if (!open) throw new Error('an event stands outside every commit');
      const event = eventOf(line);
      if (event.position !== open.line.first + open.events.length)
        throw new Error(`it says it is at position ${event.position}`);
      open.events.push(event);
      found.events.push(event);
      counts.events += 1;
    } else if (line.line === 'commit') {
      close();
      open = { line, events: [] };
      counts.commits += 1;
    } else if (line.line === 'text') {
      if (hashOf(line.salt + line.text) !== line.ref) throw new Error('the text is not the one it was sealed with');
      counts.texts += 1;
    } else if (line.line === 'reader') {
      close();
      counts.readers += 1;
    } else if (line.line === 'seal') {
      close();
      for (const name of Object.keys(counts))
        if (line[name] !== counts[name])
          throw new Error(`the seal counts ${line[name]} ${name}, there are ${counts[name]}`);
      if (line.sha256 !== before) throw new Error('the seal is not that of the lines before it');
      if (found.header.format === 'common-ground-world' && line.headhash !== previous)
        throw new Error('the seal names another last commit');
      found.seal = line;
    } else throw new Error('nobody knows this kind of line');
  }
  if (!found.seal) throw new Error('the seal is missing: the file was cut off');
  return found;
}

/** Everything is put on the page as text. */
function say(id, text, state) {
  const place = document.getElementById(id);
  place.textContent = text;
  if (state) place.dataset.state = state;
}

const mostShown = 2000;
try {
  const { header, seal, counts, events } = check(document.getElementById('lines').textContent);
  const what = header.format === 'common-ground-story' ? `one story of “${header.name}”` : `the world “${header.name}”`;
  say(
    'result',
    `✓ It hangs together: ${what}, ${counts.events} events in ${counts.commits} commits, ${counts.texts} texts.`,
    'intact',
  );
  say('seal', `Seal of position ${seal.head}: ${seal.headhash}`);
  const list = document.getElementById('events');
  for (const event of events.slice(0, mostShown)) {
    const row = list.appendChild(document.createElement('li'));
    const told = `${event.position}  ${new Date(event.at).toISOString().slice(0, 19).replace('T', ' ')}  ${event.by}: ${event.type}`;
    row.appendChild(document.createElement('b')).textContent = told;
    row.appendChild(document.createElement('pre')).textContent = JSON.stringify(event.data, null, 1);
  }
  if (events.length > mostShown) say('more', `and ${events.length - mostShown} more, which were checked, too.`);
} catch (error) {
  const lines = document.getElementById('lines').textContent.split('\n');
  say(
    'result',
    `✕ It does not hang together: ${error.message}. The file has ${lines.length - 1} lines; nothing after the bad one was checked.`,
    'bad',
  );
}

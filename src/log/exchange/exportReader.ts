import type { EventId, Ref, WorldEvent } from '../../contracts';
import { canonicalJson, caps } from '../../kernel';
import { genesis } from '../Commit';
import { hashOfText } from '../sealCommit';
import { sideIsIntact } from '../sealSide';
import { faultOfEvent, refsOf } from '../verify';
import { eventOf } from './cloudEvent';
import { type CommitLine, type EventLine, type ExportLine, type HeaderLine, type TextLine } from './exportLines';
import { lineChain } from './lineChain';
import type { ExportedCommit, ExportPart, ExportReport } from './ExportReport';
import { readLine } from './readLine';

type Found = { readonly parts: readonly ExportPart[] } | { readonly because: string; readonly line?: number };

interface OpenCommit {
  /** The line its boundary stood on. */
  readonly line: number;
  readonly boundary: CommitLine;
  readonly events: WorldEvent[];
  readonly texts: TextLine[];
  /** The canonical JSON of its events, when all of them have come. */
  text: string;
}

/** Follows an export line by line and knows what may come next. `parseExport` is the way to use it. */
export function exportReader() {
  const chain = lineChain();
  const ids = new Set<EventId>();
  /** Every ref an event holds, and whether its text has come. */
  const refs = new Map<Ref, boolean>();
  const readers = new Set<string>();
  let number = 0;
  let header: HeaderLine | null = null;
  let position = 0;
  let hash = genesis;
  let commits = 0;
  let texts = 0;
  let open: OpenCommit | null = null;
  let sealed = false;

  /** What is wrong, or the parts that are proven now. */
  function read(text: string): Found {
    number += 1;
    if (sealed) return { because: 'something follows the seal, which was the end' };
    // The seal is the hash of what stands before it; a line that only speaks of one costs a hash too many.
    const before = text.includes('"line":"seal"') ? chain.sha256() : '';
    const body = chain.read(text);
    if (body === null) return { because: brokenChain(text, number) };
    const line = readLine(body);
    if ('because' in line) return line;
    return take(line.line, before);
  }

  function take(line: ExportLine, before: string): Found {
    if (header === null) {
      if (!('line' in line) || line.line !== 'header') return { because: 'an export begins with its header' };
      header = line;
      return { parts: [{ header }] };
    }
    if (open && open.events.length < open.boundary.events) {
      if ('specversion' in line) return event(open, line);
      return { because: `position ${position + 1} is missing: the commit has ${open.boundary.events} events` };
    }
    if ('specversion' in line) return { because: 'an event stands outside every commit' };
    switch (line.line) {
      case 'header':
        return { because: 'there is a second header' };
      case 'commit':
        return readers.size > 0 ? { because: 'a commit stands behind the readers' } : commit(line);
      case 'text':
        return open ? sideText(open, line) : { because: 'a text stands outside every commit' };
      case 'reader':
        if (readers.has(line.reader)) return { because: `reader "${line.reader}" is there already` };
        if (readers.size >= caps.export.readers)
          return { because: `there are more than ${caps.export.readers} readers` };
        readers.add(line.reader);
        return { parts: [...closed(), { reader: line }] };
      case 'seal': {
        const { events, head, headhash, sha256 } = line;
        if (sha256 !== before) return { because: 'the seal is not that of the lines before it' };
        const counts = [events, head, line.commits, line.texts, line.readers];
        const found = [position, position, commits, texts, readers.size];
        if (counts.join() !== found.join() || headhash !== hash) {
          return {
            because: `the seal says ${counts.join(', ')} and head ${headhash}, found ${found.join(', ')} and ${hash}`,
          };
        }
        sealed = true;
        return { parts: closed() };
      }
    }
  }

  function commit(boundary: CommitLine): Found {
    if (boundary.first !== position + 1) {
      return { because: `position ${position + 1} is missing; the next commit begins at ${boundary.first}` };
    }
    if (boundary.previous !== hash) return { because: 'the commit does not follow the one before it' };
    if (position + boundary.events > caps.export.events)
      return { because: `there are more than ${caps.export.events} events` };
    const parts = closed();
    open = { line: number, boundary, events: [], texts: [], text: '' };
    commits += 1;
    return { parts };
  }

  function event(commitOf: OpenCommit, line: EventLine): Found {
    const { line: boundaryLine, boundary, events } = commitOf;
    const read = eventOf(line);
    const because = faultOfEvent(read, position + 1);
    if (because) return { because };
    if (line.subject !== read.tags[0]) return { because: 'its subject is not its first tag' };
    if (ids.has(read.id)) return { because: `event "${read.id}" is there already` };
    ids.add(read.id);
    for (const ref of refsOf(read)) if (!refs.has(ref)) refs.set(ref, false);
    events.push(read);
    position += 1;
    if (events.length < boundary.events) return { parts: [] };
    commitOf.text = canonicalJson(events);
    if (hashOfText(hash, commitOf.text) !== boundary.hash) {
      return {
        line: boundaryLine,
        because: `the events up to line ${number} do not have the hash this commit was sealed with`,
      };
    }
    hash = boundary.hash;
    return { parts: [] };
  }

  function sideText({ texts: kept }: OpenCommit, line: TextLine): Found {
    if (refs.get(line.ref) === undefined) return { because: 'no event refers to this text' };
    if (refs.get(line.ref) === true) return { because: 'this text is there already' };
    if (!sideIsIntact(line)) return { because: 'the text is not the one its ref was made of' };
    refs.set(line.ref, true);
    texts += 1;
    kept.push(line);
    return { parts: [] };
  }

  function closed(): ExportPart[] {
    if (!open) return [];
    const { boundary, events, texts: ofCommit, text } = open;
    const { first, previous, hash: own } = boundary;
    const whole: ExportedCommit = { first, previous, hash: own, events, text, texts: ofCommit };
    open = null;
    return [{ commit: whole }];
  }

  return {
    read,
    /** What is still missing when the lines end; null when nothing is. */
    unfinished: () => (sealed ? null : 'the file ends here without its seal: it is cut off'),
    report: (): Omit<ExportReport, 'intact' | 'badLine' | 'because'> => ({
      header,
      events: position,
      commits,
      texts,
      erased: refs.size - texts,
      head: { position, hash },
    }),
  };
}

function brokenChain(text: string, number: number): string {
  if (text.endsWith('\r')) return 'its line ending was changed (CR LF): use the file as it was saved';
  if (!text.startsWith('{')) return 'this is no line of an export';
  return number === 1
    ? 'its check does not fit: the line was changed, or this is no export of Common Ground'
    : 'its check does not fit: the line was changed, or it does not belong behind the line before it';
}

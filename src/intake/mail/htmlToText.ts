import { decodeEntities } from './entities';
import { newLines } from './newLines';

// Their contents are not words for a person.
const unseen = new Set(['script', 'style', 'title', 'iframe', 'noembed', 'noframes', 'xmp']);

/**
 * The words of an HTML mail as plain text: no tag, no script, no style, no address survives. Paragraphs, list points and quotes
 * (as `> `) keep their lines. What a page would hide is shown: a person reads the same words as an assistant. One pass over the
 * input, whatever it holds. The result is text and has to be shown as text: `&lt;b&gt;` comes out as `<b>`.
 */
export function htmlToText(html: string): string {
  const lines = newLines();
  const tag = /<(\/?)([A-Za-z][^\s/>]*)/y;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open !== at) lines.write(decodeEntities(html.slice(at, open < 0 ? html.length : open)));
    if (open < 0) break;
    tag.lastIndex = at = open;
    const [start, slash, written] = tag.exec(html) ?? [];
    if (start !== undefined && written !== undefined) {
      const name = written.toLowerCase();
      at = endOfTag(html, at + start.length);
      if (slash === '/') lines.close(name);
      else {
        lines.open(name);
        if (unseen.has(name)) at = endOfUnseen(html, at, name);
      }
    } else if (html.startsWith('<!--', at)) {
      at = after(html, '-->', at + 2);
    } else if (html.startsWith('<!', at) || html.startsWith('<?', at)) {
      at = after(html, '>', at);
    } else {
      lines.write('<');
      at += 1;
    }
  }
  return lines.end();
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

/** Behind the `>` of a tag; one inside a quoted value does not count, as in a browser. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  let valueNext = false;
  for (let at = from; at < html.length; at++) {
    const char = html.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') return at + 1;
    else if (char === '=') valueNext = true;
    else if (valueNext && (char === '"' || char === "'")) {
      quote = char;
      valueNext = false;
    } else if (char.trim() !== '') valueNext = false;
  }
  return html.length;
}

function endOfUnseen(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  return found ? endOfTag(html, found.index + found[0].length) : html.length;
}

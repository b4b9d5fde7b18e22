import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEntities } from './entities';
import { htmlToText } from './htmlToText';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const folded = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

describe('htmlToText', () => {
  test('[HTML1] tags, comments and addresses go, words stay', () => {
    expect(
      htmlToText('<!DOCTYPE html><!-- a > b --><p class="x">Send <b>it</b> <a href="https://x.example">back</a></p>'),
    ).toBe('Send it back');
  });

  test.each([
    ['<script>alert(1)</script>after', 'after'],
    ['<SCRIPT src=x>a<b</SCRIPT >after', 'after'],
    ['<script><!-- </script >after', 'after'],
    ['<style>p{}</style><title>t</title>after', 'after'],
    ['<img src="x" onerror="a(\'>\')">after', 'after'],
    ["<svg/onload=a(1) title='>'>after", 'after'],
    ['before<script>never closed', 'before'],
    ['before<!-- never closed', 'before'],
    ['before<img src="never closed', 'before'],
  ])('[HTML2] %s leaves only its words', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  test('[HTML3] paragraphs, list points, rows, line breaks and quotes keep their lines', () => {
    expect(htmlToText('<p>a</p><p>b<br>c</p><ul><li>d<li>e</ul><table><tr><td>f<td>g</tr></table>')).toBe(
      'a\n\nb\nc\n\n- d\n- e\n\nf g',
    );
    expect(htmlToText('new<blockquote><p>old</p><p>older</p><blockquote>first</blockquote></blockquote>end')).toBe(
      'new\n\n> old\n>\n> older\n>\n> > first\n\nend',
    );
    expect(htmlToText('<pre>a\n  b</pre>')).toBe('a\n  b');
  });

  test('[HTML3] a sign that is no tag stays: hearts, comparisons, arrows', () => {
    expect(htmlToText('I <3 mugs, 2 < 3, </3')).toBe('I <3 mugs, 2 < 3, </3');
  });

  test('[HTML4] entities are read once, unknown ones stay as written', () => {
    expect(htmlToText('&lt;b&gt; &amp;lt; &euro;&#8364;&#x20ac;&#128; &nosuch; &eacute;')).toBe(
      '<b> &lt; €€€€ &nosuch; é',
    );
    expect(decodeEntities('&#0;&#xd800;&#1114112;')).toBe('\ufffd\ufffd\ufffd');
  });

  test('[HTML4] text that was escaped comes back as it was, white space folded', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => htmlToText(escapeText(text)) === folded(text)));
  });

  test('[HTML5] any input ends, and a tag made of known parts never comes out', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '</',
      '<b',
      '<script',
      '</script>',
      '<!--',
      '-->',
      '"',
      "'",
      '=',
      ' ',
      'x',
      '<li>',
      '<pre>',
      '&',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        expect(htmlToText(parts.join(''))).not.toMatch(/<b [^<>]*>|<script>|<li>|<pre>/);
      }),
    );
  });

  test.each(['<', '<b ', '<!--', '<script>', '<blockquote>', '<a href="', '&', '</', '<pre>\n', '<p>'])(
    '[HTML5] a quarter of a megabyte of %j takes no more time than its length is worth',
    (piece) => {
      const started = performance.now();
      htmlToText(piece.repeat(Math.ceil(262_144 / piece.length)));
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );
});

// The Latin-1 names stand in the order of their code points, from 160 on.
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml ' +
  'Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const named = new Map<string, string>([
  ...latin1.split(' ').map((name, index): [string, string] => [name, String.fromCodePoint(160 + index)]),
  ...Object.entries({
    ...{ amp: '&', AMP: '&', lt: '<', LT: '<', gt: '>', GT: '>', quot: '"', QUOT: '"', apos: "'", COPY: '©', REG: '®' },
    ...{ OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ', fnof: 'ƒ', circ: 'ˆ', tilde: '˜', euro: '€' },
    ...{ ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f' },
    ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', dagger: '†' },
    ...{
      Dagger: '‡',
      bull: '•',
      hellip: '…',
      permil: '‰',
      prime: '′',
      Prime: '″',
      lsaquo: '‹',
      rsaquo: '›',
      trade: '™',
    },
    ...{ larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', minus: '−', le: '≤', ge: '≥', ne: '≠', asymp: '≈' },
    ...{ infin: '∞', radic: '√', sum: '∑', check: '✓', cross: '✗', star: '☆', starf: '★', hearts: '♥', phone: '☎' },
    ...{
      nbhy: '‑',
      NewLine: '\n',
      Tab: '\t',
      num: '#',
      dollar: '$',
      percnt: '%',
      commat: '@',
      lowbar: '_',
      hyphen: '‐',
    },
  }),
]);

// What browsers make of &#128; to &#159;: the sender meant windows-1252 (WHATWG HTML, numeric character reference end state).
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Reads character references once: `&amp;lt;` becomes `&lt;`, never `<`. A name that is not known stays as it was written. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#[xX]([0-9a-fA-F]{1,8})|#(\d{1,8})|([A-Za-z][A-Za-z0-9]{1,9}));?/g,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return named.get(name as string) ?? whole;
      return fromNumber(
        hex === undefined ? Number.parseInt(decimal as string, 10) : Number.parseInt(hex as string, 16),
      );
    },
  );
}

function fromNumber(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  if (code >= 128 && code <= 159) return windows1252.charAt(code - 128);
  return String.fromCodePoint(code);
}

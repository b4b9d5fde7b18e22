const blocks = new Set(
  (
    'address article aside body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav section tr ' +
    'p ul ol table blockquote pre'
  ).split(' '),
);
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre'.split(' '));
// A mail of nothing but <blockquote> must not grow by the square of its length.
const maxQuotes = 20;

/** Where the words of an HTML mail go: it knows which elements begin a line, and folds white space as a browser does. */
export interface Lines {
  write(text: string): void;
  open(element: string): void;
  close(element: string): void;
  end(): string;
}

/** An empty page to write lines on. */
export function newLines(): Lines {
  const done: string[] = [];
  // Pieces, joined once: asking a growing string for its last sign again and again costs the square of its length.
  let line: string[] = [];
  let quotes = 0;
  let asWritten = 0;
  // The depth of quotes at which a paragraph ended; its blank line is written when another follows.
  let gap: number | null = null;

  const push = (text: string): void => {
    if (gap !== null && done.length > 0) done.push('> '.repeat(Math.min(gap, quotes)).trimEnd());
    gap = null;
    done.push(`${'> '.repeat(quotes)}${text}`.trimEnd());
  };
  const endLine = (): void => {
    const text = line.join('');
    line = [];
    push(asWritten > 0 ? text : text.trim());
  };
  const boundary = (element: string): void => {
    if (!blocks.has(element)) return;
    if (line.length > 0) endLine();
    if (paragraphs.has(element)) gap = gap === null ? quotes : Math.min(gap, quotes);
  };
  const writeFolded = (text: string): void => {
    const folded = text.replace(/[\s\u00a0]+/g, ' ');
    const piece = line.at(-1)?.endsWith(' ') === false ? folded : folded.trimStart();
    if (piece !== '') line.push(piece);
  };
  const writeAsWritten = (text: string): void => {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) endLine();
      if (piece !== '') line.push(piece);
    }
  };

  return {
    write: (text) => (asWritten > 0 ? writeAsWritten(text) : writeFolded(text)),
    open(element) {
      boundary(element);
      if (element === 'br') endLine();
      else if (element === 'li') line = ['- '];
      else if (element === 'hr') push('---');
      else if (element === 'td' || element === 'th') writeFolded(' ');
      else if (element === 'blockquote') quotes = Math.min(maxQuotes, quotes + 1);
      else if (element === 'pre') asWritten += 1;
    },
    close(element) {
      boundary(element);
      if (element === 'blockquote') quotes = Math.max(0, quotes - 1);
      else if (element === 'pre') asWritten = Math.max(0, asWritten - 1);
    },
    end() {
      if (line.length > 0) endLine();
      return done
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
    },
  };
}

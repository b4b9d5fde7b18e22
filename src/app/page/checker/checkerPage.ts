import script from './checker.js?raw';
import style from './checker.css?raw';

/** What stands before and behind the lines of an export, to make it a page that checks itself. */
export interface CheckerPage {
  readonly before: string;
  readonly after: string;
  /** A piece of the export as it stands in the page: whatever a mail says, it is text there. */
  piece(lines: string): string;
}

/**
 * A page that checks the export it holds when it is opened, without a network. Its own policy lets nothing run but its one script, by its hash. It
 * claims no more than that the file hangs together: whoever makes such a page can make both.
 */
export async function checkerPage(): Promise<CheckerPage> {
  const policy = [
    "default-src 'none'",
    `script-src '${await integrity(script)}'`,
    `style-src '${await integrity(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const before = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>An export of Common Ground, and its check</title>
<style>${style}</style>
</head>
<body>
<h1>An export of Common Ground</h1>
<p id="result" role="status">Being checked …</p>
<p id="seal"></p>
<p>This page checks the file it holds: every line, every commit, every text and the chain between them, on this device and without a network. It does
not say who made it, nor that it is true: whoever made this page could have made both. Compare the seal with one that you noted elsewhere, and
check the file in a shop that you trust. It holds names and letters as plain text.</p>
<ol id="events"></ol>
<p id="more"></p>
<details><summary>The file</summary><pre id="lines">`;
  return { before, after: `</pre></details>\n<script>${script}</script>\n</body>\n</html>\n`, piece: escapeHtml };
}

/** Text as HTML has it: only what could begin markup or an entity is written otherwise, so it is read back byte for byte. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

async function integrity(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

import { printParseErrorCode, visit } from 'jsonc-parser';

/** Where something stands in a JSON text: keys and indexes from the outside in. */
export type JsonPath = readonly (string | number)[];

/** `orders[17].items[0].qty`, as a person would write it. */
export function pathText(path: JsonPath): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}

/** The lines on which these paths stand, counted from 1; that of the nearest thing around it when a path is not there. */
export function linesOfPaths(text: string, paths: readonly JsonPath[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const path of paths) {
    for (let length = 0; length <= path.length; length++) wanted.set(pathText(path.slice(0, length)), 0);
  }
  const note = (line: number, path: () => JsonPath) => {
    const key = pathText(path());
    if (wanted.get(key) === 0) wanted.set(key, line + 1);
  };
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line, _column, path) => note(line, path),
      onArrayBegin: (_offset, _length, line, _column, path) => note(line, path),
      onLiteralValue: (_value, _offset, _length, line, _column, path) => note(line, path),
    },
    { disallowComments: true },
  );
  const lines = new Map<string, number>();
  for (const path of paths) {
    let length = path.length;
    while (length > 0 && !wanted.get(pathText(path.slice(0, length)))) length -= 1;
    lines.set(pathText(path), wanted.get(pathText(path.slice(0, length))) ?? 1);
  }
  return lines;
}

/** Where a text stops being JSON, and what is wrong there; null when nobody can say, as in a text that is nested too deeply. */
export function jsonFault(text: string): { readonly line: number; readonly because: string } | null {
  let fault: { line: number; because: string } | null = null;
  const look = (): void =>
    void visit(
      text,
      {
        onError(code, _offset, _length, line) {
          fault ??= {
            line: line + 1,
            because: printParseErrorCode(code)
              .replace(/([a-z])([A-Z])/g, '$1 $2')
              .toLowerCase(),
          };
        },
      },
      { disallowComments: true },
    );
  try {
    look();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return fault;
}

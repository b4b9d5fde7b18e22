/** The part of papaparse that is used here. Its own types bring those of Node, which the core rooms must not see. */
declare module 'papaparse' {
  interface ParseError {
    readonly code: string;
    readonly message: string;
  }
  interface StepResult {
    readonly data: readonly string[];
    readonly errors: readonly ParseError[];
    readonly meta: { readonly cursor: number; readonly delimiter: string };
  }
  interface Papa {
    parse(
      text: string,
      options: {
        readonly delimiter?: string;
        step(result: StepResult): void;
      },
    ): void;
    unparse(
      table: { readonly fields: readonly string[]; readonly data: readonly (readonly (string | number)[])[] },
      options: { readonly escapeFormulae: boolean | RegExp; readonly newline: string },
    ): string;
  }
  const papa: Papa;
  export default papa;
}

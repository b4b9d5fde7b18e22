/** A place to go on from: in the app (an address) or in the code (a path). */
export type Pointer =
  { readonly says: string; readonly href: string } | { readonly says: string; readonly path: string };

/** Everything a lesson says. All of it is here, so that it can be said in another language. */
export interface LessonWords {
  readonly title: string;
  readonly minutes: number;
  readonly story: string;
  readonly question: string;
  readonly options: readonly [string, string, string];
  /** Which option is right: 0, 1 or 2. */
  readonly right: number;
  readonly reveal: string;
  readonly fix: string;
  readonly pointers: readonly Pointer[];
  readonly turn: string;
  readonly teacher: string;
}

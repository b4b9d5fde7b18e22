/** A JSON Schema (draft 2020-12), as zod writes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A titled part of a prompt, twice: as the text a language model reads and as the same thing in structure, for an engine that
 * works by rules. Both hold the same; neither holds more.
 */
export interface PromptSection {
  /** A stable name for rules to find it by. */
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly value: unknown;
}

/** A read-only tool the engine may ask for. */
export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  readonly args: JsonSchema;
}

/** What went to and fro since the prompt was first shown: a tool that was asked, or an answer that did not parse. */
export type Exchange =
  | { readonly kind: 'tool'; readonly tool: string; readonly args: unknown; readonly result: unknown }
  | { readonly kind: 'repair'; readonly answer: string; readonly error: string };

/** All that an engine gets. Every engine gets the same. */
export interface Prompt {
  /** Whose task it is: the agent's name. */
  readonly task: string;
  readonly system: string;
  readonly sections: readonly PromptSection[];
  readonly tools: readonly ToolSpec[];
  /** The shape of the decision that ends the turn. */
  readonly decision: JsonSchema;
  readonly exchanges: readonly Exchange[];
}

import type { AgentName, EventId, Ref, WorldEvent } from '../contracts';
import type { FieldValue } from './TimeTools';
import type { Watch } from './Watch';

/** Why a document was found: the parts of its score (they add up to it), and the words of the question that it has, too. */
export interface WhyFound {
  readonly parts: { readonly words: number; readonly meaning: number | null; readonly recency: number };
  readonly shared: readonly string[];
}

/** A prompt as a chat model is sent it, in the names of OpenAI-style interfaces. */
export interface ChatRequestView {
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[];
  readonly tools: readonly unknown[];
  readonly response_format: unknown;
}

/** A transcript as the agents write it: shown exactly, parsed only for headings. */
export interface TranscriptView {
  readonly prompt: {
    readonly system: string;
    readonly sections: readonly {
      readonly title: string;
      readonly text: string;
    }[];
  };
  /** The shopkeeper's version of who it is; 0 is the app's own. */
  readonly promptVersion: number;
  /** Null where tools and schema of the time were not kept. */
  readonly sent: ChatRequestView | null;
  /** Every question to an engine: the tokens its prompt was reckoned to have, and what the engine counted. */
  readonly asks: readonly {
    readonly reckonedTokens: number;
    readonly usage: { readonly promptTokens: number; readonly answerTokens: number } | null;
  }[];
  readonly documents: readonly {
    readonly id: string;
    readonly text: string;
    readonly score: number;
    readonly why: WhyFound | null;
  }[];
  readonly dropped: readonly {
    readonly id: string;
    readonly because: string;
    readonly tokens: number;
    readonly why: WhyFound | null;
  }[];
  /** The embedder by which documents were found; null when it was by words alone. */
  readonly embedder: string | null;
  readonly budget: { readonly tokens: number; readonly used: number };
  readonly toolCalls: readonly {
    readonly tool: string;
    readonly args: unknown;
    readonly result: unknown;
  }[];
  readonly raw: readonly string[];
  readonly decision: unknown;
  readonly ms: number;
}

/** What an agent would be told in a world. */
export interface BriefingView {
  readonly agent: AgentName;
  /** Who it is told to be. */
  readonly system: string;
  /** 0: the app's own words. Any other version stands in the world's history, whoever wrote that. */
  readonly promptVersion: number;
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  readonly proposes: readonly string[];
  /** The shop's rules and frequent questions, as this world has them. */
  readonly shelf: readonly { readonly id: string; readonly text: string }[];
  /** What this world's history makes it know, newest first, at most fifty; and how much there is in all. */
  readonly learned: readonly { readonly id: string; readonly text: string }[];
  readonly learnedInAll: number;
}

/** Something an agent was shown, beside what was true at its basis and what is true now. */
export interface BeliefView {
  readonly kind: 'lookup' | 'document';
  /** The tool and what it was asked, or the document's id. */
  readonly what: string;
  readonly fields: readonly {
    readonly path: string;
    readonly shown: FieldValue;
    readonly atBasis: FieldValue;
    readonly now: FieldValue;
  }[];
  /** `moved`: true at the basis and no longer; `missed`: not even true at the basis. */
  readonly freshness: 'fresh' | 'moved' | 'missed';
  readonly movedBy: WorldEvent | null;
}

/** A decision beside the world it was made in. */
export interface DecisionView {
  readonly trigger: WorldEvent | null;
  readonly basis: number;
  /** The position that counts as now. */
  readonly upTo: number;
  readonly beliefs: readonly BeliefView[];
  readonly proposals: readonly {
    readonly proposal: WorldEvent;
    readonly answer: WorldEvent | null;
    /** Facts that came after its basis, before it was answered, and make it stale. */
    readonly moved: readonly WorldEvent[];
  }[];
  /** What it came to know between its turn before and this one's basis, newest first. */
  readonly learned: {
    readonly since: number;
    readonly documents: readonly { readonly id: string; readonly text: string }[];
    readonly inAll: number;
  };
}

/** The parts of an agent's prompt that are the same in every turn, with these words as who it is. Tokens are reckoned without a model. */
export interface PromptPlan {
  /** The words that come with the app. */
  readonly own: string;
  readonly tools: readonly unknown[];
  readonly response_format: unknown;
  readonly tokens: { readonly system: number; readonly tools: number; readonly schema: number };
}

/** What a recorded decision would have come to under another prompt. */
export interface RerunView {
  /** Why it would have been given up; null when it came to a decision. */
  readonly failed: { readonly rule: string; readonly because: string } | null;
  readonly summary: string;
  readonly proposals: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly raw: readonly string[];
  readonly tokens: { readonly read: number; readonly written: number } | null;
}

/** A recorded decision, and what it would have come to under each of two prompts. */
export interface TrialView {
  readonly position: number;
  readonly id: EventId;
  readonly summary: string;
  readonly verdicts: readonly {
    readonly type: string;
    readonly verdict: 'accepted' | 'refused' | 'waiting';
    readonly rule: string | null;
  }[];
  readonly one: RerunView | null;
  readonly other: RerunView | null;
  /** Why it could not be thought through again. */
  readonly because: string | null;
}

/** Two versions of who an agent is, null for the app's own words, to be compared on these recorded decisions. */
export interface TrialPlanView {
  readonly agent: AgentName;
  readonly decisions: readonly EventId[];
  readonly one: string | null;
  readonly other: string | null;
  /** What they are thought through with: a model of this device; null for the rules. */
  readonly engine: { readonly engine: string; readonly model: string } | null;
}

/** What a screen can ask about the agents' work. */
export interface AgentTools {
  /** The types of events each agent is tuned in to. */
  readonly listensTo: Readonly<Record<AgentName, readonly string[]>>;
  transcript(ref: Ref): Promise<TranscriptView | null>;
  /** A decision as it looks from a position at or after it; null when there is no such decision. */
  decision(id: EventId, upTo: number): Promise<DecisionView | null>;
  /** What each agent would be told in this world, by now or as of a position. */
  briefings(upTo?: number): Promise<readonly BriefingView[]>;
  /** What stands in an agent's prompt whatever the turn is about; null for the app's own words. */
  promptPlan(agent: AgentName, system: string | null): Promise<PromptPlan>;
  /** Every decision up to a position as a line of JSON: prompt, output, verdict and rule. Counts positions. */
  exportDecisions(upTo: number, watch: Watch): Promise<{ readonly name: string; readonly file: Blob }>;
  /** Thinks recorded decisions through again under two prompts, on the same inputs; `each` hears of every one. Counts decisions. */
  tryPrompts(plan: TrialPlanView, each: (trial: TrialView) => void, watch: Watch): Promise<void>;
  /** Asks that an agent be told other words, or the app's own again (null); `from` is the version they were written over. Resolves with the proposal. */
  changePrompt(agent: AgentName, system: string | null, from: number): Promise<EventId>;
}

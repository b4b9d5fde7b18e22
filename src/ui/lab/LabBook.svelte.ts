import { createContext } from 'svelte';
import type { Bench } from './Bench.svelte';
import type { LabTools } from './LabTools';
import { Progress } from './Progress.svelte';

/** What every part of the lab's screen shares. */
export class LabBook {
  readonly progress = new Progress();
  /** Big type, nothing but the lesson. */
  presenting = $state(false);

  constructor(
    readonly tools: LabTools,
    readonly bench: Bench,
  ) {}
}

export const [useLab, provideLab] = createContext<LabBook>();

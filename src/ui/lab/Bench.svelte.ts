import type { HandFault, LabRun, Scenario } from '../../lab';
import type { LabTools } from './LabTools';
import { momentsOf } from './moments';

/** How fast a run is shown: virtual seconds per second; at 0 it is over at once. */
export const benchSpeeds = [0.1, 0.5, 1, 4, 16] as const;

/** A wait between two moments, in real milliseconds: never too short to see, never too long to bear. */
const [leastMs, mostMs] = [60, 1_400];

/** A scenario on the bench: both sides are played to the end at once, and shown up to a moment. Going back is showing less. */
export class Bench {
  readonly #lab: LabTools;
  #scenario = $state.raw<Scenario | null>(null);
  #run = $state.raw<LabRun | null>(null);
  #moments = $derived(this.#run ? momentsOf(this.#run) : []);
  #at = $state(-1);
  #playing = $state(false);
  #busy = $state(false);
  #failed = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  /** What was asked for before there was a run to do it with. */
  #wish: 'play' | 'end' | null = null;
  speed = $state<number>(1);

  constructor(lab: LabTools) {
    this.#lab = lab;
  }

  get scenario() {
    return this.#scenario;
  }
  get run() {
    return this.#run;
  }
  get playing() {
    return this.#playing;
  }
  /** A run is being worked out. */
  get busy() {
    return this.#busy;
  }
  get failed() {
    return this.#failed;
  }
  get step() {
    return this.#at + 1;
  }
  get steps() {
    return this.#moments.length;
  }
  get nowMs() {
    return this.#moments[this.#at] ?? -1;
  }
  get over() {
    return this.#run !== null && this.#at >= this.#moments.length - 1;
  }

  /** Puts a scenario on the bench and shows it from `fromMs` on; nothing has happened yet before 0. */
  async load(scenario: Scenario, fromMs = -1): Promise<void> {
    this.#stop();
    const asked = ++this.#asked;
    this.#scenario = scenario;
    this.#busy = true;
    this.#failed = null;
    try {
      const run = await this.#lab.play(scenario);
      if (asked !== this.#asked) return;
      this.#run = run;
      this.#at = fromMs < 0 ? -1 : this.#moments.findLastIndex((moment) => moment <= fromMs);
      this.#busy = false;
      const wish = this.#wish;
      this.#wish = null;
      if (wish === 'play') this.play();
      if (wish === 'end') this.toEnd();
    } catch (error) {
      if (asked === this.#asked) this.#failed = error instanceof Error ? error.message : String(error);
    } finally {
      if (asked === this.#asked) this.#busy = false;
    }
  }

  /** Does something to the run at this very moment. What was before stays as it was: the same seed gives the same beginning. */
  async byHand(fault: HandFault): Promise<void> {
    if (!this.#scenario) return;
    await this.load({ ...this.#scenario, byHand: [...this.#scenario.byHand, fault] }, this.nowMs);
  }

  forward(): void {
    this.hold();
    if (this.#run && !this.over) this.#at += 1;
  }

  back(): void {
    this.hold();
    if (this.#at >= 0) this.#at -= 1;
  }

  /** From the beginning, on the same seed. */
  restart(): void {
    this.hold();
    this.#at = -1;
  }

  toEnd(): void {
    this.hold();
    if (this.#busy || !this.#run) return void (this.#wish = 'end');
    this.#at = this.#moments.length - 1;
  }

  play(): void {
    if (this.#busy || !this.#run) return void (this.#wish = 'play');
    if (this.over) this.#at = -1;
    this.#playing = true;
    this.#next();
  }

  hold(): void {
    this.#stop();
    this.#wish = null;
  }

  /** What somebody wished for while there was no run yet stays wished for: it is done with the run that comes. */
  #stop(): void {
    this.#playing = false;
    clearTimeout(this.#timer);
  }

  #next(): void {
    if (!this.#playing || this.over) return void (this.#playing = false);
    const gapMs = (this.#moments[this.#at + 1] ?? 0) - Math.max(0, this.nowMs);
    this.#timer = setTimeout(
      () => {
        this.#at += 1;
        this.#next();
      },
      Math.min(mostMs, Math.max(leastMs, gapMs / this.speed)),
    );
  }
}

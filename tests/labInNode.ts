import type { TestProject } from 'vitest/node';
import { faultySchedule, playBoth } from '../src/lab';

declare module 'vitest' {
  interface ProvidedContext {
    readonly labHashesInNode: { readonly tell: string; readonly shared: string };
  }
}

/** Plays a faulty schedule in Node, for the browser's tests to compare with. */
export default async function labInNode(project: TestProject): Promise<void> {
  const { tell, shared } = await playBoth(faultySchedule(3));
  project.provide('labHashesInNode', { tell: tell.hash, shared: shared.hash });
}

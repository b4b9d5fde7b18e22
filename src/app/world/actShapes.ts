import { z } from 'zod';
import { agents, eventId } from '../../contracts';
import { importAct, pageAct } from '../../intake';
import { AppError, caps, faultOfShape } from '../../kernel';
import { forkWish } from './forkHere';
import type { WorldActs } from './worldActs';

const id = z.string().min(1).max(200);
const world = z.string().max(64);
const agent = z.enum(agents);

/** What each act takes. Any script of this origin can ask for one, over the channel or the port of a page, so all of it is parsed. */
export const actShapes = {
  submit: z.tuple([id, pageAct]),
  // A file that is too large is refused by whoever reads it, in words about mails.
  takeMail: z.tuple([id, z.instanceof(Uint8Array)]),
  takeImport: z.tuple([world, id, importAct]),
  pause: z.tuple([agent]),
  resume: z.tuple([agent]),
  allowOne: z.tuple([agent]),
  retry: z.tuple([agent, eventId]),
  chooseEngine: z.tuple([agent, z.string().max(40), z.string().min(1).max(120)]),
  crash: z.tuple([z.enum(['world', ...agents]), z.string().max(40).nullable()]),
  dropNews: z.tuple([z.int().min(0).max(10_000)]),
  play: z.tuple([z.number().positive().or(z.literal(Infinity))]),
  hold: z.tuple([]),
  stepScenario: z.tuple([]),
  settled: z.tuple([]),
  reset: z.tuple([world]),
  undoReset: z.tuple([world]),
  openWorld: z.tuple([world]),
  openEmpty: z.tuple([world, z.string().max(200)]),
  archive: z.tuple([world, z.boolean()]),
  fork: z.tuple([forkWish]),
  removeWorld: z.tuple([world]),
} satisfies Record<keyof WorldActs, z.ZodType<readonly unknown[]>>;

/**
 * An act and what it takes, as it was asked for.
 * @throws InvalidInput when there is no such act, or it takes something else; nothing was done then.
 */
export function readAct(
  name: string,
  args: readonly unknown[],
): { readonly name: keyof WorldActs; readonly args: readonly unknown[] } {
  if (!Object.hasOwn(actShapes, name)) throw new AppError('InvalidInput', `There is no act "${name.slice(0, 40)}".`);
  const known = name as keyof WorldActs;
  const fault = faultOfShape(args, caps.message);
  if (fault) throw new AppError('InvalidInput', `What "${name}" was asked with cannot be used: ${fault}.`);
  const parsed = (actShapes[known] as z.ZodType<readonly unknown[]>).safeParse(args);
  if (parsed.success) return { name: known, args: parsed.data };
  const issues = parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'all'}: ${issue.message}`);
  throw new AppError('InvalidInput', `"${name}" takes something else. ${issues.join('; ')}`);
}

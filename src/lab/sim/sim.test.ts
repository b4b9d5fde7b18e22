import { expect, test } from 'vitest';
import fc from 'fast-check';
import { seededRandom } from '../../kernel';
import { noFaults, type HandFault } from '../scenario/Scenario';
import { Network } from './Network';
import { Scheduler } from './Scheduler';

test('[LAB1] things happen in order of time, and in the order they were asked for when that is the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (delays) => {
      const scheduler = new Scheduler();
      const ran: [number, number][] = [];
      delays.forEach((delayMs, n) => scheduler.after(delayMs, () => ran.push([scheduler.nowMs, n])));
      while (scheduler.step());
      expect(ran).toEqual(delays.map((delayMs, n) => [delayMs, n]).sort(([a, n], [b, m]) => a! - b! || n! - m!));
      expect(scheduler.busy).toBe(0);
    }),
  );
});

test('[LAB1] what was called off does not happen, and does not keep a run from being over', () => {
  const scheduler = new Scheduler();
  const cancel = scheduler.after(5, () => expect.unreachable());
  scheduler.after(1, () => undefined, { idle: true });
  expect(scheduler.busy).toBe(1);
  cancel();
  cancel();
  expect(scheduler.busy).toBe(0);
  expect([scheduler.step(), scheduler.step()]).toEqual([true, false]);
});

function send(count: number, faults = noFaults, byHand: HandFault[] = []) {
  const scheduler = new Scheduler();
  const network = new Network(scheduler, seededRandom(1), faults, byHand);
  network.beginDay();
  const heard: number[] = [];
  for (let n = 1; n <= count; n++) network.send({ from: 'a', to: 'b', says: `${n}`, arrive: () => heard.push(n) });
  while (scheduler.step());
  return { heard, messages: network.messages };
}

test('[LAB1] a network loses, doubles and reorders about as often as it is told to', () => {
  const whole = Array.from({ length: 2000 }, (_, n) => n + 1);
  expect(send(2000).heard.toSorted((a, b) => a - b)).toEqual(whole);
  expect(send(2000, { ...noFaults, lossPercent: 20 }).heard.length).toBeGreaterThan(1_500);
  expect(send(2000, { ...noFaults, lossPercent: 20 }).heard.length).toBeLessThan(1_700);
  const doubled = send(2000, { ...noFaults, doublePercent: 20 }).heard;
  expect(new Set(doubled).size).toBe(2000);
  expect(doubled.length).toBeGreaterThan(2_300);
  const { messages } = send(2000, { ...noFaults, reorderPercent: 20 });
  expect(messages.filter(({ arrivalsMs }) => arrivalsMs[0]! > 500).length).toBeGreaterThan(300);
});

test('[LAB1] single messages can be dropped, doubled, delayed and made to change places', () => {
  const hand = (fault: object) => send(3, noFaults, [{ side: 'tell', ...fault } as HandFault]);
  const usual = send(3).heard;
  expect(hand({ kind: 'drop', message: 2 }).heard).toEqual(usual.filter((n) => n !== 2));
  expect(hand({ kind: 'double', message: 2 }).heard.filter((n) => n === 2)).toEqual([2, 2]);
  expect(hand({ kind: 'delay', message: usual[0] }).heard.at(-1)).toBe(usual[0]);
  const [first, last] = [usual[0]!, usual.at(-1)!];
  const swapped = hand({ kind: 'swap', message: Math.max(first, last), with: Math.min(first, last) }).heard;
  expect([swapped[0], swapped.at(-1)]).toEqual([last, first]);
});

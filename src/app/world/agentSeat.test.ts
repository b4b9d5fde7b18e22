import { expect, test } from 'vitest';
import { AgentSeat } from './agentSeat';

test('an agent that sits down in an empty world is seen to be idle, not starting for ever', () => {
  const shown: string[] = [];
  const seat = new AgentSeat('support', [], () => shown.push(seat.status().state));
  seat.arrive();
  seat.reached(0);
  expect(shown).toEqual(['starting', 'idle']);
  seat.reached(0);
  expect(shown).toEqual(['starting', 'idle']);
});

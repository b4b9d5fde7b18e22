import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../contracts';
import { foldAll } from '../projections';
import { histories } from './histories.suite';
import { eventsAbout } from './eventsAbout';
import { explain, namedBy } from './explain';
import { fieldNames, planOf, valueIn, type Field } from './Field';

/** Every field of every row that a history ends with. */
function fieldsOf(events: readonly WorldEvent[]): Field[] {
  const views = foldAll(events);
  const keys = {
    line: new Map(
      [...views.orders.values()].flatMap(({ orderId, lines }) => lines.map(({ sku }) => [`${orderId}:${sku}`, null])),
    ),
    method: new Map([...views.ledger.methods.values()].map((row) => [`${row.customerId}:${row.methodId}`, null])),
    approval: views.approvals,
    agent: views.turns,
    policy: views.house.policies,
    stock: views.stock,
    product: views.products,
    order: views.orders,
    promotion: views.campaigns.promotions,
    post: views.campaigns.posts,
    mail: views.inbox,
  };
  return fieldNames.flatMap(([of, field]) => [...keys[of].keys()].map((key) => ({ of, key, field })));
}

function folded(events: readonly WorldEvent[], field: Field) {
  const { projection } = planOf(field);
  return valueIn(
    events.reduce((view, event) => projection.evolve(view, event), projection.open()),
    field,
  );
}

const runs = { numRuns: 40 };

describe('why a field is what it is', () => {
  test('the random histories have rows of every kind', () => {
    const kinds = new Set(
      fc.sample(histories, { numRuns: 80, seed: 1 }).flatMap((events) => fieldsOf(events).map(({ of }) => of)),
    );
    expect([...kinds].sort()).toEqual([...new Set(fieldNames.map(([of]) => of))].sort());
  });

  test('[WHY1] folding only the named events gives the value', () => {
    fc.assert(
      fc.property(histories, (events) => {
        for (const field of fieldsOf(events)) {
          const why = explain(events, field);
          expect(why.value).toEqual(folded(events, field));
          expect(folded(namedBy(why), field)).toEqual(why.value);
        }
      }),
      runs,
    );
  });

  test('[WHY2] no named event can be left out: each changed it, or without it the others give something else', () => {
    fc.assert(
      fc.property(histories, (events) => {
        for (const field of fieldsOf(events)) {
          const why = explain(events, field);
          for (const { before, after } of why.steps) expect(before).not.toEqual(after);
          for (const one of why.supports) {
            const rest = namedBy(why).filter((event) => event !== one);
            const values = rest.map((_, n) => folded(rest.slice(0, n + 1), field));
            const full = rest.map((event) => folded(events.slice(0, event.position), field));
            expect(values).not.toEqual(full);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('[WHY3] the events found by tags and stories explain it as the whole history does: the same steps, and supports that suffice', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (events) => {
        for (const field of fieldsOf(events)) {
          const found = await eventsAbout(
            async (lookup) =>
              events.filter((event) =>
                'tag' in lookup ? event.tags.includes(lookup.tag) : event.correlationId === lookup.correlation,
              ),
            field,
          );
          const why = explain(found, field);
          const { value, steps } = explain(events, field);
          expect({ field, value: why.value, steps: why.steps }).toEqual({ field, value, steps });
          // Which of several events supports a step can depend on what else was looked at; that it is enough cannot.
          expect(folded(namedBy(why), field)).toEqual(value);
        }
      }),
      { numRuns: 15 },
    );
  });
});

import { isRefusal, type WorldEvent } from '../../contracts';
import { all, answerTo, byText, last, sorted, type Rows } from './lookUp';

/** How the proposals of each agent, engine and model fared. */
export const naiveVerdicts: Rows = (events) => {
  const decisions = all(events, 'AgentDecided');
  const nameOf = ({ data }: (typeof decisions)[number]) => `${data.agent} ${data.engine} ${data.model}`;
  const proposalsOf = (name: string) =>
    events.filter(
      (event) =>
        event.kind === 'proposal' &&
        decisions.some((one) => nameOf(one) === name && one.id === event.causationId && one.by === event.by),
    );
  const names = [...new Set(decisions.map(nameOf))];
  return {
    rates: sorted(
      names.map((name) => {
        const mine = decisions.filter((one) => nameOf(one) === name);
        const answers = proposalsOf(name).map((proposal) => answerTo(events, proposal));
        const refusals = answers.flatMap((one) => (one && isRefusal(one) ? one.data.rule : []));
        const { agent, engine, model } = mine[0]!.data;
        const rules = Object.fromEntries(
          refusals.map((rule) => [rule, refusals.filter((other) => other === rule).length]),
        );
        const waiting = answers.filter((one) => !one).length;
        const [decided, refused] = [mine.length, refusals.length];
        const accepted = answers.length - waiting - refused;
        return [name, { agent, engine, model, decisions: decided, accepted, refused, waiting, rules }];
      }),
    ),
    waiting: byText(
      names.flatMap((row) => proposalsOf(row).flatMap((one: WorldEvent) => (answerTo(events, one) ? [] : [{ row }]))),
    ),
    latest: sorted(
      [...new Set(decisions.map(({ data }) => data.agent))].map((agent) => [
        agent,
        { row: nameOf(last(decisions.filter(({ data }) => data.agent === agent))!) },
      ]),
    ),
  };
};

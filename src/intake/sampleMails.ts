import { castOf, type Person } from './scenario/cast';
import { letters, type Words } from './scenario/letters';
import { demoSeed } from './scenario/scenario';

/** A mail that a visitor can send as it stands, or change first. `from` is `Name <address>`. */
export interface SampleMail {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

/** Ten mails from the customers of this seed's day about orders of its opening, which are there from the start. */
export function sampleMails(seed: number = demoSeed): readonly SampleMail[] {
  const { people, orders } = castOf(seed);
  const { broken, tooSmall, asks, cancels, waits, vague } = people;
  return [
    sample('damaged', 'Refund a broken mug', asks, letters.chippedMug(orders.mixed, asks.first)),
    sample('cancel', 'Cancel an order', vague, letters.cancel(orders.waiting, 'a harbour poster', vague.first)),
    sample('where', 'Where is my order?', waits, letters.whereIsIt(orders.underway, waits.first)),
    sample('in-stock', 'Is it in stock?', cancels, letters.inStock('harbour poster', cancels.name)),
    sample(
      'not-wanted',
      'Send something back',
      tooSmall,
      letters.tooSmall(orders.mugAndTee, 'navy tee', tooSmall.first),
    ),
    sample('two-in-one', 'Two requests in one', asks, letters.wetNotebookAndBag(orders.mixed, asks.first)),
    sample('not-theirs', 'Someone else’s order', cancels, letters.someoneElses(orders.mugsAndPoster, cancels.name)),
    sample('hostile', 'Orders to the assistant', vague, letters.hostile(orders.mugsAndPoster)),
    sample('vague', 'A vague complaint', broken, letters.vague(broken.name)),
    sample('stranger', 'From somebody unknown', stranger, letters.forMyHusband(orders.mixed)),
  ];
}

const stranger = { name: 'Rosa Marchetti', address: 'rosa.marchetti@example.org' };

function sample(
  id: string,
  title: string,
  { name, address }: Pick<Person, 'name' | 'address'>,
  { subject, text }: Words,
): SampleMail {
  return { id, title, from: `${name} <${address}>`, subject, text };
}

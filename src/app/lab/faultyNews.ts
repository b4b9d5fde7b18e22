import type { NewsChannel } from '../../bus';
import type { Random } from '../../kernel';
import type { Faults } from '../../lab';

/** A real channel that loses, doubles and delays what is announced on it, by the scenario's rates. `lost` hears of each that is gone. */
export function faultyNews(channel: NewsChannel, faults: Faults, random: Random, lost: () => void): NewsChannel {
  return {
    ...channel,
    announce(item) {
      const [isLost, isDouble, wait] = [random() * 100, random() * 100, random()];
      if (isLost < faults.lossPercent) return lost();
      const say = () => channel.announce(item);
      if (faults.delayMs > 0) setTimeout(say, wait * faults.delayMs);
      else say();
      if (isDouble < faults.doublePercent) say();
    },
  };
}

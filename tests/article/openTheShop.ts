import { demoSeed, scenario } from '../../src/intake';
import type { TestShop } from './shopInOneThread';

const openingSteps = scenario(demoSeed).filter((step) => step.atMs === 0).length;

/** The opening of the seeded day: products, customers, deliveries. */
export async function openTheShop({ world, settled }: TestShop): Promise<void> {
  const opening = world.player;
  while (opening.status().next !== null && opening.status().done < openingSteps) {
    await settled();
    await opening.step();
  }
  await settled();
}

import type { AgentName } from '../contracts';
import type { Script } from '../llm';
import type { AnyAgent } from './defineAgent';
import { inventory } from './inventory/inventory';
import { inventoryScript } from './inventory/script';
import { marketing } from './marketing/marketing';
import { marketingScript } from './marketing/script';
import { support } from './support/support';
import { supportScript } from './support/script';

/** The team: who each agent is, and the rules by which the scripted engine does its work. To add one: a folder, and a line here. */
const team: Readonly<Record<AgentName, readonly [AnyAgent, Script]>> = {
  support: [support, supportScript],
  inventory: [inventory, inventoryScript],
  marketing: [marketing, marketingScript],
};

const column = <T>(pick: (entry: readonly [AnyAgent, Script]) => T) =>
  Object.fromEntries(Object.entries(team).map(([name, entry]) => [name, pick(entry)])) as Record<AgentName, T>;

/** Every agent's definition, by name. */
export const agentDefinitions: Readonly<Record<AgentName, AnyAgent>> = column(([definition]) => definition);

/** Every agent's rules, for the scripted engine. */
export const agentScripts: Readonly<Record<AgentName, Script>> = column(([, script]) => script);

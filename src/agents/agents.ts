import type { AgentName } from '../contracts';
import type { Script } from '../llm';
import type { AnyAgent } from './defineAgent';
import { inventory } from './inventory/inventory';
import { inventoryScript } from './inventory/script';
import { marketing } from './marketing/marketing';
import { marketingScript } from './marketing/script';
import { support } from './support/support';
import { supportScript } from './support/script';

/** The team. To add an agent: a folder with its definition and its script, and a line in each of these two lists. */
export const agentDefinitions: Readonly<Record<AgentName, AnyAgent>> = { support, inventory, marketing };

/** The rules by which the scripted engine does each agent's work. */
export const agentScripts: Readonly<Record<AgentName, Script>> = {
  support: supportScript,
  inventory: inventoryScript,
  marketing: marketingScript,
};

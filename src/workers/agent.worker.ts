import { expose } from 'comlink';
import { AgentDoor } from '../app/agent';
import type { AgentName } from '../contracts';

// One per agent, told apart by its name.
expose(new AgentDoor(self.name as AgentName));

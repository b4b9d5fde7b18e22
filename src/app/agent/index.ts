export { AgentDoor } from './agentDoor';
export type { EngineDoor } from './EngineDoor';
export type { WordVectorFiles } from './WordVectorFiles';

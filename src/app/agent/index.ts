export { AgentDoor } from './agentDoor';
export type { WordVectorFiles } from './WordVectorFiles';

export { AgentDoor } from './agentDoor';

export { ModelDoor } from './modelDoor';

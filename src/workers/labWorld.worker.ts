import { expose } from 'comlink';
import { RealDoor } from '../app/lab';

// Started when somebody runs the lab's right side for real: the thread of its scratch world.
expose(new RealDoor());

import { expose } from 'comlink';
import { WorldDoor } from '../app/world';

// One per tab: the log, the services and the views live here.
expose(new WorldDoor());

import { expose } from 'comlink';
import { LabDoor } from '../app/lab';

// Started when somebody opens the lab: its runs never hold up the page, and never touch a saved world.
expose(new LabDoor());

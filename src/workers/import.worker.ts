import { expose } from 'comlink';
import { ImportDoor } from '../app/import';

// One per import, begun when files are picked.
expose(new ImportDoor());

import { expose } from 'comlink';
import { ModelDoor } from '../app/llm';

// Started when somebody uses a model: the only thread that may reach another origin, and only the one it was told.
expose(new ModelDoor());

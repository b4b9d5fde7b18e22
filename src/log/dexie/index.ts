export { openDexieStore } from './openDexieStore';

export { openModelHost, type ModelHost } from './modelHost';

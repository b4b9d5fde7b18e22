export { watchArrivals } from './watchArrivals';

export { startShop } from './startShop';

export { followInstall } from './install';
export { startShop } from './startShop';
export { persistStorage, storageState } from './storage';

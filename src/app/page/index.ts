export { followInstall } from './install';
export { sendsPolicy } from './policy';
export { startShop } from './startShop';
export { persistStorage, storageState } from './storage';

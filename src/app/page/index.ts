export { followInstall } from './install';
export { sendsPolicy } from './policy';
export { startLab } from './startLab';
export { startShop } from './startShop';
export { persistStorage, storageState } from './storage';
export { models } from './models';

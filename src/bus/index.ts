export { broadcastNews } from './broadcastNews';
export { droppingNews, type DroppingNews } from './droppingNews';
export { memoryNews } from './memoryNews';
export type { News, NewsChannel } from './News';
export { subscribe, type Output, type Subscription } from './subscribe';
export { openWake, type Wake, type WakeSource } from './openWake';
export { wakeOnNews } from './wakeOnNews';

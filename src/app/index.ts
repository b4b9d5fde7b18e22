export { registerServiceWorker, type ServiceWorkerState } from './registerServiceWorker';
export { trustedUrl } from './trustedUrl';

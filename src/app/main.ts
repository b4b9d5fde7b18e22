import { mount } from 'svelte';
import { App } from '../ui';
import { registerServiceWorker } from './registerServiceWorker';

const target = document.querySelector('#app');
if (!target) throw new Error('Expected an element #app in index.html, found none.');
mount(App, { target });

if (import.meta.env.PROD) await registerServiceWorker((state) => (document.documentElement.dataset['pwa'] = state));

import { mount, unmount } from 'svelte';
import './look/look.css';
import App from './App.svelte';
import { plainPage, type PageTools } from './PageTools';
import type { ShopTools } from './ShopTools';

/** Shows the app in `target`, in place of what was painted there before it was ready. Returns what takes it away again. */
export function mountApp(target: Element, tools: ShopTools, device: PageTools = plainPage): () => Promise<void> {
  target.replaceChildren();
  const app = mount(App, { target, props: { tools, device } });
  return () => unmount(app);
}

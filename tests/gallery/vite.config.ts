import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The screens over a pretended shop, to look at: `npx vite -c tests/gallery/vite.config.ts`. Never part of the app. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  build: { target: 'es2023', assetsInlineLimit: 0 },
  server: { host: 'localhost', fs: { allow: ['../..'] } },
});

import { defineConfig } from 'vite';

/** The evaluation's own page. Never part of the app. */
export default defineConfig({
  root: import.meta.dirname,
  server: { fs: { allow: ['../../../..'] } },
  optimizeDeps: {
    include: [
      'zod',
      'comlink',
      '@wllama/wllama/esm/index.js',
      '@huggingface/jinja',
      '@mlc-ai/web-llm',
      '@mlc-ai/web-xgrammar',
    ],
  },
});

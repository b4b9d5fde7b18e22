import { defineConfig } from 'vite';

/** The evaluation's own page. Never part of the app. */
export default defineConfig({
  root: import.meta.dirname,
  server: {
    fs: { allow: ['../../../..'] },
    // Threads of llama.cpp share memory only where no other origin can look in.
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  },
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

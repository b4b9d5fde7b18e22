import { defineConfig, minimal2023Preset } from '@vite-pwa/assets-generator/config';

const onPaper = { padding: 0, resizeOptions: { background: '#f6f1e7' } };

/** `npm run icons` draws the committed icons anew from the logo. */
export default defineConfig({
  preset: {
    ...minimal2023Preset,
    transparent: { ...minimal2023Preset.transparent, padding: 0 },
    maskable: { ...minimal2023Preset.maskable, ...onPaper, padding: 0.2 },
    apple: { ...minimal2023Preset.apple, ...onPaper, padding: 0.1 },
  },
  images: ['public/logo.svg'],
});

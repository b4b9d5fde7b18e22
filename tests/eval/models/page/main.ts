import { evaluateModels, type Asked } from '../evaluateModels';

const input = document.querySelector<HTMLInputElement>('#model');
const { progress } = window as unknown as { progress(words: string): void };
Object.assign(window, {
  evaluateModels: (asked: Asked) => evaluateModels(asked, input?.files?.[0] ?? null, progress),
});

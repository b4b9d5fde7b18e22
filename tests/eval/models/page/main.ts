import { holdsContract } from '../../../models/contract/holdsContract';
import { evaluateModels, type Asked } from '../evaluateModels';

const filesGiven = () =>
  [...document.querySelectorAll<HTMLInputElement>('input')].flatMap((input) => [...(input.files ?? [])]);
const { progress } = window as unknown as { progress(words: string): void };
Object.assign(window, {
  evaluateModels: (asked: Asked) => evaluateModels(asked, filesGiven(), progress),
  holdsContract: (threads?: number) => holdsContract(filesGiven(), threads, progress),
});

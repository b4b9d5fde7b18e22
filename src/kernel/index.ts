export { AppError, isAppError, type ErrorCode } from './AppError';
export { canonicalJson } from './canonicalJson';
export { fixedClock, systemClock, type Clock } from './clock';
export { deepFreeze } from './deepFreeze';
export { runningSha256, sha256Hex, type RunningHash } from './hash';
export { derivedId, randomId } from './ids';
export { seededRandom, type Random } from './random';
export { euros } from './euros';
export { currencies, defaultCurrency, moneyIn, type Currency, type MoneyWords } from './money';

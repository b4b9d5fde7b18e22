import { AppError } from '../../kernel';
import { sharedNames } from '../page/sharedNames';

/** Kept for this app alone: another one of the same origin has another base path. */
const key = () => `${sharedNames(document.baseURI).database}:mirror`;

const mostChars = 500;

/** The address of a folder of packs that was set on this device; null for the makers' own servers. */
export function keptMirror(): string | null {
  try {
    const kept = localStorage.getItem(key());
    return kept === null ? null : parseMirror(kept);
  } catch {
    // No storage, or something else stands there: then there is no mirror.
    return null;
  }
}

/** Keeps it. @throws InvalidInput when it is no address that a models' thread could be let reach. */
export function keepMirror(address: string | null): void {
  if (address === null) localStorage.removeItem(key());
  else localStorage.setItem(key(), parseMirror(address));
}

/** A mirror's address as it is used: absolute, with a slash at its end. It may lie beside this app. @throws InvalidInput. */
export function parseMirror(address: string, base: string = document.baseURI): string {
  let url: URL | null = null;
  try {
    url = address.length > mostChars ? null : new URL(address, base);
  } catch {
    // Said below.
  }
  const isSafe = url?.protocol === 'https:' || url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  if (!url || !(isSafe || url.origin === new URL(base).origin) || url.username || url.search || url.hash)
    throw new AppError(
      'InvalidInput',
      'Expected the address of a folder: it begins with https://, or lies beside this app, as models/ would.',
    );
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

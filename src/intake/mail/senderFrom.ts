import { AppError } from '../../kernel';

/**
 * Reads a sender as a person types it: `Ana <ana@example.org>` or `ana@example.org`.
 *
 * @throws InvalidInput when there is no address in it.
 */
export function senderFrom(typed: string): { name: string; address: string } {
  const trimmed = typed.trim();
  const open = trimmed.lastIndexOf('<');
  const [name, address] =
    open >= 0 && trimmed.endsWith('>') ? [trimmed.slice(0, open), trimmed.slice(open + 1, -1)] : ['', trimmed];
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address.trim())) {
    throw new AppError(
      'InvalidInput',
      'The sender has no address. Write it as name@example.org or Name <name@example.org>.',
    );
  }
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() };
}

/** What a page and its threads may do, directive by directive. `vite.config.ts` has it sent with every file. */
const directives = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app-url svelte-trusted-html',
} as const;

/** The policy of the page and of every thread but one. */
export const contentPolicy = written(directives);

// An origin, or all hosts under a domain: what may stand in connect-src, and nothing that could end the directive.
const origin = /^https:\/\/(?:\*\.)?[a-z0-9.-]{1,200}(?::\d{1,5})?$|^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

/** How many origins the models' thread may be let reach. */
const mostOrigins = 8;

/**
 * The policy of the models' thread: it may reach these origins besides its own, and start the threads of its runtime, whose code is a text in a
 * library: so there is no policy on what becomes a script's address. It may do nothing else that the others may not.
 */
export function modelPolicy(origins: readonly string[]): string {
  const rest = Object.fromEntries(Object.entries(directives).filter(([name]) => !name.includes('trusted-types')));
  const allowed = origins.filter((one) => origin.test(one)).slice(0, mostOrigins);
  return written({
    ...rest,
    'worker-src': "'self' blob:",
    'connect-src': ["'self'", 'blob:', ...allowed].join(' '),
  });
}

function written(all: Readonly<Record<string, string>>): string {
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

import { z } from 'zod';

// zod compiles its parsers with `new Function` where it may. Our pages and workers forbid that, and even trying is reported as a violation.
z.config({ jitless: true });

import { z } from 'zod';

// zod's compiler probes `new Function`, which the content security policy reports as a violation. Imported before everything else.
z.config({ jitless: true });

import * as z from 'zod/mini';

// The functional build is a third of the size of zod's methods, and the page loads it before anything else.
// To be fast, zod compiles schemas from strings where it may. The page's content security policy forbids that, and even
// the attempt is reported: https://zod.dev/api#zconfig. Every schema comes through here, so that none is made before this.
z.config({ jitless: true });

export { z };

import { config } from 'zod';

/**
 * Imported for its effect, before any schema is made. Schemas would try to compile themselves from strings, which the
 * page's content security policy forbids; they do without, but the attempt stands in the console as an error.
 */
config({ jitless: true });

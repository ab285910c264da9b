import type { WriteLine } from '../life/lineOutput.ts';
import type { Redis } from '../redis.ts';

/**
 * Warns, whenever Redis is reached, where it would make room by forgetting what was sent. Nothing is paid twice for that, but
 * generations are held back. https://redis.io/docs/latest/develop/reference/eviction/
 */
export function warnOfEviction(redis: Redis, warn: WriteLine): void {
  redis.on('ready', async () => {
    const info = await redis.info('memory').catch(() => '');
    const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
    if (policy === undefined || policy === 'noeviction') return;
    warn(
      `Redis has maxmemory-policy ${policy}, and may evict the record of what was sent. Generations are then refused for some ` +
        'minutes, or end with an outcome that nobody knows. Set maxmemory-policy to noeviction.',
    );
  });
}

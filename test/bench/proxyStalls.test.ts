import { test } from 'vitest';
import { allowedBodies, createSender, refusedBodies } from '../proxy/attacks/bodies.ts';
import { harmText, startWatchedServer } from '../proxy/attacks/watchedServer.ts';
import { exampleTask } from '../proxy/examples.ts';
import { answerJson, startFakeService } from '../proxy/fakeService.ts';

const rounds = 3;

/** The first time of each body is also the first time of its code: a server that has just started is the slowest. */
test('for how long a body of a request holds up all others, the worst of three times', async () => {
  const service = await startFakeService(answerJson(200, exampleTask));
  const server = await startWatchedServer(service.url);
  const lines: { processor: number; line: string }[] = [];
  for (const [name, row] of Object.entries({ ...allowedBodies, ...refusedBodies })) {
    const harms = [];
    for (let round = 0; round < rounds; round++)
      harms.push((await server.watch(createSender(server.url, row))).harm);
    const [worst] = harms.toSorted((a, b) => b.processor - a.processor);
    if (worst) lines.push({ processor: worst.processor, line: harmText(name, worst) });
  }
  for (const { line } of lines.toSorted((a, b) => b.processor - a.processor)) process.stdout.write(line);
  await server.stop();
  await service.close();
});

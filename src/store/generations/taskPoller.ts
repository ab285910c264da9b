import type { ProxyClient } from '../../api/proxyClient.ts';
import type { TaskStreamEvent } from '../../api/taskEvents.ts';
import { faultOf } from './faultOf.ts';
import type { Generation } from './generation.ts';
import type { Dispatch, GenerationEvent } from './machine/events.ts';
import type { Pauses } from './pauses.ts';

export type TaskPollerParts = { client: ProxyClient; pauses: Pauses; dispatch: Dispatch };

/** Learns of running tasks for the machine: by the server's streams, and by asking after a pause. */
export function createTaskPoller({ client, pauses, dispatch }: TaskPollerParts) {
  const stops = new Map<string, () => void>();

  function stopListening(id: string): void {
    stops.get(id)?.();
    stops.delete(id);
  }

  return {
    stopListening,

    /** Resolves when there is nothing to listen to any more, and all that was heard has come to its end. */
    async listen({ id, phase }: Generation): Promise<void> {
      if (phase.name !== 'running') return;
      const heard: Promise<void>[] = [];
      await new Promise<void>((end) => {
        const stop = client.listenToTask(phase.task.id, (event) => {
          heard.push(dispatch(id, eventOf(event)));
          // Streams are few, and an ended one would keep another task from being listened to.
          if (event.kind === 'closed') stopListening(id);
        });
        stops.set(id, () => {
          stop?.();
          end();
        });
        heard.push(dispatch(id, { type: stop ? 'streamOpened' : 'streamEnded' }));
        if (!stop) stopListening(id);
      });
      await Promise.all(heard);
    },

    async poll({ id, phase }: Generation, afterMs: number): Promise<void> {
      if (phase.name !== 'running' || !(await pauses.wait(id, afterMs))) return;
      const answer = await client.getTask(phase.task.id).then(
        (task): GenerationEvent => ({ type: 'polled', task }),
        (error): GenerationEvent => ({ type: 'pollFailed', fault: faultOf(error) }),
      );
      await dispatch(id, answer);
    },
  };
}

function eventOf(event: TaskStreamEvent): GenerationEvent {
  switch (event.kind) {
    case 'task':
      return { type: 'taskHeard', task: event.task };
    case 'trouble':
      return { type: 'troubleHeard', message: event.message };
    case 'refused':
      return { type: 'refusalHeard', fault: faultOf(event.error) };
    case 'closed':
      return { type: 'streamEnded' };
  }
}

import { HttpError } from '../httpError.ts';
import type { Service } from '../service/service.ts';
import type { CreateOutcome, Metrics } from './metrics.ts';

/** The service, with its calls counted by what came of them. */
export function countCalls(service: Service, metrics: Metrics): Service {
  const { countCreate, countPoll, countUpload } = metrics;
  return {
    createTask: (request) =>
      settled(service.createTask(request), (error) =>
        countCreate(error === undefined ? 'created' : outcomeOf(error)),
      ),
    uploadFile: (form) => settled(service.uploadFile(form), (error) => countUpload(callOutcome(error))),
    queryTask: (id) => settled(service.queryTask(id), (error) => countPoll(callOutcome(error))),
    readTask: (id) => settled(service.readTask(id), (error) => countPoll(callOutcome(error))),
  };
}

/** Settles as the call does, after it was counted. */
async function settled<Result>(call: Promise<Result>, count: (error: unknown) => void): Promise<Result> {
  try {
    const result = await call;
    count(undefined);
    return result;
  } catch (error) {
    count(error);
    throw error;
  }
}

const callOutcome = (error: unknown) => (error === undefined ? 'answered' : 'failed');

/** A 5xx may come after the work was taken on. */
function outcomeOf(error: unknown): CreateOutcome {
  if (!(error instanceof HttpError)) return 'unknown';
  if (error.code === 'service_unreachable') return 'not_sent';
  return error.status >= 500 && !error.isFree ? 'unknown' : 'refused';
}

import { describe, expect, test } from 'vitest';
import type { GenerationPhase } from '../../src/store/generations/generation.ts';
import { progressText } from '../../src/ui/generate/GenerationProgress.tsx';
import { taskOf } from '../helpers/testEditor.ts';

const startedAt = 1_757_165_031_000;
const running = (estimatedSeconds: number, trouble?: string): GenerationPhase => ({
  name: 'running',
  task: taskOf({ status: 'processing', task_info: { estimated_time: estimatedSeconds } }),
  ...(trouble === undefined ? {} : { trouble }),
});

describe('the text of progress', () => {
  test.each<[GenerationPhase, number, string]>([
    [{ name: 'preparing' }, 0, 'Preparing…'],
    [{ name: 'uploading' }, 0, 'Uploading…'],
    [{ name: 'sending' }, 2, 'Sending…'],
    [running(45), 0, 'Working… about 45 s left'],
    [running(45), 32.6, 'Working… about 13 s left'],
    [running(45), 45, 'Working… longer than estimated'],
    [running(300), 0, 'Working… about 5 min left'],
    [{ name: 'running', task: taskOf({}) }, 10, 'Working…'],
    [running(45, 'No answer.'), 10, 'Working… The server is out of reach, still asking'],
  ])('%j after %d s', (phase, seconds, text) => {
    expect(progressText({ phase, startedAt }, startedAt + seconds * 1000)).toBe(text);
  });
});

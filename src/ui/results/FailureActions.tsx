import { PencilLine, RotateCw, Search } from 'lucide-react';
import { useId } from 'react';
import { type Failure, taskLost } from '../../store/generations/machine/failures.ts';
import { useDocument, useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { jumpToField, type PageField } from '../pageFields.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './FailureActions.module.css';
import { type FailedGeneration, isOfThisService } from './generationKinds.ts';

type Props = { readonly generation: FailedGeneration };

/** What can be done about a failure: answer the question, look or send again, or go to what must be put right. */
export function FailureActions({ generation }: Props) {
  const { phase } = generation;
  if (phase.name === 'unknown') return <UnknownQuestion generation={generation} />;
  if (phase.failure.code === taskLost) return <LookAgain generation={generation} />;
  return (
    <div className={styles.actions}>
      {phase.failure.mayRetry ? <SendAgain generation={generation} /> : <GoToFix generation={generation} />}
    </div>
  );
}

function UnknownQuestion({ generation }: Props) {
  const { id } = generation;
  const editor = useEditor();
  const costId = useId();
  const isAsking = generation.phase.name === 'unknown' && generation.phase.asked === 'asking';

  async function sendAgain() {
    await editor.generations.dismissUnknown(id);
    await editor.generations.retryGeneration(id);
  }

  return (
    <div className={styles.actions}>
      <AskOutcome generation={generation} />
      <Button icon={RotateCw} disabled={isAsking} aria-describedby={costId} onClick={() => void sendAgain()}>
        {generation.isSandbox ? lateTexts.failureActions.sendAgain : lateTexts.failureActions.notCharged}
      </Button>
      <Button look="quiet" disabled={isAsking} onClick={() => void editor.generations.dismissUnknown(id)}>
        {lateTexts.failureActions.leave}
      </Button>
      <Cost id={costId} />
    </div>
  );
}

/** Asks the server by the same id: it may know what the page has not heard. */
function AskOutcome({ generation }: Props) {
  const editor = useEditor();
  const answerId = useId();
  if (generation.phase.name !== 'unknown' || !editor.generations.canAskOutcome(generation)) return null;
  const { asked = 'free' } = generation.phase;
  return (
    <>
      <Button
        icon={Search}
        aria-disabled={asked === 'asking'}
        aria-describedby={answerId}
        onClick={() => void editor.generations.askOutcome(generation.id)}
      >
        {lateTexts.failureActions.checkAgain}
      </Button>
      <span id={answerId} role="status" className={styles.cost}>
        {lateTexts.failureActions.checks[asked]}
      </span>
    </>
  );
}

/** The service of the other mode could not find it. */
function LookAgain({ generation }: Props) {
  const editor = useEditor();
  const costId = useId();
  if (!isOfThisService(generation, editor.config)) return null;
  return (
    <div className={styles.actions}>
      <Button
        icon={Search}
        aria-describedby={costId}
        onClick={() => void editor.generations.lookAgain(generation.id)}
      >
        {lateTexts.failureActions.lookAgain}
      </Button>
      <span id={costId} className={styles.cost}>
        {lateTexts.failureActions.looksFree}
      </span>
    </div>
  );
}

/** What sending it again costs, in sight beside the button. */
function Cost({ id }: { id: string }) {
  const { config } = useEditor();
  return (
    <span id={id} className={styles.cost}>
      {lateTexts.failureActions.costs[config.mode]}
    </span>
  );
}

function SendAgain({ generation: { id } }: Props) {
  const editor = useEditor();
  const costId = useId();
  return (
    <>
      <Button
        icon={RotateCw}
        aria-describedby={costId}
        onClick={() => void editor.generations.retryGeneration(id)}
      >
        {lateTexts.failureActions.sendAgain}
      </Button>
      <Cost id={costId} />
    </>
  );
}

/** What was sent comes back first where something else is open by now. */
function GoToFix({ generation }: Props) {
  const editor = useEditor();
  const isOpen = useDocument((document) => document === generation.document);
  const fix = fixOf(generation.phase.failure);
  if (fix === undefined) return null;

  async function go() {
    if (!isOpen) await editor.generations.reopenGeneration(generation.id);
    if (fix) jumpToField(fix.field);
  }

  return (
    <Button icon={PencilLine} onClick={() => void go()}>
      {isOpen ? lateTexts.failureActions.goTo(fix.place) : lateTexts.failureActions.reopenAndGoTo(fix.place)}
    </Button>
  );
}

export type FixPlace = 'prompt' | 'layout' | 'photograph' | 'maskFormat' | 'model';

type Fix = { readonly field: PageField; readonly place: FixPlace };

/** Where the person can put right what the service objected to, by its failure code. */
const fixes: Readonly<Record<string, Fix>> = {
  content_policy_violation: { field: 'prompt', place: 'prompt' },
  invalid_parameters: { field: 'placement', place: 'layout' },
  image_processing_error: { field: 'image', place: 'photograph' },
  image_dimension_mismatch: { field: 'request', place: 'maskFormat' },
  invalid_request: { field: 'prompt', place: 'prompt' },
  model_access_denied: { field: 'request', place: 'model' },
};

/** Undefined where nothing in the page would help. */
function fixOf({ code }: Failure): Fix | undefined {
  return Object.hasOwn(fixes, code) ? fixes[code] : undefined;
}

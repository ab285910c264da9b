import { Sparkles } from 'lucide-react';
import { useId } from 'react';
import type { Problem } from '../../model/problem.ts';
import { Button } from '../controls/Button.tsx';

type Props = {
  readonly stop: Problem | undefined;
  readonly isUnderWay: boolean;
  readonly onPress: () => void;
};

/** Stays focusable while it cannot send: its description says why, and pressing it leads to what stops it. */
export function GenerateButton({ stop, isUnderWay, onPress }: Props) {
  const reasonId = useId();
  const reason = isUnderWay ? 'A generation is under way.' : stop?.message;
  return (
    <>
      <Button
        look="primary"
        size="large"
        icon={Sparkles}
        isWide
        aria-disabled={reason !== undefined}
        aria-describedby={reasonId}
        onClick={onPress}
      >
        Generate
      </Button>
      <span id={reasonId} hidden>
        {reason}
      </span>
    </>
  );
}

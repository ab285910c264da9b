import { Plus, Square, SquaresIntersect, SquaresSubtract } from 'lucide-react';
import { useState } from 'react';
import { OptionChoice, SegmentedControl, Segments } from '../Segments.tsx';
import { Exhibit, State } from './Exhibit.tsx';

const speeds = [
  { value: 'fast', label: 'Fast' },
  { value: 'turbo', label: 'Turbo', note: 'costs more', tip: 'Twice as fast, twice the price' },
] as const;

const modes = [
  { value: 'new', label: 'New', icon: Square, tip: 'New' },
  { value: 'add', label: 'Add', icon: Plus, tip: 'Add' },
  { value: 'subtract', label: 'Subtract', icon: SquaresSubtract, tip: 'Subtract' },
  { value: 'intersect', label: 'Intersect', icon: SquaresIntersect, tip: 'Intersect' },
] as const;

export function ChoiceExhibits() {
  const [speed, setSpeed] = useState<string>('fast');
  const [mode, setMode] = useState<string>('add');
  return (
    <>
      <Exhibit name="SegmentedControl">
        <SegmentedControl label="Speed" value={speed} options={speeds} onChange={setSpeed} />
      </Exhibit>
      <Exhibit name="OptionChoice">
        <OptionChoice label="Mask mode" value={mode} options={modes} onChange={setMode} />
      </Exhibit>
      <Exhibit name="Segments">
        <State name="in a panel">
          <Segments value={speed} options={speeds} onChange={setSpeed} />
        </State>
        <State name="in a bar">
          <Segments value={mode} options={modes} isInBar onChange={setMode} />
        </State>
      </Exhibit>
    </>
  );
}

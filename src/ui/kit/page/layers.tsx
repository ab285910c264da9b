import { Info } from 'lucide-react';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Point } from '../../../model/geometry/point.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { IconButton } from '../IconButton.tsx';
import { Menu } from '../Menu.tsx';
import { Tip } from '../Tip.tsx';
import { Exhibit, State } from './Exhibit.tsx';

export function LayerExhibits() {
  return (
    <>
      <TipExhibit />
      <DialogExhibit />
      <MenuExhibit />
    </>
  );
}

/** The layer shows one tip at a time: at first that of the button that has the focus. */
function TipExhibit() {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // By then the layer listens.
    const timer = setTimeout(() => first.current?.focus({ preventScroll: true, focusVisible: true }));
    return () => clearTimeout(timer);
  }, []);
  return (
    <Exhibit name="Tip">
      <State name="below">
        <Tip text="A tip, with keys" keys="Mod+Shift+Z">
          <Button ref={first}>Focused</Button>
        </Tip>
      </State>
      <State name="on the right">
        <IconButton icon={Info} label="On the right" tipSide="right" />
      </State>
      <State name="disabled">
        <IconButton icon={Info} label="Of a disabled button" disabled />
      </State>
    </Exhibit>
  );
}

function DialogExhibit() {
  const [shown, setShown] = useState<'plain' | 'withActions' | 'beside' | null>(null);
  const close = () => setShown(null);
  return (
    <Exhibit name="Dialog">
      <State name="opens">
        <Button onClick={() => setShown('plain')}>Plain</Button>
        <Button onClick={() => setShown('withActions')}>With actions</Button>
        <Button onClick={() => setShown('beside')}>Beside the stage</Button>
      </State>
      {shown !== null && (
        <Dialog
          title="A dialog"
          isBesideStage={shown === 'beside'}
          onClose={close}
          {...(shown === 'plain'
            ? {}
            : { closeLabel: 'Cancel', actions: <Button look="primary">Apply</Button> })}
        >
          <p>What it asks, or tells.</p>
        </Dialog>
      )}
    </Exhibit>
  );
}

function MenuExhibit() {
  const [at, setAt] = useState<Point | null>(null);
  const open = ({ clientX: x, clientY: y }: MouseEvent) => setAt({ x, y });
  return (
    <Exhibit name="Menu">
      <State name="opens">
        <Button onClick={open}>At the pointer</Button>
      </State>
      {at !== null && <Menu label="What can be done" groups={groups} at={at} onClose={() => setAt(null)} />}
    </Exhibit>
  );
}

const groups = [
  [
    { label: 'Copy', keys: 'Mod+C', run() {} },
    { label: 'Paste', keys: 'Mod+V', run() {} },
  ],
  [{ label: 'Clear mask', run() {} }],
];

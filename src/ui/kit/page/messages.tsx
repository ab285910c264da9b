import { Plus, X } from 'lucide-react';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { Keys } from '../Keys.tsx';
import { NoticeBox } from '../NoticeBox.tsx';
import { ProgressBar } from '../ProgressBar.tsx';
import { Section } from '../Section.tsx';
import { Exhibit, State } from './Exhibit.tsx';

export function MessageExhibits() {
  return (
    <>
      <Exhibit name="NoticeBox">
        <NoticeBox tone="info" message="Opened photo.png, the first of 3 files." onDismiss={nothing} />
        <NoticeBox tone="problem" message="The image could not be read." onDismiss={nothing} />
        <NoticeBox tone="info" message="The prompt was replaced." onDismiss={nothing}>
          <Button look="quiet">Bring it back</Button>
        </NoticeBox>
      </Exhibit>
      <Exhibit name="ProgressBar">
        <State name="waiting">
          <ProgressBar label="Waiting" text="Waiting for its turn…" isWaiting />
        </State>
        <State name="indeterminate">
          <ProgressBar label="Indeterminate" text="Uploading…" />
        </State>
        {[0, 40, 100].map((percent) => (
          <State key={percent} name={`${percent} %`}>
            <ProgressBar label={`At ${percent} %`} text="Working…" percent={percent} />
          </State>
        ))}
      </Exhibit>
      <Exhibit name="Section">
        <Section title="With a title alone">
          <p>What it holds.</p>
        </Section>
        <Section title="With controls" actions={<SectionActions />}>
          <p>What it holds.</p>
        </Section>
      </Exhibit>
    </>
  );
}

function SectionActions() {
  return (
    <>
      <IconButton icon={Plus} label="Add" size="small" />
      <IconButton icon={X} label="Clear" size="small" disabled />
    </>
  );
}

const shortcuts = ['V', 'Mod+Shift+Z', 'Mod++', 'Mod+-', 'Space', 'Shift+ArrowLeft'];

export function KeysExhibit() {
  return (
    <Exhibit name="Keys">
      {shortcuts.map((keys) => (
        <State key={keys} name={keys}>
          <Keys keys={keys} />
        </State>
      ))}
    </Exhibit>
  );
}

function nothing() {}

import { callbackUrlFault } from '../../contract/callbackUrl.ts';
import { type Model, modelSchema, models } from '../../contract/model.ts';
import type { Settings } from '../../model/request/settings.ts';
import { changeSettings } from '../../store/editor/settings.ts';
import { useEditor, useSettings } from '../../store/useEditor.ts';
import { Section } from '../kit/Section.tsx';
import { SegmentedControl } from '../kit/Segments.tsx';
import { SelectField } from '../kit/SelectField.tsx';
import { TextField } from '../kit/TextField.tsx';
import { DownloadMaskButton } from '../maskFiles/DownloadMaskButton.tsx';
import { fieldIds } from '../pageFields.ts';
import * as lateTexts from '../texts/lateTexts.ts';

const modelOptions = modelSchema.options.map((value: Model) => ({ value, label: models[value].label }));
const { maskFormats, maskFrames, speeds, turboNote } = lateTexts.request;
const formatOptions = [
  { value: 'polygons', label: maskFormats.polygons },
  { value: 'image', label: maskFormats.image },
] as const;
const frameOptions = [
  { value: 'image', label: maskFrames.image },
  { value: 'canvas', label: maskFrames.canvas },
] as const;
const speedOptions = [
  { value: 'fast', label: speeds.fast },
  { value: 'turbo', label: speeds.turbo, note: turboNote },
] as const;

/** How the request is sent, beside what is drawn. */
export function RequestSection() {
  const editor = useEditor();
  const settings = useSettings((current) => current);
  const change = (changed: Partial<Settings>) => editor.transact(changeSettings(changed), 'atOnce');
  return (
    <Section title={lateTexts.request.title} id={fieldIds.request}>
      <SelectField
        label={lateTexts.request.model}
        value={settings.model}
        options={modelOptions}
        translate="no"
        onChange={(model) => change({ model })}
      />
      <SegmentedControl
        label={lateTexts.request.maskFormat}
        value={settings.maskFormat}
        options={formatOptions}
        onChange={(maskFormat) => change({ maskFormat })}
      />
      <SegmentedControl
        label={lateTexts.request.maskFrame}
        value={settings.maskFrame}
        options={frameOptions}
        onChange={(maskFrame) => change({ maskFrame })}
      />
      <SegmentedControl
        label={lateTexts.request.speed}
        value={settings.speed}
        options={speedOptions}
        onChange={(speed) => change({ speed })}
      />
      <TextField
        label={lateTexts.request.callbackUrl}
        id={fieldIds.callbackUrl}
        inputMode="url"
        placeholder={lateTexts.request.callbackUrlPlaceholder}
        value={settings.callbackUrl}
        problem={callbackUrlProblem(settings.callbackUrl.trim())}
        onChange={(callbackUrl) => change({ callbackUrl })}
      />
      <DownloadMaskButton />
    </Section>
  );
}

function callbackUrlProblem(url: string): string | undefined {
  const fault = url === '' ? undefined : callbackUrlFault(url);
  return fault && lateTexts.callbackUrlFaults[fault];
}

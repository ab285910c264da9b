import { useEffect, useState } from 'react';
import { NumberField } from '../NumberField.tsx';
import { SelectField } from '../SelectField.tsx';
import { Slider, SliderWithNumber } from '../Slider.tsx';
import { TextField } from '../TextField.tsx';
import { Exhibit, State } from './Exhibit.tsx';

export function FieldExhibits() {
  return (
    <>
      <NumberFieldExhibit />
      <TextFieldExhibit />
      <SelectFieldExhibit />
      <SliderExhibit />
    </>
  );
}

const sides = { min: 64, max: 4096 };
const refusedId = 'refused';

function NumberFieldExhibit() {
  const [width, setWidth] = useState(1024);
  useRefusal(refusedId);
  return (
    <Exhibit name="NumberField">
      <State name="mark inside">
        <NumberField label="Width" mark="W" {...sides} value={width} onCommit={setWidth} />
        <NumberField label="Height" mark="H" {...sides} value={width} onCommit={setWidth} />
      </State>
      <State name="mark above">
        <NumberField label="Top" mark="Top" markPlace="above" {...sides} value={width} onCommit={setWidth} />
        <NumberField
          label="Left"
          mark="Left"
          markPlace="above"
          {...sides}
          value={width}
          onCommit={setWidth}
        />
      </State>
      <State name="disabled">
        <NumberField label="Disabled" mark="W" {...sides} value={width} isDisabled onCommit={setWidth} />
      </State>
      <State name="refused">
        <fieldset onBlur={(event) => event.stopPropagation()}>
          <NumberField id={refusedId} label="Refused" mark="W" {...sides} value={4096} onCommit={setWidth} />
        </fieldset>
      </State>
    </Exhibit>
  );
}

/**
 * A field says only for some seconds why it refuses a number, so one that is too large is typed into it again and
 * again. The page's tip, which goes with the focus, does not hear of it.
 */
function useRefusal(id: string) {
  useEffect(() => {
    const type = () => {
      const input = document.getElementById(id);
      if (!(input instanceof HTMLInputElement)) return;
      // React hears of a value that is set by the element's own setter alone.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '9999');
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    };
    const first = setTimeout(type);
    const again = setInterval(type, 4000);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [id]);
}

function TextFieldExhibit() {
  const [text, setText] = useState('https://example.com/photo.png');
  return (
    <Exhibit name="TextField">
      <TextField label="Empty" value="" placeholder="https://" onChange={setText} />
      <TextField label="Filled" value={text} onChange={setText} />
      <TextField label="With a problem" value={text} problem="Nothing answers there." onChange={setText} />
    </Exhibit>
  );
}

const models = [
  { value: 'v7', label: 'Version 7' },
  { value: 'v8', label: 'Version 8' },
] as const;

function SelectFieldExhibit() {
  const [model, setModel] = useState<string>('v7');
  return (
    <Exhibit name="SelectField">
      <SelectField label="Model" value={model} options={models} onChange={setModel} />
    </Exhibit>
  );
}

function SliderExhibit() {
  const [size, setSize] = useState(40);
  return (
    <Exhibit name="Slider">
      <State name="at its least">
        <Slider label="Least" value={0} min={0} max={100} onChange={setSize} />
      </State>
      <State name={String(size)}>
        <Slider label="Size" value={size} min={0} max={100} onChange={setSize} />
      </State>
      <State name="at its most">
        <Slider label="Most" value={100} min={0} max={100} onChange={setSize} />
      </State>
      <State name="with its number">
        <SliderWithNumber label="Size" mark="px" value={size} min={0} max={100} onChange={setSize} />
      </State>
    </Exhibit>
  );
}

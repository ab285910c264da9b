import { Download, Eraser, Sparkles, Trash2 } from 'lucide-react';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { Exhibit, State } from './Exhibit.tsx';

const looks = [
  { look: 'plain', text: 'Download', icon: Download },
  { look: 'primary', text: 'Generate', icon: Sparkles },
  { look: 'quiet', text: 'Erase', icon: Eraser },
  { look: 'danger', text: 'Delete', icon: Trash2 },
] as const;

const sizes = ['small', 'normal', 'large'] as const;

export function ButtonExhibit() {
  return (
    <Exhibit name="Button">
      {looks.map(({ look, text, icon }) => (
        <State key={look} name={look}>
          <Button look={look}>{text}</Button>
          <Button look={look} icon={icon}>
            {text}
          </Button>
          <Button look={look} icon={icon} isPressed>
            Pressed
          </Button>
          <Button look={look} icon={icon} disabled>
            Disabled
          </Button>
          <Button look={look} aria-disabled>
            Says why
          </Button>
        </State>
      ))}
      <State name="large">
        {looks.map(({ look, text, icon }) => (
          <Button key={look} look={look} icon={icon} size="large">
            {text}
          </Button>
        ))}
      </State>
      <State name="wide">
        <Button look="primary" icon={Sparkles} size="large" isWide>
          Generate
        </Button>
      </State>
    </Exhibit>
  );
}

export function IconButtonExhibit() {
  return (
    <Exhibit name="IconButton">
      {sizes.map((size) => (
        <State key={size} name={size}>
          <IconButton size={size} icon={Eraser} label="Eraser" keys="E" />
          <IconButton size={size} icon={Eraser} label="Eraser, pressed" isPressed />
          <IconButton size={size} icon={Eraser} label="Eraser, disabled" disabled />
          <IconButton size={size} icon={Eraser} label="Eraser, says why" aria-disabled />
        </State>
      ))}
    </Exhibit>
  );
}

import { strokeTool } from './stroke.ts';

export const brush = strokeTool({
  label: 'Brush',
  key: 'b',
  effect: 'paint',
  optionGroups: ['mode', 'brush'],
});

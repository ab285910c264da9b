import { strokeTool } from './stroke.ts';

export const brush = strokeTool({
  key: 'b',
  effect: 'paint',
  optionGroups: ['mode', 'brush'],
});

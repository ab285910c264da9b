import { strokeTool } from './strokeTool.ts';

export const brush = strokeTool({
  key: 'b',
  effect: 'paint',
  optionGroups: ['mode', 'brush'],
});

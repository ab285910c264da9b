import { strokeTool } from '../brush/strokeTool.ts';

export const eraser = strokeTool({ key: 'e', effect: 'erase', optionGroups: ['brush'] });

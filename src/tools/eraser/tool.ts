import { strokeTool } from '../brush/stroke.ts';

export const eraser = strokeTool({ key: 'e', effect: 'erase', optionGroups: ['brush'] });

import { strokeTool } from '../brush/stroke.ts';

export const eraser = strokeTool({ label: 'Eraser', key: 'e', effect: 'erase', optionGroups: ['brush'] });

import type { Model } from '../../contract/model.ts';
import type { Speed } from '../../contract/speed.ts';
import type { MaskFrameKind } from '../mask/maskFrame.ts';

type MaskFormat = 'polygons' | 'image';

/** The parts of a request that are typed or chosen, not drawn. Kept across reloads, but not stepped by undo. */
export type Settings = {
  readonly prompt: string;
  readonly model: Model;
  readonly speed: Speed;
  readonly maskFormat: MaskFormat;
  readonly maskFrame: MaskFrameKind;
  readonly callbackUrl: string;
};

export function isSameSettings(a: Settings, b: Settings): boolean {
  const values = new Map(Object.entries(b));
  return Object.entries(a).every(([name, value]) => values.get(name) === value);
}

export const defaultSettings: Settings = {
  prompt: '',
  model: 'mj-v7-upload-paint',
  speed: 'fast',
  maskFormat: 'polygons',
  maskFrame: 'image',
  callbackUrl: '',
};

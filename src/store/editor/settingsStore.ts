import { createStore } from 'zustand/vanilla';
import { defaultSettings, type Settings } from '../../model/request/settings.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

export function createSettingsStore() {
  return createStore<Settings>()(() => defaultSettings);
}

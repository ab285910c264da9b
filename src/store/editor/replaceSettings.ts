import { defaultSettings, isSameSettings, type Settings } from '../../model/request/settings.ts';
import type { GenerationStore } from '../generations/generationStore.ts';
import type { SessionStore } from './sessionStore.ts';
import type { SettingsStore } from './settingsStore.ts';

type Parts = { settings: SettingsStore; session: SessionStore; generations: GenerationStore };

/** Undo does not step the settings, so whatever takes their place as a whole keeps them for the person to put back. */
export function createReplaceSettings({ settings, session, generations }: Parts) {
  function replaceSettings(next: Settings) {
    const replaced = settings.getState();
    settings.setState(next);
    if (isSameSettings(replaced, next) || isKept(replaced)) return;
    session.setState(({ replacedSettings }) => ({ replacedSettings: [...replacedSettings, replaced] }));
  }

  /** Nobody has made them, or a generation has them. */
  function isKept(replaced: Settings): boolean {
    const kept = generations.getState().generations.map((generation) => generation.settings);
    return [defaultSettings, ...kept].some((each) => isSameSettings(each, replaced));
  }

  /** The last ones that were replaced; what they replace in turn is kept likewise. */
  function putSettingsBack() {
    const { replacedSettings } = session.getState();
    const last = replacedSettings.at(-1);
    if (last === undefined) return;
    session.setState({ replacedSettings: replacedSettings.slice(0, -1) });
    replaceSettings(last);
  }

  return { replaceSettings, putSettingsBack };
}

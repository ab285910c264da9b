import { defaultSettings, isSameSettings, type Settings } from '../../model/request/settings.ts';
import type { Change } from './editorState.ts';

/** Each letter of the prompt, at once. */
export function changeSettings(change: Partial<Settings>): Change {
  return (state) => ({ ...state, settings: { ...state.settings, ...change } });
}

/**
 * Undo does not step the settings, so whatever takes their place as a whole keeps them for the person to put back, unless
 * nobody has made them or a generation has them: those are `keptElsewhere`.
 */
export function replaceSettings(next: Settings, keptElsewhere: readonly Settings[]): Change {
  return (state) => {
    const { settings, replacedSettings } = state;
    const isKept = [next, defaultSettings, ...keptElsewhere].some((each) => isSameSettings(each, settings));
    return {
      ...state,
      settings: next,
      replacedSettings: isKept ? replacedSettings : [...replacedSettings, settings],
    };
  };
}

/** The last ones that were replaced; what they replace in turn is kept likewise. */
export function putSettingsBack(keptElsewhere: readonly Settings[]): Change {
  return (state) => {
    const last = state.replacedSettings.at(-1);
    if (last === undefined) return state;
    const left = { ...state, replacedSettings: state.replacedSettings.slice(0, -1) };
    return replaceSettings(last, keptElsewhere)(left);
  };
}

/** The person wants none of them any more. */
export const forgetReplacedSettings: Change = (state) => ({ ...state, replacedSettings: [] });

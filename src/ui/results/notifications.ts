import type { Generation } from '../../store/generations/generation.ts';
import { basePath } from '../basePath.ts';
import { isChosen, keepChoice } from '../browserChoice.ts';
import * as texts from '../texts/texts.ts';
import { isFailed } from './generationKinds.ts';

/** `blocked`: the person, or the browser for them, said no, which only the browser's settings can take back. */
export type NotificationState = 'unsupported' | 'blocked' | 'off' | 'on';

export function notificationState(): NotificationState {
  if (!('Notification' in window)) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  return Notification.permission === 'granted' && isChosen('notify-when-done') ? 'on' : 'off';
}

/** To be called from a press only: browsers ask the person there, and punish pages that ask by themselves. */
export async function switchNotifications(isOn: boolean): Promise<NotificationState> {
  if (isOn && Notification.permission === 'default') await Notification.requestPermission();
  keepChoice('notify-when-done', isOn);
  return notificationState();
}

/** Tabs that watch the same generation share one notification, by its tag. */
export async function notify(generation: Generation, onPress: () => void): Promise<void> {
  if (notificationState() !== 'on') return;
  try {
    const shown = new Notification(notificationTitle(generation), {
      body: await notificationBody(generation),
      tag: generation.id,
      icon: `${basePath()}/favicon.svg`,
    });
    shown.onclick = () => {
      window.focus();
      onPress();
      shown.close();
    };
  } catch {
    // Some mobile browsers have the constructor but let only service workers notify; the title says it all the same.
  }
}

/** What came of a generation, for the heading of a notification and for the tab's title. */
export function notificationTitle({ phase, settings }: Generation): string {
  return texts.outcomes.heading(verdictOf(phase), shorten(settings.prompt));
}

function verdictOf({ name }: Generation['phase']): string {
  return name === 'completed' || name === 'failed' || name === 'unknown'
    ? texts.outcomes[name]
    : texts.outcomes.underWay;
}

/** The sentence below that heading. */
async function notificationBody(generation: Generation): Promise<string> {
  const { phase, isSandbox } = generation;
  if (phase.name === 'completed') {
    return texts.outcomes.imagesCame(phase.results.length, isSandbox);
  }
  if (!isFailed(generation)) return '';
  const { failureTexts } = await import('../texts/lateTexts.ts');
  return failureTexts(generation).message;
}

const promptLengthMax = 60;

function shorten(prompt: string): string {
  const characters = [...prompt.trim().replace(/\s+/g, ' ')];
  if (characters.length <= promptLengthMax) return characters.join('');
  return `${characters.slice(0, promptLengthMax - 1).join('')}…`;
}

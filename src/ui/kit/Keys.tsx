import { showKeys } from './keys.ts';

type KeysProps = {
  /** As in the list of commands, such as `Mod+Z`. */
  readonly keys: string;
  readonly className?: string | undefined;
};

/** Keys as this platform writes them. They stand on the keyboard in no other language. */
export function Keys({ keys, className }: KeysProps) {
  return (
    <kbd className={className} translate="no">
      {showKeys(keys)}
    </kbd>
  );
}

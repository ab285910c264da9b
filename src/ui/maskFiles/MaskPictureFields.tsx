import type { MaskReading } from '../../model/pixels/maskReading.ts';
import { SelectField } from '../kit/SelectField.tsx';
import { Slider } from '../kit/Slider.tsx';
import { useObjectUrl } from '../kit/useObjectUrl.ts';
import styles from './ImportDialog.module.css';
import type { MaskPicture } from './maskImports.ts';

const channels = [
  { value: 'auto', label: 'Automatic' },
  { value: 'luminance', label: 'Brightness' },
  { value: 'alpha', label: 'Opacity' },
  { value: 'red', label: 'Red' },
  { value: 'green', label: 'Green' },
  { value: 'blue', label: 'Blue' },
] as const satisfies readonly { value: MaskReading['channel']; label: string }[];

type MaskPictureFieldsProps = { readonly picture: MaskPicture; onChange(reading: MaskReading): void };

/** The picture, and what in it counts as masked. */
export function MaskPictureFields({ picture, onChange }: MaskPictureFieldsProps) {
  const { file, reading, description } = picture;
  const url = useObjectUrl(file);
  return (
    <div className={styles.picture}>
      <div className={styles.thumbnail}>
        <img src={url} alt="The chosen mask" />
      </div>
      <div className={styles.reading}>
        <SelectField
          label="Channel"
          value={reading.channel}
          options={channels}
          onChange={(channel) => onChange({ ...reading, channel })}
        />
        <div className={styles.threshold}>
          <span aria-hidden>Threshold</span>
          <Slider
            label="Threshold"
            value={reading.threshold}
            min={1}
            max={255}
            onChange={(threshold) => onChange({ ...reading, threshold })}
          />
          <span aria-hidden>{reading.threshold}</span>
        </div>
        <p className={styles.explanation}>
          {description.isBlackAndWhite
            ? 'Black and white, so it is ready as it is.'
            : 'Not black and white: choose what counts as masked.'}{' '}
          It is stretched over the photograph.
        </p>
      </div>
    </div>
  );
}

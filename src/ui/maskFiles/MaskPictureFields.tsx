import type { MaskReading } from '../../model/pixels/maskReading.ts';
import { SelectField } from '../kit/SelectField.tsx';
import { Slider } from '../kit/Slider.tsx';
import { useObjectUrl } from '../kit/useObjectUrl.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './ImportDialog.module.css';
import type { MaskPicture } from './maskImports.ts';

const channels = (['auto', 'luminance', 'alpha', 'red', 'green', 'blue'] as const).map((value) => ({
  value,
  label: lateTexts.maskImport.channels[value],
}));

type MaskPictureFieldsProps = { readonly picture: MaskPicture; onChange(reading: MaskReading): void };

/** The picture, and what in it counts as masked. */
export function MaskPictureFields({ picture, onChange }: MaskPictureFieldsProps) {
  const { file, reading, description } = picture;
  const url = useObjectUrl(file);
  return (
    <div className={styles.picture}>
      <div className={styles.thumbnail}>
        <img src={url} alt={lateTexts.maskImport.chosen} />
      </div>
      <div className={styles.reading}>
        <SelectField
          label={lateTexts.maskImport.channel}
          value={reading.channel}
          options={channels}
          onChange={(channel) => onChange({ ...reading, channel })}
        />
        <div className={styles.threshold}>
          <span aria-hidden>{lateTexts.maskImport.threshold}</span>
          <Slider
            label={lateTexts.maskImport.threshold}
            value={reading.threshold}
            min={1}
            max={255}
            onChange={(threshold) => onChange({ ...reading, threshold })}
          />
          <span aria-hidden translate="no">
            {reading.threshold}
          </span>
        </div>
        <p className={styles.explanation}>
          {`${description.isBlackAndWhite ? lateTexts.maskImport.isReady : lateTexts.maskImport.isNotReady} ${lateTexts.maskImport.isStretched}`}
        </p>
      </div>
    </div>
  );
}

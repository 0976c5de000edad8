import type { LetterFormValues } from '@kotae/contracts';
import { AGE_BANDS, AGE_BAND_LABELS } from '@kotae/kernel';
import { RadioGroup, Select } from '@kotae/ui';
import { CONSENT_LABELS } from './letter-labels';

interface AboutFieldsProps {
  values: LetterFormValues;
  error: (field: string) => string | undefined;
  districts: readonly string[];
}

/** What helps to read many letters together, and whether this one may be shown. */
export function AboutFields({ values, error, districts }: AboutFieldsProps) {
  return (
    <>
      <div className="k-grid">
        {districts.length > 0 && (
          <Select
            id="district"
            name="district"
            label="お住まいの地区"
            error={error('district')}
            emptyLabel="選ばない"
            defaultValue={values.district}
            options={districts.map((district) => ({ value: district, label: district }))}
          />
        )}
        <Select
          id="ageBand"
          name="ageBand"
          label="年代"
          error={error('ageBand')}
          emptyLabel="選ばない"
          defaultValue={values.ageBand}
          options={AGE_BANDS.map((band) => ({ value: band, label: AGE_BAND_LABELS[band] }))}
        />
      </div>
      <RadioGroup
        id="publishConsent"
        name="publishConsent"
        label="公表してもよいですか"
        hint="公表するときは、市が短くまとめ、だれの声か分からないようにします。選ばないときは公表しません。"
        error={error('publishConsent')}
        defaultValue={values.publishConsent === '' ? undefined : values.publishConsent}
        options={[
          { value: 'yes', label: CONSENT_LABELS.yes },
          { value: 'no', label: CONSENT_LABELS.no },
        ]}
      />
    </>
  );
}

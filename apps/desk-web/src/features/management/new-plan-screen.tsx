import { fiscalYearOf } from '@kotae/kernel';
import { Breadcrumbs, Button, PageHeader, Select, TextInput } from '@kotae/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiError } from '../../shared/api-error';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { Refused } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { useMay } from '../../shared/session';
import { useMakePlan } from './definition-api';
import { yearOptions } from './figures';

/** A plan of the city's own; its indicators are added next. */
export function NewPlanScreen() {
  usePageTitle('計画を登録する');
  const mayDefine = useMay('indicator.define');
  const make = useMakePlan();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const current = fiscalYearOf(useReference().today);
  const [name, setName] = useState('');
  const [first, setFirst] = useState(String(current));
  const [last, setLast] = useState(String(current + 4));
  if (!mayDefine) return <Refused error={new ApiError(403, 'forbidden', '')} />;
  const years = yearOptions(current - 10, current + 15);
  return (
    <div className="k-stack">
      <Breadcrumbs items={[{ href: '/plans', label: '計画の指標' }, { label: '計画を登録する' }]} />
      <PageHeader title="計画を登録する" lead="市の計画の名前と期間を登録します。指標は次の画面で足します。" />
      <form
        className="k-stack d-value-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(
            { name, firstYear: Number(first), lastYear: Number(last) },
            {
              onSuccess: ({ id }) => {
                announce({ text: '計画を登録しました' });
                void navigate(`/plans/${id}/indicators/new`);
              },
            },
          );
        }}
      >
        <FormRefusal error={make.error} fields={['name', 'firstYear', 'lastYear']} />
        <TextInput
          id="plan-name"
          name="name"
          label="計画の名前"
          hint="例：第3次総合計画 前期基本計画"
          required
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(make.error, 'name')}
        />
        <div className="d-fields">
          <Select
            id="first-year"
            name="firstYear"
            label="始まりの年度"
            required
            value={first}
            options={years}
            onChange={(event) => setFirst(event.currentTarget.value)}
            error={fieldError(make.error, 'firstYear')}
          />
          <Select
            id="last-year"
            name="lastYear"
            label="終わりの年度"
            required
            value={last}
            options={years}
            onChange={(event) => setLast(event.currentTarget.value)}
            error={fieldError(make.error, 'lastYear')}
          />
        </div>
        <div>
          <Button type="submit" busy={make.isPending}>
            登録して指標を足す
          </Button>
        </div>
      </form>
    </div>
  );
}

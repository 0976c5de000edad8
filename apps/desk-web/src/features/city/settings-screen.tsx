import type { SettingsView } from '@kotae/contracts';
import { ErrorSummary, PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal } from '../../shared/form-errors';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { settingsQuery, useSaveSettings } from './api';
import { ChangeHistory } from './change-history';
import { errorLinks } from './field-errors';
import { ReplyRuleFields } from './reply-rule-fields';
import { NewerVersion } from './newer-version';
import { SaveBar } from './save-bar';
import { draftOf, requestOf, sameSettings } from './settings-draft';
import { AddressFields, CityFields, DistrictFields, PrivacyFields, ReplySignerFields } from './settings-fields';
import { UnsavedGuard } from './unsaved-guard';
import { UrgentLinesFields } from './urgent-lines-fields';

const AREAS = ['settings'] as const;

/** 市の設定: everything a city sets for itself, in one place. */
export function SettingsScreen() {
  usePageTitle('市の設定');
  const settings = useQuery(settingsQuery);
  return (
    <div className="k-stack k-stack--large">
      <PageHeader
        title="市の設定"
        lead="保存すると、受付のページ・職員の画面・メールに、数十秒のうちに反映されます。再起動はいりません。「任意」と書いていない項目は、すべて必要です。"
      />
      <Loaded query={settings} label="市の設定を読み込んでいます">
        {(view) => <SettingsForm saved={view} />}
      </Loaded>
      <ChangeHistory areas={AREAS} />
    </div>
  );
}

function SettingsForm({ saved }: { saved: SettingsView }) {
  const save = useSaveSettings();
  const announce = useAnnounce();
  const [draft, setDraft] = useState(() => draftOf(saved));
  const dirty = !sameSettings(draft, draftOf(saved));
  // What someone else saved meanwhile is shown as long as nothing is typed here.
  if (!dirty && draft.version !== saved.version) setDraft(draftOf(saved));
  const links = errorLinks(save.error, (field) => `settings-${field.replaceAll('.', '-')}`);
  const group = {
    draft,
    error: save.error,
    set: (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part })),
  };
  return (
    <form
      className="k-stack k-stack--large d-city__form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!dirty) return;
        save.mutate(requestOf(draft), {
          onSuccess: (view) => {
            setDraft(draftOf(view));
            announce({ text: '市の設定を保存しました' });
          },
        });
      }}
    >
      <ErrorSummary errors={links} />
      <CityFields {...group} />
      <ReplyRuleFields {...group} />
      <ReplySignerFields {...group} />
      <UrgentLinesFields {...group} />
      <DistrictFields {...group} />
      <PrivacyFields {...group} />
      <AddressFields {...group} />
      <SaveBar
        dirty={dirty}
        busy={save.isPending}
        trouble={
          dirty && draft.version !== saved.version ? (
            <NewerVersion
              onTake={() => {
                save.reset();
                setDraft(draftOf(saved));
              }}
              onKeep={() => {
                save.reset();
                setDraft({ ...draft, version: saved.version });
              }}
            />
          ) : links.length === 0 ? (
            <FormRefusal error={save.error} />
          ) : null
        }
        onUndo={() => {
          save.reset();
          setDraft(draftOf(saved));
        }}
      />
      <UnsavedGuard dirty={dirty} />
    </form>
  );
}

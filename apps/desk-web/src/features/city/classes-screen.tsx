import type { ClassesView } from '@kotae/contracts';
import { ErrorSummary, PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal } from '../../shared/form-errors';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { classesQuery, useSaveClasses } from './api';
import { ChangeHistory } from './change-history';
import { ClassCard } from './class-card';
import { sameClasses } from './class-drafts';
import { errorLinks } from './field-errors';
import { NewerVersion } from './newer-version';
import { SaveBar } from './save-bar';
import { UnsavedGuard } from './unsaved-guard';

const AREAS = ['classes'] as const;

/** 分類の名前: the codes and what is counted stay; names, rules of thumb and finer classes are the city's. */
export function ClassesScreen() {
  usePageTitle('分類の名前');
  const classes = useQuery(classesQuery);
  return (
    <div className="k-stack k-stack--large">
      <PageHeader
        title="分類の名前"
        lead="6つの分類の名前と見分け方を、この市の言い方にできます。計画の指標の数え方（事務改善要望と政策提案を「提案」として数える）は、名前を変えても変わりません。"
      />
      <Loaded query={classes} label="分類を読み込んでいます">
        {(view) => <ClassesForm saved={view} />}
      </Loaded>
      <ChangeHistory areas={AREAS} />
    </div>
  );
}

function ClassesForm({ saved }: { saved: ClassesView }) {
  const save = useSaveClasses();
  const announce = useAnnounce();
  const [draft, setDraft] = useState(saved);
  const dirty = !sameClasses(draft, saved);
  // What someone else saved meanwhile is shown as long as nothing is typed here.
  if (!dirty && draft.version !== saved.version) setDraft(saved);
  const links = errorLinks(save.error, (field) => field.replaceAll('.', '-'));
  return (
    <form
      className="k-stack d-city__form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!dirty) return;
        save.mutate(draft, {
          onSuccess: (view) => {
            setDraft(view);
            announce({ text: '分類の名前を保存しました' });
          },
        });
      }}
    >
      <ErrorSummary errors={links} />
      {draft.classes.map((one, index) => (
        <ClassCard key={one.code} index={index} draft={draft} error={save.error} onChange={setDraft} />
      ))}
      <SaveBar
        dirty={dirty}
        busy={save.isPending}
        trouble={
          dirty && draft.version !== saved.version ? (
            <NewerVersion
              onTake={() => {
                save.reset();
                setDraft(saved);
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
          setDraft(saved);
        }}
      />
      <UnsavedGuard dirty={dirty} />
    </form>
  );
}

import type { MergePreview, SectionAdminView } from '@kotae/contracts';
import { DefinitionList, Dialog, DialogActions, Notice, Select } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { Loaded } from '../../shared/loaded';
import { mergePreviewQuery, useMerge } from './api';

interface MergeDialogProps {
  section: SectionAdminView;
  others: readonly SectionAdminView[];
  onClose: () => void;
}

/** 機構改革: what moves is shown in numbers before anything is done. */
export function MergeDialog(props: MergeDialogProps) {
  return (
    <Dialog open onClose={props.onClose} title={`「${props.section.name}」をほかの課に統合する`} size="wide">
      <MergeForm {...props} />
    </Dialog>
  );
}

function MergeForm({ section, others, onClose }: MergeDialogProps) {
  const preview = useQuery(mergePreviewQuery(section.id));
  const merge = useMerge(section.id);
  const announce = useAnnounce();
  const [into, setInto] = useState('');
  const [missing, setMissing] = useState(false);
  const target = others.find((other) => other.id === into);
  return (
    <form
      className="k-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!target);
        if (!target) return;
        merge.mutate(
          { into, version: section.version },
          {
            onSuccess: ({ opinions }) => {
              announce({ text: `${section.name}を${target.name}に統合し、意見${opinions}件を引き継ぎました` });
              onClose();
            },
          },
        );
      }}
    >
      <FormRefusal error={merge.error} fields={['into']} />
      <Select
        id="merge-into"
        name="into"
        label="引き継ぐ課"
        required
        emptyLabel="選んでください"
        value={into}
        options={others.map((other) => ({ value: other.id, label: other.name }))}
        onChange={(event) => setInto(event.currentTarget.value)}
        error={fieldError(merge.error, 'into') ?? (missing && !target ? '引き継ぐ課を選んでください。' : undefined)}
      />
      <Loaded query={preview} label="引き継ぐものを数えています">
        {(moving) => <Moving moving={moving} from={section.name} />}
      </Loaded>
      <DialogActions
        confirm={target ? `${target.name}に統合する（元に戻せません）` : '統合する（元に戻せません）'}
        busy={merge.isPending}
        onCancel={onClose}
        danger
      />
    </form>
  );
}

function Moving({ moving, from }: { moving: MergePreview; from: string }) {
  const count = (n: number, unit: string) => `${n.toLocaleString('ja-JP')}${unit}`;
  return (
    <>
      <h3>引き継ぐもの</h3>
      <DefinitionList
        items={[
          {
            term: '終わっていない意見と、見直しの約束',
            detail: `${count(moving.opinions, '件')}（${count(moving.submissions, '通')}）。書きかけの回答案も、決裁の途中のものも、そのまま続けられます。`,
          },
          { term: '職員', detail: `${count(moving.staff, '人')}。引き継ぐ課の職員になります。` },
          { term: '主に担当する分野', detail: moving.topics.length === 0 ? 'なし' : moving.topics.join('、') },
          { term: '回答のひな形', detail: count(moving.templates, '件') },
        ]}
      />
      <p>
        終わった意見、送った回答、公表した文は「{from}」の名前のまま残ります。件数も、これまでの分は「{from}
        」のままです。「{from}」は、選べない課になります。
      </p>
      {moving.indicators > 0 && (
        <Notice kind="warning" title={`この課だけを数えている指標が${moving.indicators}つあります`} headingLevel={3}>
          <p>統合しても指標の数え方は変わりません。引き継いだ意見も数えるときは、指標の数え方を見直してください。</p>
        </Notice>
      )}
    </>
  );
}

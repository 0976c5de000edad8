import { LIMITS } from '@kotae/kernel';
import { CheckboxField } from '@kotae/ui';
import { Group, ListSetting, TextSetting, type GroupProps } from './settings-group';

export function CityFields(group: GroupProps) {
  return (
    <Group
      title="市と窓口"
      lead="受付のページの見出し、受付のメールの差出人、問い合わせ先として市民に見えます。緊急の知らせは、このメールアドレスに届きます。"
    >
      <div className="d-fields">
        <TextSetting {...group} field="name" label="市の名前" max={40} />
        <TextSetting {...group} field="mayorName" label="市長の名前" max={LIMITS.name} />
      </div>
      <TextSetting {...group} field="deskName" label="担当の名前" hint="例：秘書広報課 広報広聴係" max={60} />
      <div className="d-fields">
        <TextSetting {...group} field="deskPhone" label="電話番号" type="tel" max={LIMITS.phone} />
        <TextSetting {...group} field="deskEmail" label="メールアドレス" type="email" max={LIMITS.email} />
      </div>
      <div className="d-fields d-fields--address">
        <TextSetting {...group} field="deskPostalCode" label="郵便番号" max={8} />
        <TextSetting {...group} field="deskAddress" label="住所" max={LIMITS.address} />
      </div>
    </Group>
  );
}

export function ReplySignerFields(group: GroupProps) {
  return (
    <Group title="回答の差出人">
      <TextSetting
        {...group}
        field="replySigner"
        label="差出人の名前"
        hint="返信の結びに入ります。例：こだま市長　小玉 みのり。送った返信の差出人は変わりません。"
        max={100}
      />
    </Group>
  );
}

export function DistrictFields(group: GroupProps) {
  return (
    <Group
      title="地区"
      lead="受付のページで市民が選びます（任意）。消した地区で届いていた声は、その地区のまま残ります。"
    >
      <ListSetting {...group} field="districts" label="地区の名前（1行に1つ）" rows={8} />
    </Group>
  );
}

export function PrivacyFields(group: GroupProps) {
  const { draft, set } = group;
  return (
    <Group title="個人情報">
      <CheckboxField
        id="settings-maskForSections"
        name="maskForSections"
        label="担当課には、本文の個人情報を伏せて見せる"
        hint="外すと、担当課は本文をそのまま読めます。差出人の名前と住所は、どちらの場合も広聴の担当だけが見ます。"
        checked={draft.maskForSections}
        onChange={(event) => set({ maskForSections: event.currentTarget.checked })}
      />
      <ListSetting
        {...group}
        field="publicWords"
        label="個人情報として扱わない言葉（1行に1つ）"
        hint="市長や公の施設の名前、市の電話番号など。本文にあっても伏せません。"
        rows={6}
      />
    </Group>
  );
}

export function AddressFields(group: GroupProps) {
  return (
    <Group title="ページのアドレス" lead="メールや控えに載るアドレスです。サーバーの設定が変わったときだけ変えます。">
      <TextSetting {...group} field="portalUrl" label="市民向けページ" type="url" max={200} />
      <TextSetting {...group} field="deskUrl" label="職員向けページ" type="url" max={200} />
    </Group>
  );
}

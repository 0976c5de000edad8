import { findDoNotContact } from './do-not-contact';
import { LINEAR, growthOf } from './growth.testing';
import { findUrgency } from './urgency';

describe('findUrgency', () => {
  it.each([
    ['消えたいと毎日思っています', 'self_harm'],
    ['もう生きていても仕方がないです', 'self_harm'],
    ['これが最後の手紙です。もう誰にもめいわくをかけずにすみます。', 'self_harm'],
    ['夫に首をしめられました', 'abuse'],
    ['お父さんにたたかれます。うちにかえらなくていいところはありますか', 'abuse'],
    ['隣の子どもが裸足でベランダに締め出されて泣き叫んでいる', 'abuse'],
    ['担当の顔は覚えた。刃物くらい持ってるからな。無事に帰れると思うな', 'threat'],
    ['市役所に爆弾を仕掛けた', 'threat'],
    ['裏の崖から小石が落ちてくる', 'danger'],
    ['電線が垂れ下がって火花が出ている', 'danger'],
    ['踏切の遮断機が上がったままで電車が来る', 'danger'],
    ['ガスの臭いがする', 'danger'],
    ['しにたい。がっこうに いきたくない', 'self_harm'],
    ['妹から「ごめんね、さようなら」と届いたきり電話がつながりません。部屋に睡眠薬がありました。', 'self_harm'],
    ['わしが首をくくれば息子も楽になろう', 'self_harm'],
    ['ママがよる かえってこなくて おとうとと ふたりで ごはんが ありません', 'abuse'],
    ['訪問先のおばあさんの背中に青あざがあり、娘さんが怖いと小声で言いました', 'abuse'],
    ['認知症の妻を叩いてしまった。自分が止められない。助けてくれ', 'abuse'],
    ['体育館にガソリンをまいて火をつける。覚悟しておけ', 'threat'],
    ['学校にナイフを持って行って先生を刺します', 'threat'],
    ['友だちが池に落ちて上がってきません', 'danger'],
    ['停電で父の人工呼吸器が止まりそうです。救急車が来ません', 'danger'],
    ['公園の大きな木が裂けて倒れかかっています。下で園児が遊んでいます', 'danger'],
    ['図書館の本を返しました。今夜、自分で終わりにします。今までありがとう', 'self_harm'],
    ['おばあちゃんが よんでも おきません。いきが へんです', 'danger'],
    ['係員の顔は覚えた。次に会ったら鉄パイプで頭を割る', 'threat'],
    ['施設の母の背中に、縛られた跡と内出血があります。言うと叩かれるそうです', 'abuse'],
  ])('%s → %s', (text, kind) => {
    const found = findUrgency(text);
    expect(found?.kind).toBe(kind);
    expect(found?.reasons.length).toBeGreaterThan(0);
    expect(found?.reasons.length).toBeLessThanOrEqual(5);
  });
  it.each([
    '死ぬほど暑い',
    '殺人的な混雑でした',
    '死にそうに待たされた',
    '自殺対策の予算を増やしてください',
    '虐待防止の講座を開いてください',
    '年寄りを殺す気ですか',
    'この町で死ぬつもりですから、暮らしやすくしてほしい',
    '死亡届の出し方を教えてください',
    '割引を受けられますか。続けられる人だけで結構です',
    '花火大会を楽しみにしています',
    '三年前に主人を亡くしました。ありがとうございました',
    '道路の穴を直してください',
    '街灯の電球が切れています。交換してください。',
    '歩道のひびにつまずいて転びました。直してください。',
    '防災訓練の放送が聞き取れませんでした。',
    '昨年、川に落ちた孫を助けていただきました。ありがとうございました。',
    '通学路を飛ばす車が多いので、速度の規制をお願いします。',
    '子育てに疲れました。一時保育をもう少し使いやすくしてください。',
    '',
  ])('is not urgent: %s', (text) => expect(findUrgency(text)).toBeNull());
  it('reads through full width and gives words of the text as reasons', () => {
    const found = findUrgency('毎日、死にたいと思う。');
    expect(found?.reasons.join()).toContain('死にたい');
  });
  it('does not depend on what else the letter says', () => {
    expect(findUrgency('道路の穴を直してください。\n消えたいです。\nよろしくお願いします。')?.kind).toBe('self_harm');
  });
  it('gives reasons that stand in the letter', () => {
    const letter = '前略\n夫に顔を殴られました。子どもを連れて逃げたいです。\n草々';
    const reasons = findUrgency(letter)?.reasons ?? [];
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(letter).toContain(reason);
  });
  it('gives no reason that only says who or where', () => {
    const reasons = findUrgency('子どもが先生に殴られ、学校の物置に閉じ込められています。')?.reasons ?? [];
    expect(reasons.join()).toMatch(/殴|閉じ込め/);
    for (const setting of ['子ども', '先生', '学校']) expect(reasons).not.toContain(setting);
  });
  it.each([
    ['夫が首をくくると言って縄を買い、出たきりです。図書館は九時からですか。', '首をくくる', '図書館'],
    ['学校の件です。父はお酒をのむと包丁を出して母に向けます。', '包丁を', '学校の件です'],
    ['職員を殺してやる。名札は覚えた。窓口の椅子が硬い。', '殺してやる', '椅子'],
    ['崖から石が落ちてきます。下の家に年寄りがいます。広報は楽しく読んでいます。', '落ちて', '広報'],
    ['母の腕にあざがありました。面会のたびに増えています。施設の駐車場は広いです。', 'あざ', '駐車場'],
  ])('%s is urgent because of %s', (text, pointedAt, besideThePoint) => {
    const reasons = findUrgency(text)?.reasons ?? [];
    expect(reasons.join('、')).toContain(pointedAt);
    expect(reasons.join('、')).not.toContain(besideThePoint);
    for (const reason of reasons) expect(text).toContain(reason);
  });
  it('gives whole words, never across a blank', () => {
    const reasons = findUrgency('旦那は夜勤 誰にも会いたくない 包丁ずっと見てる')?.reasons ?? [];
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).not.toContain(' ');
  });
  it('does not see a word inside another', () => {
    const reasons = findUrgency('妻が倒れて息をしていないとのこと。どなたか来てください。')?.reasons ?? [];
    expect(reasons.length).toBeGreaterThan(0);
    for (const inside of ['のこ', 'なた']) expect(reasons).not.toContain(inside);
  });
  it.each([
    '通学路の交差点は死亡事故が起きてからでは遅いので、信号をつけてください。',
    '空き家が倒れそうで心配です。持ち主に解体するよう伝えてください。',
    '子どもが飛び出して危ない道です。飛び出し注意の看板をお願いします。',
    '歩道が狭く、車いすでは命がけです。拡幅してください。',
    'ブロック塀の撤去の補助を増やしてください。地震で下敷きになった事故もありました。',
    '団地のエレベーターが五分止まりました。点検の記録を公開してください。',
    '戦争で亡くなった方の遺書の展示に涙が出ました。常設にしてください。',
  ])('takes an ordinary danger for an ordinary letter: %s', (text) => expect(findUrgency(text)).toBeNull());
  it.each([
    '川に車が落ちる事故を防ぐため、あの曲がり角に反射板をお願いします。幸い、まだ落ちた車はありません。',
    '子どもがゲームのやりすぎで学校に行きたがりません。取り上げたら壁を蹴って穴を開けました。相談の窓口はどこですか。',
    '市長様　はじめてお便りいたします。私は港で生まれ、八十二年この町を出たことがありません。父は鰹船に乗り、私が七つの秋に時化で帰らなくなりました。船が沈んだという知らせの晩、母は泣きもせず、網を繕っておりました。その母も逝き、港の様子もすっかり変わりました。お願いしたいのは、岸壁のはずれの小さな供養塔のことです。台座がひび割れ、花立てが倒れたままです。大きなことは望みません。石屋さんに頼む費用の半分を、港の者で集めます。残りを市で持っていただけないでしょうか。朝な夕なに手を合わせる者がまだおります。',
    '私は元教員で、今は学習支援の手伝いをしています。子どもたちの話を聞くと、夜遅くまで一人でいる子、きょうだいの世話をする子が少なくありません。つらいときは話してね、と言うと「別に」と笑います。いますぐ危ないというのではありません。けれど、温かい夕飯と宿題を見る大人があれば、あの子たちはもっと伸びます。公民館の調理室を夕方だけ無料で使わせてください。米は農家の友人が出してくれます。まず週一日から始めたいのです。',
  ])('is not alarmed by dangers that are over or only told of: %s', (text) => expect(findUrgency(text)).toBeNull());
  it.each([
    [
      '自転車の鍵はポストに入れときました。弟にあげてください。防犯登録はどうやって変えますか。僕はもう乗らないので。きょう海に行きます。',
      'self_harm',
    ],
    [
      '歯科の学校健診をした者です。奥歯が全部溶けた子がいます。体も臭い、爪が伸びている。家では水道も止まっていると本人が言います。',
      'abuse',
    ],
    ['納税の催告書を送ってきた者に告ぐ。我が家の床の間には先祖の刀がある。玄関に立った者は斬り捨てる。', 'threat'],
    [
      '大雨のとき避難所を開けるのが遅いと前に書いた者です。いままさに開いていません。入口に四十人、水がくるぶしまで来ています。',
      'danger',
    ],
  ])('hears what is said in passing: %s', (text, kind) => expect(findUrgency(text)?.kind).toBe(kind));
  it('gives the clause when one short word alone carries the alarm', () => {
    for (const text of ['夫が毎晩わたしを殴ります', '川で友達が溺れています']) {
      const reasons = findUrgency(text)?.reasons ?? [];
      expect(reasons.join('').length).toBeGreaterThanOrEqual(5);
    }
  });
  it('finds a cry for help behind a long ordinary letter', () => {
    const ordinary = '公園の草刈りをお願いします。バスの時刻表が見づらいです。図書館の本を増やしてください。\n'.repeat(
      6,
    );
    expect(findUrgency(`${ordinary}もう死にたいです。遺書も書きました。`)?.kind).toBe('self_harm');
  });
  it.each(['😀'.repeat(50), '！？。、', '\ud800死', 'Hello, where is the library?', '𠮷野家', '\0\0', '　 \n\n'])(
    'stays calm on %j',
    (text) => expect(findUrgency(text)).toBeNull(),
  );
  it.each([
    ['children', '子ども'],
    ['she', '彼女が'],
    ['trees', '木が傾'],
    ['full stops', '死。'],
    ['figures of speech', '死ぬほど'],
  ])('reads 100,000 characters of %s in linear time', (_name, unit) => {
    expect(growthOf(findUrgency, unit, 100_000)).toBeLessThan(LINEAR);
  });
});

describe('findDoNotContact', () => {
  it.each([
    '家に電話はしないでください。',
    '連絡は一切お断りします',
    '返信は不要です',
    'いえに てがみ おくらないで ください。',
    '訪問は控えてください',
    '家に来ないでください',
  ])('%s', (text) => {
    const found = findDoNotContact(text);
    expect(found).not.toBeNull();
    expect(text.slice(found?.start, found?.end)).toBe(found?.text);
  });
  it.each([
    '市からの通知が来ない',
    '電話がつながらなくて困ります',
    '返事は手紙でお願いします。電話は遠慮します',
    '学校から連絡がなく困りました',
    '業者の勧誘の電話をやめてほしい',
    '連絡先は家の電話です',
    '',
  ])('is no such wish: %s', (text) => expect(findDoNotContact(text)).toBeNull());
});

/** A5 portrait: what the resident takes home after the counter has registered a letter. */
export const RECEIPT_SLIP_TEMPLATE = {
  name: 'receipt-slip',
  source: String.raw`
#set document(title: data.title, author: data.cityName, date: none)
#set page(paper: "a5", margin: (x: 16mm, y: 16mm))
#set par(justify: false)

#grid(
  columns: (1fr, auto), align: (left + horizon, right + horizon),
  text(size: 18pt, weight: "bold", "受付票"),
  text(size: 11pt, weight: 500, data.cityName),
)
#line(length: 100%, stroke: 1.5pt + accent)
#v(2mm)
ご意見をお寄せいただき、ありがとうございます。 \
次のとおり受け付けました。
#v(5mm)

#block(width: 100%, stroke: 0.8pt + accent, radius: 2mm, inset: 6mm, {
  let label(s) = text(size: 9pt, fill: soft, s)
  grid(
    columns: (1fr, 1fr), row-gutter: 2mm,
    label("受付番号"), label("受け付けた日"),
    text(size: 15pt, weight: "bold", number-type: "lining", data.receiptNumber),
    text(size: 12pt, weight: 500, data.receivedOn),
  )
  v(4mm)
  line(length: 100%, stroke: 0.4pt + hairline)
  v(4mm)
  label("照会コード")
  v(1mm)
  block(width: 100%, layout(size => context {
    let chosen = 11pt
    for candidate in (26pt, 24pt, 22pt, 20pt, 18pt, 16pt, 14pt) {
      if measure(text(size: candidate, weight: "bold", tracking: 0.06em, data.receiptCode)).width <= size.width { chosen = candidate; break }
    }
    text(size: chosen, weight: "bold", tracking: 0.06em, data.receiptCode)
  }))
})
#v(6mm)

#grid(
  columns: (46mm, 1fr), column-gutter: 4mm, align: (left, left + horizon),
  move(dx: -4mm, svg-image(data.qr, width: 46mm, height: 46mm)),
  {
    text(size: 12.5pt, weight: "bold", "送った声のその後を見る")
    parbreak()
    text(size: 9.5pt, [左のコードを読み取るか、次のページで#box("照会コード")を入力してください。])
    v(1mm)
    text(size: 9pt, fill: accent, data.portalUrl)
  },
)
#v(1fr)
#block(width: 100%, fill: paper, inset: 4mm, radius: 1mm, {
  set text(size: 9pt)
  set par(leading: 0.65em, spacing: 0.75em, hanging-indent: 1em)
  [・写真に撮っておくと便利です。]
  parbreak()
  [・照会コードは人に見せないでください（経過を見られます）。]
  parbreak()
  [・お問い合わせのときは、受付番号をお知らせください。]
})
`,
} as const;

/**
 * A4, folded in three, for a 長形3号 (235 × 120 mm) window envelope.
 *
 * Ready-made envelopes have a window of about 90 × 45 mm, 20 mm from the left and 12 mm from the top. The folded sheet is
 * 25 mm narrower and 21 mm lower than the envelope, so it slides. What must always be seen stays within x 20–85 mm and
 * y 13–36 mm of the sheet; nothing but the address may stand at x < 112 mm and y < 57 mm. Long addresses shrink to 65 %;
 * what is still longer (over about 300 characters) is cut at y 56 mm.
 */
export const REPLY_LETTER_TEMPLATE = {
  name: 'reply-letter',
  source: String.raw`
#set document(title: data.title, author: data.cityName, date: none)
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 22mm, bottom: 22mm),
  header: context if here().page() > 1 [
    #set text(size: 8pt, fill: soft)
    #data.cityName #h(1fr) 受付番号 #data.receiptNumber
  ],
  footer: context [
    #set text(size: 8pt, fill: soft)
    #set align(center)
    #counter(page).display() / #counter(page).final().first()
  ],
  background: context if here().page() == 1 {
    for y in (99mm, 198mm) { place(top + left, dx: 4mm, dy: y, line(length: 4mm, stroke: 0.4pt + hairline)) }
  },
)

// The address in the largest type that keeps it in the part of the window that is always seen.
#let address-block(scale) = block(width: 65mm, {
  let lines(size, s) = block(above: 0pt, below: 1.2mm * scale, width: 100%, {
    set text(size: size * scale)
    set par(leading: 0.45em, spacing: 0.45em, justify: false)
    prose(s)
  })
  if data.postal != none { lines(9.5pt, data.postal) }
  if data.address != none { lines(9.5pt, data.address) }
  if data.name != none { v(1mm * scale); lines(12pt, data.name) }
})
#place(top + left, dx: -4mm, dy: -9.5mm, context {
  let scales = (1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65)
  let scale = scales.find(scale => measure(address-block(scale)).height <= 22mm)
  // the inset leaves room for strokes above the cap height, which a clip would cut
  block(width: 65mm, height: 43.5mm, inset: (top: 1.5mm), clip: true, address-block(if scale == none { scales.last() } else { scale }))
})

#place(top + right, dy: -6mm, block(width: 70mm, {
  set align(right)
  set par(leading: 0.6em, spacing: 0.6em, justify: false)
  text(size: 13pt, weight: "bold", data.cityName)
  parbreak()
  text(size: 10pt, data.date)
  parbreak()
  text(size: 9pt, fill: soft, [受付番号 #data.receiptNumber])
}))

#v(41mm)
#block(width: 100%, {
  set align(center)
  text(size: 14pt, weight: "bold", "お寄せいただいたご意見への回答")
})
#v(4mm)
#text(size: 11.5pt, data.salutation)
#v(2mm)
#prose(data.opening)
#v(3mm)

#let label(body) = block(sticky: true, above: 0pt, below: 2mm, text(size: 9.5pt, weight: "bold", fill: accent, body))

#for part in data.parts {
  v(5mm)
  label(part.quoteLabel)
  block(
    width: 100%, fill: paper, stroke: (left: 2pt + accent), inset: (left: 4mm, right: 4mm, y: 3mm),
    above: 0pt, below: 4mm,
    { set text(size: 9.5pt); prose(part.quote) },
  )
  block(sticky: true, above: 0pt, below: 0pt, width: 100%, {
    text(size: 9.5pt, weight: "bold", fill: accent, part.answerLabel)
    h(1fr)
    text(size: 9pt, fill: soft, part.section)
  })
  block(above: 3mm, below: 0pt, width: 100%, prose(part.answer))
  v(1mm)
}

#v(6mm)
#block(breakable: false, width: 100%, {
  prose(data.closing)
  v(5mm)
  align(right, { set par(justify: false); text(size: 12pt, weight: 500, data.signer) })
})
`,
} as const;

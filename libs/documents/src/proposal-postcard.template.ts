/**
 * 100 × 148 mm, two pages. Page 1 is the address side: seven boxes for the postal code where sorting machines look for
 * them (12 mm from the top, 8 mm from the right, 47.7 mm wide in all), 「郵便はがき」, the mark area within the upper left
 * 35 × 70 mm. Page 2 is the writing side.
 */
export const PROPOSAL_POSTCARD_TEMPLATE = {
  name: 'proposal-postcard',
  source: String.raw`
#set document(title: data.title, author: data.cityName, date: none)
#set page(width: 100mm, height: 148mm, margin: 0mm)
#set par(justify: false)
#let vermilion = rgb("#e5401a")
#let at(x, y, body) = place(top + left, dx: x, dy: y, body)

// One column of vertical writing; each cell is a square of the given size.
#let column(cells, size) = {
  set text(size: size, features: ("vert",), top-edge: "ascender", bottom-edge: "descender")
  stack(dir: ttb, ..cells.map(cell => box(width: size * 1.2, height: if cell.kind == "space" { size * 0.6 } else { size * 1.14 }, {
    set align(center + horizon)
    if cell.kind == "turned" { rotate(90deg, text(features: (), cell.text)) }
    else if cell.kind == "pair" { text(features: (), size: size * 0.92, cell.text) }
    else { cell.text }
  })))
}
// The size at which cells fill no more than the given height.
#let column-size(cells, height, largest) = calc.min(largest, height / calc.max(cells.map(cell => if cell.kind == "space" { 0.6 } else { 1.14 }).sum(default: 1), 1))

// ---- address side
#place(top + left, dx: 0mm, dy: 5mm, block(width: 100mm, align(center, text(size: 7.5pt, fill: vermilion, "郵便はがき".clusters().join(h(0.4em))))))

#for (index, x) in (44.3mm, 51.3mm, 58.3mm, 65.9mm, 72.7mm, 79.5mm, 86.3mm).enumerate() {
  at(x, 12mm, rect(width: 5.7mm, height: 8mm, inset: 0pt, stroke: if index < 3 { 1.2pt + vermilion } else { 0.6pt + vermilion }, {
    set align(center + horizon)
    text(size: 13pt, top-edge: "cap-height", bottom-edge: "baseline", data.postal.at(index, default: ""))
  }))
}
#at(64mm, 15.8mm, line(length: 1.9mm, stroke: 0.6pt + vermilion))

#if data.postage.kind == "stamp" {
  at(8mm, 9mm, rect(width: 18mm, height: 22mm, inset: 1mm, stroke: (paint: hairline, thickness: 0.5pt, dash: "dashed"), {
    set align(center + horizon)
    text(size: 7pt, fill: soft, "切手を\nお貼り\nください")
  }))
} else if data.postage.kind == "business-reply" {
  at(8mm, 9mm, {
    set align(center)
    set text(size: 6.5pt)
    stack(
      dir: ttb,
      rect(width: 21mm, height: 6mm, inset: 0.5mm, stroke: 0.7pt + ink, align(center + horizon, text(size: 6pt, weight: 500, "料金受取人払郵便"))),
      rect(width: 21mm, height: 15mm, inset: 1mm, stroke: (x: 0.7pt + ink, bottom: 0.7pt + ink), align(center + horizon, stack(
        dir: ttb, spacing: 2mm,
        text(size: 7pt, data.postage.office + "承認"),
        text(size: 12pt, weight: "bold", data.postage.approvalNumber),
      ))),
      v(1.5mm),
      block(width: 25mm, { set par(leading: 0.5em); text(size: 6pt, "差出有効期間\n" + data.postage.validUntil + "まで") }),
      v(1.5mm),
      block(width: 25mm, { set par(leading: 0.5em); text(size: 6pt, weight: 500, "切手を貼らずに\nお出しください") }),
    )
  })
}

#context {
  let right = 90mm
  for (index, cells) in data.addressLines.enumerate() {
    let size = column-size(cells, 100mm, 11pt)
    at(right - size * 1.2 * (index + 1) - 2.4mm * index, 27mm + 6mm * index, column(cells, size))
  }
  let size = column-size(data.addressee, 106mm, 19pt)
  at(46mm - size * 0.6, 33mm, column(data.addressee, size))
}

#pagebreak()

// ---- writing side
#let tick(body) = box({ box(baseline: 0.25mm, rect(width: 2.6mm, height: 2.6mm, radius: 0.3mm, stroke: 0.6pt + ink)); h(1mm); body })
#let small(size, body) = { set text(size: size); set par(leading: 0.5em, spacing: 0.5em); body }

#at(7mm, 5.5mm, block(width: 86mm, height: 8mm, stroke: (bottom: 1.6pt + accent), {
  text(size: 16pt, weight: "bold", fill: accent, "私の提案はがき")
  h(1fr)
  text(size: 8pt, data.yearLabel + "　" + data.cityName)
}))
#at(7mm, 16.2mm, fitted(data.noticeText, 86mm, 8.6mm, (7.5pt, 7pt, 6.5pt, 6pt), leading: 0.5em))

#let row = 6.8mm
#let rows = 8
#at(7mm, 26mm, rect(width: 86mm, height: row * rows, radius: 1mm, stroke: 0.8pt + accent))
#for index in range(1, rows) {
  at(8.5mm, 26mm + row * index, line(length: 83mm, stroke: (paint: hairline, thickness: 0.4pt, dash: "dotted")))
}

#at(7mm, 83mm, block(width: 86mm, small(7.5pt, {
  tick([*返事がほしい*])
  h(2mm)
  text(size: 6.5pt, fill: soft, "返事をお望みの方だけ、お名前とご住所をお書きください。")
})))
#at(7mm, 88.2mm, {
  set text(size: 6.5pt, fill: soft)
  set rect(inset: 1.2mm, stroke: 0.6pt + ink)
  stack(
    dir: ttb,
    rect(width: 86mm, height: 8mm, "お名前"),
    rect(width: 86mm, height: 10.5mm, stroke: (x: 0.6pt + ink, bottom: 0.6pt + ink), "ご住所　〒"),
  )
})
#at(7mm, 109.5mm, block(width: 86mm, small(7pt, {
  grid(
    columns: (10mm, ..(1fr,) * 5), row-gutter: 2mm, align: horizon,
    text(weight: "bold", "年代"), ..data.ageBands.enumerate().map(((index, band)) => if calc.rem(index, 5) == 0 and index > 0 { ([], tick(band)) } else { (tick(band),) }).flatten(),
  )
})))
#at(7mm, 119.5mm, block(width: 86mm, small(7pt, grid(
  columns: (auto, 1fr, auto, 4mm, auto), align: horizon,
  text(weight: "bold", "公表"), [　お名前を出さずに、内容を公表して], tick("よい"), [], tick("しないでほしい"),
))))

#at(7mm, 124.6mm, line(length: 86mm, stroke: 0.4pt + hairline))
#at(75.5mm, 125.8mm, svg-image(data.qr, width: 17.5mm, height: 17.5mm))
#at(7mm, 126.6mm, fitted(data.privacyText, 66mm, 9mm, (6.5pt, 6pt, 5.5pt), leading: 0.5em))
#at(7mm, 137.2mm, block(width: 66mm, small(6.5pt, {
  text(weight: "bold", "ウェブからも送れます　")
  text(data.portalUrl)
})))
`,
} as const;

/** A4 portrait: head, summary, then sections, measures and indicators, each with facts, chart and table. */
export const PROGRESS_REPORT_TEMPLATE = {
  name: 'progress-report',
  source: String.raw`
#set document(title: data.title + " " + data.plan, author: data.cityName, date: none)
#set page(
  paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 18mm),
  footer: context [
    #set text(size: 8pt, fill: soft)
    #data.cityName #data.plan #data.title #h(1fr) #counter(page).display() / #counter(page).final().first()
  ],
)
#set par(justify: false, leading: 0.62em, spacing: 0.62em)
#set text(size: 9.5pt, number-width: "tabular")

#let tones = (
  achieved: (fill: rgb("#e6f5ec"), ink: rgb("#115a36"), mark: "◎"),
  on_track: (fill: rgb("#e8f1fe"), ink: accent, mark: "○"),
  behind: (fill: rgb("#ffeee2"), ink: rgb("#8b3a00"), mark: "▲"),
  unknown: (fill: paper, ink: soft, mark: "―"),
)
#let badge(progress, label) = {
  let tone = tones.at(progress)
  box(fill: tone.fill, stroke: 0.5pt + tone.ink, inset: (x: 2mm, y: 0.9mm), radius: 1mm, baseline: 0.9mm,
    text(size: 9pt, weight: "bold", fill: tone.ink, tone.mark + " " + label))
}

#show heading.where(level: 1): it => block(above: 8mm, below: 3mm, sticky: true, width: 100%, inset: (bottom: 1.5mm), stroke: (bottom: 1.2pt + ink), text(size: 13pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 5mm, below: 2.5mm, sticky: true, text(size: 10.5pt, weight: "bold", fill: soft, it.body))
#show heading.where(level: 3): it => block(above: 0mm, below: 0mm, sticky: true, text(size: 11.5pt, weight: "bold", it.body))

// Bars from zero with the values above them; target dashed, baseline dotted, both named at the right.
#let bar-chart(chart) = {
  let width = 74mm
  let height = 34mm
  let labels = 18mm
  let plot = width - labels
  let span = chart.top - chart.bottom
  let y(value) = height * (chart.top - value) / span
  let step = plot / chart.bars.len()
  let bar = calc.min(step * 0.6, 9mm)
  set text(size: 7.5pt)
  block(width: width, height: height + 9mm, {
    place(top + left, dy: -0.5mm, text(fill: soft, "（" + chart.unit + "）"))
    place(top + left, dy: 4mm, block(width: width, height: height, {
      place(top + left, dy: y(0), line(length: plot, stroke: 0.8pt + ink))
      place(top + left, line(length: plot, stroke: 0.3pt + hairline))
      for (index, b) in chart.bars.enumerate().filter(((_, b)) => b.value != none) {
        let upper = y(calc.max(b.value, 0))
        place(top + left, dx: step * index + (step - bar) / 2, dy: upper,
          rect(width: bar, height: calc.max(y(calc.min(b.value, 0)) - upper, 0.2mm), fill: rgb("#3460fb")))
      }
      let lowest = -10mm
      for l in chart.lines.sorted(key: l => -l.value) {
        let at = y(l.value)
        let tone = if l.kind == "target" { rgb("#b3261e") } else { soft }
        place(top + left, dy: at, line(length: plot, stroke: (paint: tone, thickness: 1pt, dash: if l.kind == "target" { "dashed" } else { "dotted" })))
        let words = calc.max(at - 1.4mm, lowest + 3.2mm)
        place(top + left, dx: plot + 1mm, dy: words, text(fill: tone, l.label))
        lowest = words
      }
      for (index, b) in chart.bars.enumerate() {
        let upper = if b.value == none { y(0) } else { y(calc.max(b.value, 0)) }
        let words = if b.value == none { text(fill: soft, b.text) } else { text(weight: "bold", b.text) }
        place(top + left, dx: step * index, dy: upper - 3.6mm, block(width: step, align(center, box(fill: white, outset: (x: 0.5mm, y: 0.2mm), words))))
        place(top + left, dx: step * index, dy: height + 1mm, block(width: step, align(center, b.label)))
      }
    }))
  })
}

#let facts(items) = grid(
  columns: (22mm, 1fr), row-gutter: 1.6mm,
  ..items.map(f => (text(size: 8.5pt, fill: soft, f.term), stack(spacing: 1.2mm, ..f.detail.map(d => text(size: 9pt, d))))).flatten()
)

#let indicator(i) = block(width: 100%, breakable: i.years.len() > 12 or i.notes.len() > 8, above: 4mm, below: 4mm, inset: (top: 2.5mm), stroke: (top: 0.5pt + hairline), {
  grid(columns: (1fr, auto), column-gutter: 3mm, align: (left + top, right + top),
    heading(level: 3, i.name), badge(i.progress, i.progressLabel))
  v(0.8mm)
  text(size: 8pt, fill: soft, i.code + if i.repeated { "　再掲（数には入れていません）" } else { "" })
  v(1.2mm)
  text(size: 15pt, weight: "bold", i.value)
  h(2mm)
  text(size: 8.5pt, fill: soft, i.basis)
  h(3mm)
  text(size: 10pt, i.verdict)
  v(2mm)
  if i.chart == none { facts(i.facts) } else {
    grid(columns: (1fr, 74mm), column-gutter: 5mm, facts(i.facts),
      figure(alt: i.chart.alt, kind: "chart", supplement: none, numbering: none, bar-chart(i.chart)))
  }
  for why in i.why { v(1.2mm); text(size: 8.5pt, fill: rgb("#8b3a00"), "※ " + why) }
  if i.years.len() > 0 {
    v(1mm)
    set text(size: 8.5pt)
    table(
      columns: if i.summed { (22mm, 22mm, 24mm, 1fr) } else { (22mm, 26mm, 1fr) },
      align: (column, row) => if column == 0 or column == (if i.summed { 3 } else { 2 }) { left } else { right },
      inset: (x: 1.5mm, y: 1.1mm),
      stroke: (column, row) => (bottom: if row == 0 { 0.8pt + ink } else { 0.3pt + hairline }),
      table.header(..(("年度", "その年度の値") + (if i.summed { ("累計",) } else { () }) + ("出典・締め",)).map(h => text(weight: "bold", h))),
      ..i.years.map(y => (y.label, y.value) + (if i.summed { (y.sum,) } else { () }) + (if y.restated { text(weight: "bold", y.remarks) } else { y.remarks },)).flatten()
    )
  }
  if i.definition != none { v(1.5mm); text(size: 8.5pt, fill: soft, "定義：" + i.definition) }
  for note in i.notes { v(1.2mm); text(size: 8.5pt, fill: soft, "注：" + note) }
})

#text(size: 9.5pt, fill: soft, data.cityName + "　" + data.kind)
#v(0.5mm)
#text(size: 19pt, weight: "bold", data.title)
#v(0.5mm)
#text(size: 12.5pt, weight: 500, data.plan)
#v(1mm)
#text(size: 9pt, fill: soft, "計画の期間　" + data.period)
#linebreak()
#text(size: 9pt, fill: soft, data.state)

= 総括
#text(size: 10.5pt)[#data.total の指標のうち]
#if data.repeated > 0 { text(size: 9pt, fill: soft, "（ほかに再掲 " + str(data.repeated) + "。数には入れていません）") }
#v(1mm)
#grid(columns: (1fr,) * 4, column-gutter: 3mm,
  ..data.summary.map(s => {
    let tone = tones.at(s.progress)
    block(width: 100%, fill: tone.fill, stroke: 0.6pt + tone.ink, radius: 1mm, inset: (x: 3mm, y: 2.5mm), {
      text(size: 10pt, weight: "bold", fill: tone.ink, tone.mark + " " + s.label)
      h(1fr)
      text(size: 17pt, weight: "bold", str(s.count))
    })
  }))
#v(2mm)
#grid(columns: (24mm, 1fr), row-gutter: 1.8mm,
  ..data.summary.map(s => (text(size: 8.5pt, weight: "bold", s.label), text(size: 8.5pt, s.meaning))).flatten())
#if data.formulas.len() > 0 {
  v(3mm)
  text(size: 9pt, weight: "bold", "達成の見方（式は指標ごとに選び、数字のそばに名前を書いています）")
  v(1.5mm)
  grid(columns: (52mm, 12mm, 1fr), row-gutter: 1.6mm,
    ..data.formulas.map(f => (text(size: 8.5pt, f.name), text(size: 8.5pt, str(f.count) + "件"), text(size: 8.5pt, fill: soft, f.meaning))).flatten())
}
#if data.notes.len() > 0 {
  v(3mm)
  text(size: 9pt, weight: "bold", "この計画の読み方")
  for note in data.notes { v(1.2mm); text(size: 8.5pt, "・" + note) }
}

#for group in data.groups {
  heading(level: 1, group.section)
  for policy in group.policies {
    heading(level: 2, policy.policy)
    for i in policy.indicators { indicator(i) }
  }
}
`,
} as const;

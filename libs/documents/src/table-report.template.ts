/** A4 landscape: title, note, an optional chart, one table whose header repeats on every page. */
export const TABLE_REPORT_TEMPLATE = {
  name: 'table-report',
  source: String.raw`
#set document(title: data.title, date: none)
#set page(
  paper: "a4", flipped: true, margin: (x: 15mm, top: 15mm, bottom: 17mm),
  footer: context [
    #set text(size: 8pt, fill: soft)
    #data.footer #h(1fr) #counter(page).display() / #counter(page).final().first()
  ],
)
#set par(justify: false, leading: 0.6em, spacing: 0.6em)

#text(size: 16pt, weight: "bold", data.title)
#if data.note != none {
  v(1mm)
  block({ set text(size: 9pt, fill: soft); prose(data.note) })
}
#v(3mm)
#if data.chart != none {
  align(center, svg-image(data.chart, width: 100%, height: 78mm, fit: "contain"))
  v(4mm)
}

#let aligns = (left: left, right: right, center: center)
#set text(size: 8.5pt, number-width: "tabular")
#table(
  columns: data.columns.map(c => if c.width == none { auto } else { c.width * 1fr }),
  align: (column, row) => aligns.at(data.columns.at(column).align) + if row == 0 { bottom } else { top },
  inset: (x: 2mm, y: 1.5mm),
  stroke: (column, row) => (bottom: if row == 0 { 1.2pt + ink } else { 0.4pt + hairline }),
  table.header(..data.columns.map(c => text(weight: "bold", c.header))),
  ..data.rows.flatten().map(cell => prose(cell)),
)
#if data.rows.len() == 0 { align(center, pad(y: 6mm, text(fill: soft, "該当するものはありません。"))) }
`,
} as const;

/** What every template begins with: the data, the type, and the helpers for text that people wrote. */
export const PRELUDE = String.raw`
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("#1a1a1c")
#let soft = rgb("#595959")
#let hairline = rgb("#8c8c8c")
#let accent = rgb("#0017c1")
#let paper = rgb("#f4f4f6")
#set text(font: "Noto Sans JP", lang: "ja", region: "JP", size: 10.5pt, fill: ink, cjk-latin-spacing: none)
#set par(leading: 0.78em, spacing: 0.78em, justify: true)

// Ideographic spaces that begin a line keep their width, also where the line is justified.
#let indented(line) = {
  let lead = line.match(regex("^\u{3000}+"))
  if lead == none { line } else { h(lead.text.clusters().len() * 1em); line.slice(lead.end) }
}

// Text with its own line ends: a line end stays a line end, an empty line becomes a small gap,
// and the word that closes a letter stands at the right.
#let prose(s) = {
  for line in s.split("\n") {
    if line.trim() == "" { v(0.55em) }
    else if line.trim() in ("敬具", "敬白", "草々", "以上") { align(right, line.trim()) }
    else { par(indented(line)) }
  }
}

// The largest of the sizes at which the text fits the given box.
#let fitted(s, width, height, sizes, leading: 0.6em) = context {
  let chosen = sizes.last()
  for size in sizes {
    let body = block(width: width, { set text(size: size); set par(leading: leading, spacing: leading); prose(s) })
    if measure(body).height <= height { chosen = size; break }
  }
  block(width: width, { set text(size: chosen); set par(leading: leading, spacing: leading); prose(s) })
}

#let svg-image(s, ..args) = image(bytes(s), format: "svg", ..args)
`;

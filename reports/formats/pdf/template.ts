import { PAGE, SIZES } from "../page-geometry.ts";

/** Names of the two files the template reads. Every word of a report comes in as data: none is ever typst source. */
export const DATA_FILE = "/report.json";
/** A folder that does not exist: what the template reads is handed over in memory. */
export const WORKSPACE = "/wengang-report";
export const pictureFile = (place: number): string => `/picture-${place}.png`;

export const FONT_FAMILY = "Noto Sans S Chinese";

/** The page of GB/T 9704-2012 in typst. A line is as high as its letters; the rest of the line pitch is leading. */
export const TEMPLATE = `
#let report = json("${DATA_FILE}")
#let pitch = ${PAGE.linePitchPt}pt
#let body-size = ${SIZES.body}pt
#set document(title: report.title, author: report.head.issuer, description: report.description, date: none)
#set page(
  paper: "a4",
  margin: (top: ${PAGE.marginTopMm}mm, left: ${PAGE.marginLeftMm}mm, right: ${PAGE.marginRightMm}mm, bottom: ${PAGE.marginBottomMm}mm),
  header: if report.marks.len() > 0 { text(12pt, weight: "medium", report.marks.join("  ")) },
  header-ascent: 10mm,
  footer: context {
    let number = counter(page).get().first()
    align(if calc.odd(number) { right } else { left }, pad(x: ${SIZES.pageNumber}pt, text(${SIZES.pageNumber}pt, "— " + str(number) + " —")))
  },
  footer-descent: ${PAGE.marginBottomMm - PAGE.footerFromEdgeMm}mm,
)
#set text(
  font: "${FONT_FAMILY}", size: body-size, lang: report.lang, region: if report.lang == "zh" { "cn" } else { none },
  top-edge: 0.8em, bottom-edge: -0.2em, tracking: ${(PAGE.characterAdvancePt - SIZES.body).toFixed(2)}pt,
)
#set par(leading: pitch - body-size, spacing: pitch - body-size, justify: report.lang == "zh", first-line-indent: (amount: 2em, all: true))
#show heading: it => block(sticky: true, above: pitch - body-size, below: pitch - body-size, text(body-size, weight: if it.level == 1 { "bold" } else if it.level == 3 { "bold" } else { "medium" }, pad(left: 2em, it.body)))
#show regex("[0-9A-Za-z]*(-\\d[\\d,.]*%?)+"): number => box(baseline: 0.2em, number) // no line ends between a minus and its number

#let level-color(level) = { let known = report.colors.at(level, default: none); if known == none { black } else { rgb(known) } }
#let run(r) = {
  let styled = text(fill: if "level" in r { level-color(r.level) } else { black }, size: if r.at("small", default: false) { 0.86em } else { 1em }, r.text)
  if r.at("strong", default: false) { strong(styled) } else { styled }
}
#let line-of(runs) = runs.map(run).join()
#let cell-text(c) = c.lines.map(line-of).join(linebreak())
#let flush(body) = { set par(first-line-indent: 0pt, justify: false); body }
#let title-lines(lines) = align(center, flush(par(leading: 12pt, text(${SIZES.title}pt, weight: "bold", tracking: 0pt, lines.join(linebreak())))))
#let note(body) = block(above: 8pt, below: 10pt, { set text(${SIZES.note}pt, tracking: 0pt); set par(leading: 6pt, spacing: 6pt, first-line-indent: 0pt, justify: false); body })

#let table-of(t) = {
  block(sticky: true, above: 12pt, below: 6pt, width: 100%, align(center, { set text(${SIZES.note}pt, weight: "medium", tracking: 0pt); set par(first-line-indent: 0pt, leading: 5pt); t.caption }))
  set text(t.size * 1pt, tracking: 0pt, overhang: false)
  set par(first-line-indent: 0pt, leading: 4pt, spacing: 4pt, justify: false)
  let kept(body) = if t.together { block(breakable: false, width: 100%, body) } else { body }
  let side(kind) = if kind == "number" { right } else if kind == "tag" { center } else { left }
  kept(table(
    columns: t.shares.map(share => share * 1fr),
    stroke: none,
    inset: (x: 2.5pt, y: 3.6pt),
    align: (x, y) => (if y == 0 { center } else { side(t.columns.at(x).kind) }) + horizon,
    fill: (x, y) => if t.shaded.contains(y) { luma(242) } else { none },
    table.header(table.hline(stroke: 1pt), ..t.columns.map(c => text(weight: "medium", c.head)), table.hline(stroke: 0.5pt)),
    ..t.rows.map(r => {
      let tall = r.below.len() > 0
      let first = r.cells.enumerate().map(((x, c)) => table.cell(breakable: false, rowspan: if tall and x == 0 { 2 } else { 1 }, {
        let inner = cell-text(c)
        if r.at("kind", default: none) == "sum" { inner = text(weight: "medium", inner) }
        if r.at("kind", default: none) == "sub" and x == 0 { pad(left: 1em, inner) } else { inner }
      }))
      if not tall { return first }
      let said = r.below.map(c => { text(weight: "medium", c.head); cell-text(c) }).join(linebreak())
      first + (table.cell(breakable: false, colspan: r.cells.len() - 1, align: left + top, said),)
    }).flatten(),
    ..t.rules.enumerate().map(((i, y)) => table.hline(y: y, stroke: if i + 1 == t.rules.len() { 1pt } else { 0.4pt + luma(150) })),
  ))
  v(6pt)
}

#let figure-of(f) = block(breakable: false, above: 12pt, below: 10pt, {
  align(center, flush(text(${SIZES.note}pt, weight: "medium", tracking: 0pt, f.title)))
  v(-4pt)
  align(center, image(f.file, alt: f.says, width: f.width * 1%))
  note(f.says)
})

#let annex-of(a) = {
  pagebreak()
  flush(text(weight: "medium", a.name))
  v(10pt)
  show heading: it => title-lines(a.lines)
  heading(level: 1, a.title)
  v(10pt)
}

#let paragraph-of(p) = if p.role == "note" { note(line-of(p.runs)) } else { par(line-of(p.runs)) }

#let annex-lines(lines) = for line in lines { pad(left: line.left * 1em, flush(line.text)) }
#let annex-list(lines) = if lines.len() > 0 { v(pitch - body-size); annex-lines(lines) }

#let signature() = if report.head.date != none {
  v(2 * pitch)
  set par(first-line-indent: 0pt)
  align(right, pad(right: 4em, { report.head.issuer; linebreak(); report.head.date }))
  if report.head.copies != "" { v(pitch / 2); block(width: 100%, stroke: (top: 0.7pt, bottom: 0.7pt), inset: (x: 1em, y: 5pt), text(${SIZES.pageNumber}pt, tracking: 0pt, flush(report.head.copies))) }
}

#v(6mm)
#align(center, flush(text(report.head.size * 1pt, weight: "bold", fill: rgb("#e60012"), tracking: 0pt, report.head.issuer)))
#v(2mm)
#align(center, flush(report.head.number))
#block(above: 3mm, below: 0pt, line(length: 100%, stroke: 1.5pt + rgb("#e60012")))
#v(2 * pitch - body-size)
#title-lines(report.titleLines)
#v(pitch / 2)
#if report.head.addressee != "" { flush(report.head.addressee) }

#for block in report.blocks {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "paragraph" { paragraph-of(block) }
  else if block.kind == "table" { table-of(block) }
  else if block.kind == "figure" { figure-of(block) }
  else if block.kind == "ending" {
    std.block(breakable: false, width: 100%, spacing: pitch - body-size, { block.last.map(paragraph-of).join(); annex-list(block.lines); signature() })
  }
  else if block.kind == "annex" { annex-of(block) }
}
`;

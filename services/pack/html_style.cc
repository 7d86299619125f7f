// How a pack looks, on paper first: one typeface, ink on white, colour for status only. The signs are those of the page
// (services/dashboard/web/src/parts/signs.tsx): letter, shape and fill each tell them apart without the other two.
#include "services/pack/html.h"

namespace rollcall::pack {

const std::string_view kStyle = R"(
@page { size: A4; margin: 18mm 16mm 16mm; }
@page wide { size: A4 landscape; margin: 14mm; }
:root { --ink: #16191d; --quiet: #565d66; --line: #dfe2e6; --met: #0f5c6e; --late: #d5eaee; --progress: #f5d374; --progress-line: #8a6606; --lapsed: #63459a; --overdue: #b3361e; --told: #565d66; --silent: #9aa1aa; }
*, *::before, *::after { box-sizing: border-box; }
html { font: 10.5pt/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif; color: var(--ink); background: #fff; }
body { margin: 0 auto; padding: 2rem; max-width: 62rem; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
h1 { font-size: 24pt; line-height: 1.12; font-weight: 650; letter-spacing: -.015em; margin: .3rem 0 1.2rem; }
h2 { font-size: 14pt; line-height: 1.25; font-weight: 650; margin: 2.4rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--ink); break-after: avoid; }
h3 { font-size: 10.5pt; font-weight: 650; margin: 1.2rem 0 .3rem; break-after: avoid; }
p { margin: 0 0 .6rem; max-width: 44rem; }
.label { font-size: 9pt; color: var(--quiet); margin: 0; }
.fine { font-size: 8.5pt; color: var(--quiet); }
.nothing { color: var(--quiet); }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; margin: 0; max-width: 44rem; }
dl.facts dt { color: var(--quiet); }
dl.facts dd { margin: 0; }
.pin { margin-top: 1.2rem; padding: .6rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
ol.contents { columns: 2; column-gap: 2rem; margin: 1rem 0 0; padding: 0 0 0 1.4rem; font-size: 9.5pt; }
a { color: inherit; text-decoration: none; }
ol.contents a { border-bottom: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.35; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; font-weight: 600; color: var(--quiet); vertical-align: bottom; padding: .2rem .7rem .25rem 0; border-bottom: 1px solid var(--ink); }
td { vertical-align: top; padding: .25rem .7rem .25rem 0; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; }
.whole { white-space: nowrap; }
.refs { font-size: 8pt; color: var(--quiet); white-space: normal; }
.theme th { padding-top: .8rem; color: var(--ink); border-bottom: 1px solid var(--ink); break-after: avoid; }
th[scope='row'] { font-weight: 400; color: var(--ink); vertical-align: top; padding-top: .25rem; border-bottom: 1px solid var(--line); }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .8rem 1.6rem; margin: 1rem 0; padding: 0; }
.figures div { border-top: 1px solid var(--line); padding-top: .3rem; }
.figures dt { font-size: 8.5pt; color: var(--quiet); }
.figures dd { margin: 0; font-size: 17pt; font-weight: 650; line-height: 1.15; }
.bar { width: 100%; max-width: 44rem; margin: .4rem 0 .3rem; border-collapse: separate; border-spacing: 1px 0; table-layout: fixed; }
.bar td { height: .9rem; padding: 0; }
.tile { position: relative; display: inline-grid; place-items: center; width: 14pt; height: 14pt; font-size: 7.5pt; line-height: 1; font-weight: 700; border: 1.5px solid transparent; border-radius: 2px; vertical-align: -2pt; }
.tile, .bar td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.met { background: var(--met); color: #fff; }
.met_late { background: var(--late); color: #0a414e; border: 1.5px solid var(--met); }
.in_progress { background: var(--progress); color: #3a2b00; border: 1.5px solid var(--progress-line); }
.lapsed { color: var(--lapsed); border: 1.5px dashed var(--lapsed); }
.overdue { background: var(--overdue); color: #fff; }
.overdue_silent { color: var(--overdue); border: 1.5px solid var(--overdue); }
.tile.overdue, .tile.overdue_silent { border-radius: 50%; }
.open_told { color: var(--told); border: 1.5px solid var(--told); }
.tile.silent { color: var(--quiet); font-size: 12pt; }
.bar .silent { background: var(--line); }
.tile.disputed::after { content: '!'; position: absolute; top: -5pt; right: -5pt; width: 8pt; height: 8pt; display: grid; place-items: center; border-radius: 50%; background: var(--ink); color: #fff; font-size: 6pt; }
ul.legend { list-style: none; margin: .5rem 0 1rem; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: 8.5pt; color: var(--quiet); }
.wide { page: wide; break-before: page; }
.wide h2 { margin-top: 0; }
.matrix { width: auto; }
.matrix th.country { writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; padding: .2rem 0; font-weight: 500; font-size: 8pt; color: var(--ink); border: 0; }
.matrix td.cell { text-align: center; padding: .2rem .15rem; }
.matrix th.country span { display: block; max-height: 11rem; overflow: hidden; }
.matrix td.wording { min-width: 13rem; max-width: 24rem; }
.matrix-room, .room { overflow-x: auto; }
.matrix-room { margin-bottom: 1.2rem; }
.session { margin: 1.4rem 0 .3rem; }
.question { margin: .8rem 0 .3rem; break-after: avoid; }
ul.said { list-style: none; margin: .2rem 0 .8rem; padding: 0 0 0 .9rem; border-left: 1px solid var(--line); }
ul.said li { margin: 0 0 .45rem; break-inside: avoid; }
.who { font-size: 8.5pt; color: var(--quiet); }
footer { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: 8.5pt; color: var(--quiet); }
code { font: inherit; color: var(--ink); }
@media screen { ol.contents a { display: inline-block; padding-block: .3125rem; } }
@media print { body { padding: 0; max-width: none; } .matrix-room, .room { overflow: visible; } }
@media (max-width: 40rem) { body { padding: 1rem; } ol.contents { columns: 1; } }
)";

}  // namespace rollcall::pack

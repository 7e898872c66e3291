/** What the page adds to the design system: figures, charts, notes, the side contents, and print. */
export const pageStyle = `
html{scroll-padding-top:1rem}
body{overflow-wrap:break-word}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.page-band{border-top:.5rem solid #0065bd}
.ds_page-header{margin:1.5rem 0 1.5rem;padding-bottom:1.5rem;border-bottom:1px solid #b3b3b3}
.ds_page-header h1{margin-bottom:.5rem;text-wrap:balance}
.subtitle{font-size:1.1875rem;line-height:1.5;color:#333;max-width:44rem;margin:0 0 1rem}
.ds_page-header .ds_metadata{margin:0}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:0 3rem;padding-bottom:4rem}
main{min-width:0}
main>section{max-width:47rem}
main>section>h2{padding-top:1.5rem;border-top:1px solid #b3b3b3;margin-top:2rem}
main>section:first-child>h2{border-top:0;margin-top:0;padding-top:0}
p,li,dd{max-width:42rem}
h3{text-wrap:balance}
.contents .ds_contents-nav__list{margin-bottom:2rem;padding-left:1.5rem}
.contents .ds_contents-nav__item::before{left:-1.5rem;width:.75rem}
.contents .ds_contents-nav__list ul{list-style:none;margin:.25rem 0 0 .75rem;padding:0}
.contents li{margin-bottom:.375rem}
.contents a{text-decoration-thickness:1px}
summary:focus-visible,a:focus-visible,.table-scroll:focus-visible{outline:3px solid #1a1a1a;outline-offset:2px;background-color:#fdd522;color:#1a1a1a}
.table-scroll:focus-visible{background:none}
.finding{margin:0 0 1.5rem}
.finding p{margin:0 0 .25rem}
.summary .finding{border-left:.25rem solid #b3b3b3;padding-left:1rem}
.summary .finding:has(.verdict--worse){border-left-color:#12436d}
.summary .finding:has(.verdict--better){border-left-color:#28a197}
.finding .verdict{font-size:.875rem;line-height:1.5;font-weight:700;margin:0}
.verdict--worse::before{content:"\\25BC\\00A0"/""}
.verdict--better::before{content:"\\25B2\\00A0"/""}
.verdict--not-clear{color:#5e5e5e}
.verdict--not-clear::before{content:"\\2248\\00A0"/""}
.figure{font-variant-numeric:tabular-nums lining-nums}
.ds_tag.evidence{font-size:.8125rem;line-height:1.4;padding:0 .375rem;white-space:nowrap;background:#ebebeb;color:#333;outline-color:#767676;vertical-align:.06em}
.ds_tag.evidence--projected,.ds_tag.evidence--modelled,.ds_tag.evidence--assumption{background:#fff;color:#801650;outline:1px dashed #801650;outline-offset:-1px}
details.sources,.table-note,.chart-key{font-size:.875rem;line-height:1.5}
details>summary{cursor:pointer;color:#0065bd;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.16em;width:fit-content;min-height:1.5rem}
details>summary:hover{text-decoration-thickness:2px}
details.sources>ul{border-left:.25rem solid #d9d9d9;padding-left:.75rem;margin:.25rem 0 .5rem}
.origins{list-style:none;margin:0 0 .5rem;padding:0}
.origins ul{list-style:none;margin:.25rem 0 0;padding:0}
.origins li{margin-bottom:.25rem;max-width:none}
code{font-family:ui-monospace,Consolas,"Liberation Mono",monospace;font-size:.85em;overflow-wrap:anywhere;color:#333}
.chart{margin:2rem 0 2.5rem}
.chart h3,.chart h4{margin:0 0 .25rem;text-wrap:balance}
.part{margin-top:3rem;padding-top:1rem;border-top:1px solid #d9d9d9}
.chart-subtitle{margin:0 0 .75rem;font-size:1rem;line-height:1.5;color:#5e5e5e}
.chart svg{display:block;width:100%;height:auto;overflow:visible}
.chart svg text{white-space:pre;font-variant-numeric:tabular-nums}
.chart-wide{display:none}
.chart-narrow{max-width:28rem}
.chart-key{margin:.5rem 0;color:#5e5e5e}
.chart-figures{margin-top:.5rem;font-size:1rem;line-height:1.5}
.chart-figures>summary{margin-bottom:.5rem}
.table-scroll{overflow-x:auto;margin:1.5rem 0 .5rem}
.ds_table{margin-bottom:0;font-size:1rem;line-height:1.4}
.ds_table caption{margin-bottom:.5rem;text-wrap:balance}
.ds_table caption .unit,.ds_table th .unit{font-weight:400;color:#404040;font-size:.875rem}
.ds_table th .unit{display:block}
.ds_table tr>*{padding:.375rem .75rem .375rem .5rem}
.ds_table tbody>tr:nth-child(even)>td{background:none}
.ds_table tbody th{background:none;font-weight:400;min-width:9rem}
.ds_table tbody tr.own>*{background:#e6eef6!important;font-weight:700}
.ds_table tbody tr.own .limits,.ds_table tbody tr.own .change{font-weight:400}
.figures td,.figures thead th:not(:first-child){text-align:right;font-variant-numeric:tabular-nums lining-nums}
.figures thead th{vertical-align:bottom}
.limits,.change{display:block;white-space:nowrap;font-size:.875rem;color:#404040}
td>.unit{font-size:.875rem}
td .evidence{display:block;width:fit-content;margin:.125rem 0 0 auto}
.figures{width:auto;min-width:min(100%,28rem)}
#table-of-sources{min-width:56rem}
#data-quality{min-width:44rem}
#data-quality tbody th{min-width:16rem}
#data-quality .edition{font-size:.875rem;color:#404040}
#data-quality td:nth-child(2){min-width:6.5rem}
#data-quality .line{display:block}
#data-quality .line+.line{margin-top:.375rem}
#data-quality data{font-variant-numeric:tabular-nums lining-nums}
#table-of-sources td:last-child{min-width:15rem}
.reference{font-size:1rem;line-height:1.5}
.table-note{margin-bottom:2rem;color:#404040}
.table-note p{margin:0 0 .25rem}
.classes,.gaps,.indicators{margin:0 0 1.5rem}
.classes{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
.classes dt,.classes dd{margin:0}
.gaps dt,.indicators dt{margin-top:.75rem}
.gaps dd,.indicators dd{margin-left:0}
.indicators dd p,.indicators dd ul{margin-bottom:.25rem}
.indicators,.gaps,.issues,.methods{font-size:1rem;line-height:1.5}
.note{border-left:.25rem solid #b3b3b3;padding-left:1rem;margin:0 0 1.5rem}
.locality+.locality{margin-top:3rem}
@media (min-width:48rem){.chart-wide{display:block}.chart-narrow{display:none}}
@media (min-width:62rem){
.columns{grid-template-columns:15rem minmax(0,1fr)}
.contents{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow-y:auto;padding-right:.5rem}
}
@media print{
#table-of-sources,#data-quality{min-width:0}
#table-of-sources td:last-child{min-width:0}
@page{size:A4;margin:18mm 16mm}
html{font-size:12.5px}
html,body{background:#fff}
body{color:#000;line-height:1.45}
.ds_skip-links{display:none}
.page-band{border-top:1pt solid #000}
.ds_wrapper{width:auto;padding:0}
.columns{display:block;padding:0}
main>section,p,li,dd,.subtitle{max-width:none}
h1,h2,h3,h4,caption,figcaption{break-after:avoid;break-inside:avoid}
#table-of-sources,#data-quality,#data-quality .edition{font-size:.75rem}
#data-quality td:nth-child(2){min-width:0}
.contents{position:static;max-height:none;columns:2;margin-bottom:6mm}
.contents h2{column-span:all}
a{color:inherit;text-decoration:none}
.finding{break-inside:avoid}
p{orphans:3;widows:3}
.chart-wide{display:block;break-inside:avoid;max-width:150mm}
.chart-narrow{display:none}
details::details-content{content-visibility:visible;display:block;block-size:auto}
details>summary{color:#404040;text-decoration:none;font-size:.75rem;list-style:none;min-height:0;font-weight:700}
.chart-figures>summary{display:none}
details.sources,.table-note,.chart-key{font-size:.75rem;line-height:1.35}
details.sources>ul{border-left-width:1pt;margin:0 0 2mm}
.origins li{display:inline}
.origins li::after,.origins ul::before{content:" "}
.origins ul,.origins ul li{display:inline}
.origins code,.origins .in-full{display:none}
.table-scroll{overflow:visible;margin:3mm 0 1mm}
.table-scroll:not(:has(tbody tr:nth-child(16))){break-inside:avoid}
.table-note{margin-bottom:4mm}
.ds_table{font-size:.875rem;line-height:1.3}
.limits,.change,.ds_table caption .unit,.ds_table th .unit{font-size:.75rem}
.chart-figures .ds_table{font-size:.75rem}
.chart-figures .ds_table tr>*{padding:.3mm 2mm .3mm 1mm}
.chart-figures .limits{display:inline}
.chart-figures:has(tbody tr:nth-child(25)) .table-scroll{display:none}
.chart-figures:has(tbody tr:nth-child(25)) .table-note::before{content:"The figures drawn are in the tables beside this page."}
.ds_table thead{display:table-header-group}
.ds_table th,.ds_table tbody tr.own>*{background:none!important}
.ds_table tr{break-inside:avoid}
.ds_tag.evidence{font-size:.6875rem}
}
`.trim();

"""The look beyond the theme: sizes and spaces of our own elements, none of it holding data.

Plain text is small print unless the container around it says otherwise: a container costs as much as the text.
"""

import streamlit as st

STYLE = """<style>
.block-container, [data-testid="stMainBlockContainer"] { padding-top: 4.25rem; max-width: 1240px; }
h1 { letter-spacing: -0.015em; padding-top: 0 !important; }
[data-testid="stText"], [data-testid="stText"] * {
  font-family: "IBM Plex Sans", sans-serif; font-size: 0.9rem; line-height: 1.45; opacity: 0.82; max-width: 52rem; }
[class*="st-key-said"] > :first-child [data-testid="stText"], [class*="st-key-said"] > :first-child [data-testid="stText"] * {
  font-family: "IBM Plex Sans", sans-serif; font-size: 1.35rem; line-height: 1.45; font-weight: 400; opacity: 1; max-width: 46rem; }
[class*="st-key-strong"] [data-testid="stText"], [class*="st-key-strong"] [data-testid="stText"] *,
[class*="st-key-items"] > :nth-child(odd) [data-testid="stText"], [class*="st-key-items"] > :nth-child(odd) [data-testid="stText"] *,
:has(+ [data-testid="stElementContainer"] [data-testid="stPlotlyChart"]) > [data-testid="stText"],
:has(+ [data-testid="stElementContainer"] [data-testid="stPlotlyChart"]) > [data-testid="stText"] * {
  font-family: "IBM Plex Sans", sans-serif; font-size: 1.02rem; font-weight: 600; line-height: 1.4; opacity: 1; }
[class*="st-key-items"] > :nth-child(odd):not(:first-child) { margin-top: 0.6rem; }
[class*="st-key-huge"] > * { flex: 1 1 auto !important; width: auto !important; min-width: 0; }
[class*="st-key-huge"] [data-testid="stMetricValue"] {
  white-space: nowrap; font-size: clamp(2.2rem, 4vw, 3.6rem); font-weight: 600; line-height: 1.1; letter-spacing: -0.02em; overflow: visible; }
[data-testid="stMain"] [data-testid="stPageLink"] { margin-left: -0.5rem; }
[data-testid="stElementContainer"]:has([data-testid="stPageLink"]):has(+ [data-testid="stElementContainer"] [data-testid="stText"]) { margin-bottom: -0.85rem; }
[data-testid="stElementContainer"]:has([data-testid="stPageLink"]):has(+ [data-testid="stElementContainer"] [data-testid="stText"]) p { font-size: 1.02rem; font-weight: 600; }
.st-key-onepager { gap: 0.75rem; }
[data-testid="stMainBlockContainer"]:has(.st-key-onepager) { padding-bottom: 1rem; }
.st-key-onepager > [data-testid="stElementContainer"] [data-testid="stText"], .st-key-onepager > [data-testid="stElementContainer"] [data-testid="stText"] * { max-width: none; }
.st-key-onepager [data-testid="stColumn"] > [data-testid="stVerticalBlock"] { gap: 0.75rem; }
.st-key-onepager [data-testid="stColumn"] [data-testid="stText"], .st-key-onepager [data-testid="stColumn"] [data-testid="stText"] * {
  font-size: 0.9rem; font-weight: 400; line-height: 1.45; opacity: 1; }
.st-key-onepager [data-testid="stColumn"] [data-testid="stText"] *::first-line { font-size: 1.02rem; font-weight: 600; }
.st-key-onepager [data-testid="stColumn"]:nth-child(2) > [data-testid="stVerticalBlock"] > :last-child:not(:first-child) [data-testid="stText"] { opacity: 0.82; }
.st-key-onepager [data-testid="stColumn"]:nth-child(2) > [data-testid="stVerticalBlock"] > :last-child:not(:first-child) [data-testid="stText"] *::first-line { font-size: inherit; font-weight: 400; }
@media (min-width: 641px) and (max-width: 1000px) {
  .st-key-onepager [data-testid="stColumn"] { flex: 1 1 45%; min-width: 45%; }
}
[data-testid="stMainBlockContainer"]:has(.st-key-workshop) { max-width: 1720px; padding-bottom: 2rem; }
.st-key-workshop [class*="st-key-said"] > :first-child [data-testid="stText"], .st-key-workshop [class*="st-key-said"] > :first-child [data-testid="stText"] * {
  font-size: clamp(1.2rem, 1.9vw, 2.5rem); line-height: 1.35; max-width: none; }
.st-key-workshop [class*="st-key-huge"] [data-testid="stMetricValue"] { font-size: clamp(2.2rem, 5vw, 6.5rem); }
.st-key-workshop [data-testid="stMetricLabel"] *, .st-key-workshop [data-testid="stMetricDelta"], .st-key-workshop [data-testid="stMetricDelta"] * { font-size: clamp(0.8rem, 1.15vw, 1.5rem) !important; }
.st-key-workshop [data-testid="stSlider"] [data-testid="stWidgetLabel"] * { font-size: clamp(1rem, 1.15vw, 1.5rem); }
.st-key-workshop [data-testid="stSlider"] [data-testid="stWidgetLabel"] { margin-bottom: clamp(0.25rem, 0.8vw, 1rem); }
.st-key-workshop > [data-testid="stElementContainer"] [data-testid="stText"], .st-key-workshop > [data-testid="stElementContainer"] [data-testid="stText"] * {
  font-size: clamp(0.9rem, 0.95vw, 1.2rem); max-width: 100rem; }
.st-key-workshop [data-testid="stButtonGroup"] button *, .st-key-workshop [data-testid="stButton"] button * { font-size: clamp(0.9rem, 1vw, 1.3rem); }
@media (min-width: 641px) {
  .st-key-workshop [class*="st-key-choices"] > :has([data-testid="stButtonGroup"]), .st-key-workshop [data-testid="stButtonGroup"] { width: max-content !important; max-width: 100%; }
}
.st-key-workshop [class*="st-key-choices"] > :has([data-testid="stButton"]) { flex: 0 0 auto; }
.st-key-workshop [data-testid="stSliderThumbValue"] { font-size: clamp(1rem, 1.2vw, 1.5rem); font-weight: 600; }
[data-testid="stMetricValue"] { font-variant-numeric: tabular-nums; }
[data-testid="stMetricLabel"] { opacity: 0.85; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] * { color: inherit; opacity: 0.9; }
button[data-variant][data-selected="true"], [data-testid="stSliderThumbValue"] { color: inherit !important; }
a:focus-visible { outline: 2px solid currentColor !important; outline-offset: 2px; }
[data-testid="stSidebarNav"] { padding-bottom: 0.25rem; }
.door, .door:visited { color: inherit; font-size: 0.9rem; }
[class*="st-key-ranked"] [data-testid="stText"] *::first-line { font-size: 1.02rem; font-weight: 600; }
.st-key-quadrants-seen > :last-child { display: none; }
[class*="st-key-numbers"] > * { flex: 1 1 auto !important; width: auto !important; min-width: 6rem; }
[class*="st-key-choices"] > * { flex: 1 1 6.5rem; max-width: 26rem; }
[class*="st-key-choices"] > :has([data-testid="stButtonGroup"]), [class*="st-key-choices"] > :has([data-testid="stPopover"]) { flex: 0 0 auto; }
[class*="st-key-choices"] [data-testid="stButtonGroup"] button, [class*="st-key-choices"] [data-testid="stPopover"] button { min-height: 2.5rem; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
@media (min-width: 641px) {
  [data-testid="stLayoutWrapper"]:has(> [class*="st-key-narrow"]) { display: none; }
}
@media (min-width: 641px) and (max-width: 1399px) { [class*="st-key-numbers"] [data-testid="stMetricValue"] { font-size: 2rem; } }
@media (min-width: 1000px) {
  [data-testid="stVerticalBlock"]:has(> [data-testid="stLayoutWrapper"] > [class*="st-key-choices-guest"]) { flex-flow: row wrap; align-items: center; }
  [data-testid="stVerticalBlock"]:has(> [data-testid="stLayoutWrapper"] > [class*="st-key-choices-guest"]) > * { flex: 1 1 100%; }
  [data-testid="stElementContainer"]:has(+ [data-testid="stLayoutWrapper"] > [class*="st-key-choices-guest"]) { flex: 1 1 30%; min-width: 0; width: auto !important; }
  [data-testid="stLayoutWrapper"]:has(> [class*="st-key-choices-guest"]) { flex: 0 1 auto !important; width: auto !important; max-width: 68%; }
  [class*="st-key-choices-guest"] { justify-content: flex-end; }
  [class*="st-key-choices-guest"] > * { flex: 0 1 auto; width: auto !important; }
  [class*="st-key-choices-guest"] [data-testid="stSelectbox"] { display: flex; align-items: center; gap: 0.5rem; }
  [class*="st-key-choices-guest"] [data-testid="stSelectbox"] > label { margin: 0; min-height: 0; white-space: nowrap; }
  [class*="st-key-choices-guest"] [data-testid="stSelectbox"] > :not(label) { width: 12rem; }
}
@media (min-width: 1000px) and (max-height: 800px) {
  [data-testid="stApp"]:not(:has([data-testid="stExpandSidebarButton"])) [data-testid="stMainBlockContainer"] { padding-top: 1.5rem; }
  [data-testid="stApp"]:not(:has([data-testid="stExpandSidebarButton"])) [data-testid="stHeader"] { background: none; pointer-events: none; }
  [data-testid="stHeader"] button { pointer-events: auto; }
  [data-testid="stMainBlockContainer"] h1 { font-size: 1.6rem; }
  [data-testid="stMainBlockContainer"]:has(.st-key-onepager) { padding-bottom: 0.5rem; }
  [data-testid="stMain"] [class*="st-key-said"] > :first-child [data-testid="stText"], [data-testid="stMain"] [class*="st-key-said"] > :first-child [data-testid="stText"] * {
    font-size: 1.2rem; line-height: 1.35; max-width: 62rem; }
  .st-key-onepager, .st-key-onepager [data-testid="stColumn"] > [data-testid="stVerticalBlock"] { gap: 0.5rem; }
  .st-key-onepager [data-testid="stColumn"] [data-testid="stText"], .st-key-onepager [data-testid="stColumn"] [data-testid="stText"] * { font-size: 0.85rem; line-height: 1.35; }
  .st-key-onepager [data-testid="stMetricValue"] { font-size: 1.7rem; line-height: 1.2; padding: 0; }
}
@media (max-width: 640px) {
  [class*="st-key-numbers"] > * { flex: 1 1 45% !important; min-width: 45% !important; }
  [class*="st-key-numbers"] [data-testid="stMetricValue"] { font-size: 1.6rem; }
  [class*="st-key-numbers"] [data-testid="stMetricLabel"] * { white-space: normal; }
  [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) { gap: 1rem; }
  [data-testid="stButtonGroup"] button { padding-left: 0.6rem; padding-right: 0.6rem; }
  [data-testid="stMain"] [data-testid="stButton"] button, [data-testid="stMain"] [data-testid="stButton"] button * { white-space: normal; height: auto; text-align: left; }
  [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"] .st-key-stands-out) { flex-direction: column; flex-wrap: nowrap; }
  [data-testid="stColumn"]:has(.st-key-stands-out), [data-testid="stColumn"]:has(.st-key-stands-out) > [data-testid="stVerticalBlock"] { display: contents; }
  .st-key-stands-out, [data-testid="stLayoutWrapper"]:has(> .st-key-stands-out) { order: 1; }
  .st-key-roi-parts > * > [data-testid="stHorizontalBlock"], .st-key-roi-parts > [data-testid="stHorizontalBlock"] { flex-direction: column-reverse; }
  [class*="st-key-huge"] { flex-wrap: nowrap !important; }
  [class*="st-key-huge"] [data-testid="stMetricValue"], [class*="st-key-huge"] [data-testid="stMetricValue"] * { font-size: clamp(1rem, 5.2vw, 1.55rem) !important; }
  .st-key-onepager { flex-flow: row wrap; }
  .st-key-onepager > * { flex: 1 1 100%; }
  .st-key-onepager > :has(> .st-key-numbers-overview), .st-key-onepager .st-key-numbers-overview,
  .st-key-onepager > :has(> [data-testid="stHorizontalBlock"] > [data-testid="stColumn"]), .st-key-onepager [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) { display: contents; }
  .st-key-onepager .st-key-numbers-overview > * { order: 1; flex: 1 1 40% !important; min-width: 40% !important; }
  .st-key-onepager [data-testid="stColumn"] { order: 2; flex: 1 1 100%; min-width: 100%; }
  .st-key-onepager [data-testid="stColumn"]:nth-child(2) { order: 3; }
  .st-key-onepager .st-key-numbers-overview > :nth-child(n + 3) { order: 4; }
  .st-key-onepager [data-testid="stColumn"]:nth-child(3) { order: 5; }
  .st-key-onepager > [data-testid="stElementContainer"] { order: 6; }
  .st-key-quadrants-seen > :not(:first-child) { display: none; }
  [data-testid="stLayoutWrapper"]:has(> [class*="st-key-wide"]) { display: none; }
  .st-key-quadrants-seen > :last-child { display: flex; }
  [data-testid="stMainBlockContainer"] { padding: 4.25rem 1rem 2rem; }
  h1 { font-size: 1.6rem !important; }
  [class*="st-key-said"] > :first-child [data-testid="stText"], [class*="st-key-said"] > :first-child [data-testid="stText"] * { font-size: 1.15rem; }
}
@media print {
  [data-testid="stSidebar"], header, [class*="st-key-no-print"], [data-testid="stDownloadButton"],
  [data-testid="stElementContainer"]:has([data-testid="stPopover"]), [data-testid="stPopover"], [data-testid="stButtonGroup"] { display: none !important; }
  [data-testid="stAppViewContainer"], [data-testid="stMain"], [data-testid="stApp"] {
    position: static !important; overflow: visible !important; height: auto !important; }
  @page { margin: 12mm; }
  html, body, #root { background: #FFFFFF !important; color-scheme: light !important; }
  [data-testid="stMainBlockContainer"] { padding: 0 !important; max-width: none; }
  [data-testid="stApp"], [data-testid="stApp"] * { color: #26231E !important; background-color: transparent !important; color-scheme: light !important; }
  [data-testid="stApp"] svg text { fill: #26231E !important; }
  [data-testid="stTooltipIcon"] { display: none !important; }
  .st-key-onepager [data-testid="stHorizontalBlock"], .st-key-onepager [class*="st-key-numbers"] {
    display: flex !important; flex-flow: row nowrap !important; gap: 1.25rem !important; }
  .st-key-onepager [data-testid="stColumn"] { flex: 1 1 0 !important; width: auto !important; min-width: 0 !important; }
  .st-key-onepager [class*="st-key-numbers"] > * { flex: 1 1 auto !important; min-width: 0 !important; }
  .st-key-onepager [data-testid="stMetricValue"] { font-size: 1.35rem !important; }
  .st-key-onepager [data-testid="stMetricDelta"], .st-key-onepager [data-testid="stMetricLabel"] * { font-size: 0.75rem !important; }
  .st-key-onepager [data-testid="stPlotlyChart"] { zoom: 0.6; }
  .st-key-onepager [data-testid="stColumn"] [data-testid="stText"] * { font-size: 0.75rem; }
  [data-testid="stMainBlockContainer"]:has(.st-key-onepager) h1 { font-size: 1.4rem !important; }
  .st-key-onepager [class*="st-key-said"] > :first-child [data-testid="stText"] * { font-size: 1.1rem; max-width: none; }
}
</style>"""


def apply() -> None:
    """Nothing; the style sheet is on the page."""
    st.html(STYLE)

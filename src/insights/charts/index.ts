export { describeFigure } from './describe-figure.ts';
export { type Chart, type ChartOptions, drawFigure } from './draw-figure.ts';
export { cellInWords } from './drawn-rows.ts';
export { escapeMarkup } from './escape-markup.ts';
export { type Card, type CardContent, chartWidthOfCard, figureCard } from './figure-card.ts';
export { formatCell, formatInterval, formatMonth, formatN, formatNumber, formatPeriod, formatShort } from './format.ts';
export { textWidth } from './measure.ts';
export { type ChartTheme, DARK, LIGHT } from './theme.ts';
export { type Locale, WORDS } from './words.ts';

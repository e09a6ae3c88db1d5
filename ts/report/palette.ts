/**
 * The report's colours: dark ink on white paper, blues for numbers, one orange for validation and mistakes. Figures
 * carry the light ones; where they stand in the page, its stylesheet gives each its dark twin.
 */

export const light = {
  paper: '#ffffff',
  ink: '#1c2127',
  muted: '#59626d',
  rule: '#dfe3e8',
  blue: '#2264b0',
  orange: '#bd4b00',
  /** A full cell of a heat map; emptier cells let the paper through. */
  heat: '#08417f',
  /** A full cell of mistakes. */
  heatWrong: '#e57a2b',
  /** Text on pale cells, and on deep ones: as far apart as can be, since halfway between neither is easy to read. */
  onPale: '#000000',
  onHeat: '#fefefe',
} as const;

export type Colour = keyof typeof light;

export const dark: Readonly<Record<Colour, string>> = {
  paper: '#16191d',
  ink: '#e8eaed',
  muted: '#a4adb8',
  rule: '#30363e',
  blue: '#6fb1ff',
  orange: '#ff9a57',
  heat: '#2a74cc',
  heatWrong: '#a8480c',
  onPale: '#fdfdfd',
  onHeat: '#fefefe',
};

/** System fonts in pages; Inter is what the PNG files are set in. */
export const fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, Inter, 'Helvetica Neue', Arial, sans-serif";

/** What all charts have in common. */

import { fontFamily, light } from './palette.ts';
import { spotAt } from './svg.ts';

/** Charts are drawn about as wide as a phone, so that their texts stay readable there and fill half a desk's page. */
export const chartWidth = 480;

export const textStyle = { fontFamily, fontSize: 14, color: light.ink };

const axisText = { color: light.muted, fontSize: 14, fontFamily };

/** An axis in quiet colours: names in the middle, lines only where values are read off. */
export function axis(name: string, options: Record<string, unknown> = {}): Record<string, unknown> {
  const { axisLabel, ...others } = options as { axisLabel?: object };
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameMoveOverlap: false,
    nameTextStyle: { ...axisText, color: light.ink },
    axisLabel: { ...axisText, ...axisLabel },
    axisLine: { show: true, lineStyle: { color: light.muted } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: light.rule } },
    ...others,
  };
}

/** The epochs along the bottom, with room for each number that is shown. */
export function epochAxis(epochs: readonly string[], boundaryGap: boolean): Record<string, unknown> {
  const step = Math.ceil(epochs.length / 12);
  return axis('Epoch', {
    type: 'category',
    data: epochs,
    boundaryGap,
    nameGap: 30,
    splitLine: { show: false },
    axisLabel: { interval: (place: number) => place % step === 0 },
  });
}

/** Over each epoch of an `epochAxis`, from top to bottom, what to tell of it. */
export function epochSpots(
  texts: readonly string[],
  boundaryGap: boolean,
  room: { readonly top: number; readonly bottom: number },
  height: number,
): string {
  const [left, right] = [sides.left, chartWidth - sides.right];
  const step = (right - left) / (boundaryGap ? texts.length : texts.length - 1);
  const start = (place: number) => left + (boundaryGap ? place : place - 0.5) * step;
  return texts
    .map((text, place) => {
      const [from, to] = [Math.max(start(place), left), Math.min(start(place + 1), right)];
      return spotAt(from, room.top, to - from, height - room.top - room.bottom, text);
    })
    .join('');
}

const sides = { left: 76, right: 14 };

/** The room of the axes within the chart, in pixels from its edges; texts do not move it. */
export function grid(room: Record<string, number>): Record<string, unknown> {
  return { ...sides, outerBoundsMode: 'none', ...room };
}

export function legend(names: readonly string[]): Record<string, unknown> {
  return {
    data: names,
    top: 4,
    left: 'center',
    itemWidth: 28,
    itemGap: 18,
    textStyle: { ...axisText, color: light.ink },
    selectedMode: false,
  };
}

/** A line whose points can be told from others' by their shape as well as by their colour. */
export function line(
  name: string,
  data: readonly (readonly [x: number | string, y: number])[],
  style: { readonly colour: string; readonly symbol?: string; readonly dashed?: boolean; readonly width?: number },
): Record<string, unknown> {
  const { colour, symbol = 'none', dashed = false, width = 2.25 } = style;
  return {
    type: 'line',
    name,
    data,
    silent: true,
    clip: false,
    symbol,
    symbolSize: 6,
    showSymbol: symbol !== 'none',
    showAllSymbol: true,
    itemStyle: { color: colour, borderWidth: 0 },
    lineStyle: { color: colour, width, type: dashed ? 'dashed' : 'solid' },
    emphasis: { disabled: true },
  };
}

/** chart.svg: milliseconds an epoch, contestant by contestant. */
import { init } from 'echarts';
import { spread } from '../harness/statistics.mjs';
import { threadCount } from '../harness/turns.mjs';

const width = 760;
const rowHeight = 17;
const gap = 58;
const colors = { 1: '#6baed6', 2: '#08519c' };
const font = { fontFamily: 'sans-serif', fontSize: 12, color: '#222' };

/** @returns the SVG of the theme `training`: a panel for each batch size, all on one logarithmic scale */
export function drawChart({ themes: { training } }) {
  const panels = training.map(({ title, players }) => ({ title, rows: rowsOf(players) }));
  const height = panels.reduce((sum, { rows }) => sum + rows.length * rowHeight + gap, 40);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, backgroundColor: '#fff', textStyle: font, ...optionsOf(panels) });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Fastest first. */
function rowsOf(players) {
  return players
    .filter(({ turns }) => turns.some(Boolean))
    .map(({ label, threads, turns }) => ({
      ...{ name: `${label}, ${threadCount(threads)}`, threads },
      ...spread(turns.filter(Boolean)),
    }))
    .sort((a, b) => a.median - b.median);
}

function optionsOf(panels) {
  const rows = panels.flatMap((panel) => panel.rows);
  const scale = {
    min: 10 ** Math.floor(Math.log10(Math.min(...rows.map(({ min }) => min)))),
    max: 10 ** Math.ceil(Math.log10(Math.max(...rows.map(({ max }) => max)))),
  };
  let top = 40;
  const placed = panels.map((panel) => {
    const place = { ...panel, top: top + 26, height: panel.rows.length * rowHeight };
    top = place.top + place.height + gap - 26;
    return place;
  });
  const text = { fontSize: 12, fontWeight: 'normal' };
  return {
    title: [
      {
        text: 'Milliseconds for one epoch of MNIST: median, fastest and slowest turn',
        left: 8,
        top: 8,
        textStyle: font,
      },
      ...placed.map(({ title, top }) => ({ text: title, left: 8, top: top - 24, textStyle: { ...font, ...text } })),
    ],
    grid: placed.map(({ top, height }) => ({ left: 220, right: 24, top, height })),
    xAxis: placed.map((_, gridIndex) => ({
      ...{ gridIndex, type: 'log', ...scale, axisLabel: { ...font, formatter: (value) => value.toLocaleString('en') } },
      ...{ minorTick: { show: true, splitNumber: 10 }, minorSplitLine: { show: true } },
    })),
    yAxis: placed.map(({ rows }, gridIndex) => ({
      ...{ gridIndex, type: 'category', inverse: true, data: rows.map(({ name }) => name) },
      ...{ axisTick: { show: false }, axisLabel: { ...font, interval: 0 } },
    })),
    series: placed.flatMap(({ rows }, axis) => {
      const on = { xAxisIndex: axis, yAxisIndex: axis };
      const color = (threads) => ({ color: colors[threads] });
      return [
        ...rows.map(({ name, threads, min, max }) => ({
          ...{ ...on, type: 'line', symbol: 'none', lineStyle: { width: 2, ...color(threads) } },
          data: [
            [min, name],
            [max, name],
          ],
        })),
        {
          ...{ ...on, type: 'scatter', symbolSize: 8 },
          data: rows.map(({ name, threads, median }) => ({ value: [median, name], itemStyle: color(threads) })),
        },
      ];
    }),
  };
}

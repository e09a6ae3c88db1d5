/** Charts of Apache ECharts as SVG. The only file that knows the library; bundled as a file of its own. */

import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

// With a canvas, texts would be measured in the page's fonts, and a chart be drawn otherwise in each page and in Node.
setPlatformAPI({ createCanvas: () => undefined as unknown as HTMLCanvasElement });

/** The chart's elements, without the `<svg>` around them. The same option gives the same text. */
export function drawChart(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return cleaned(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/**
 * Leaves out what the library adds for pages in which its charts are live: classes, ids that count up, the clips of
 * its animations, and the font, which the figure sets for all its texts.
 */
function cleaned(svg: string): string {
  return svg
    .replace(/^<svg[^>]*>\s*<rect[^>]*><\/rect>/, '')
    .replace(/<defs\s*>.*?<\/defs>/s, '')
    .replace(/<style\s*>.*?<\/style>/s, '')
    .replace(/<\/svg>\s*$/, '')
    .replaceAll(/ (?:class|clip-path|pointer-events|xml:space|ecmeta_\w+)="[^"]*"/g, '')
    .replaceAll(/font-family:[^;"]*;/g, '')
    .replaceAll(/<path[^>]* fill-opacity="0"[^>]*><\/path>/g, '')
    .replaceAll('fill="#000"', 'fill="none"')
    .replaceAll(/><\/(?:path|rect|circle|polyline|polygon)>/g, '/>')
    .trim();
}

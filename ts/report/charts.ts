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
    return chart
      .renderToSVGString()
      .replace(/^<svg[^>]*>\s*<rect[^>]*><\/rect>\s*/, '')
      .replace(/\s*<\/svg>\s*$/, '')
      .replaceAll(/ (?:class|pointer-events)="[^"]*"/g, '')
      .replaceAll(/><\/(?:path|rect|circle|polyline|polygon)>/g, '/>');
  } finally {
    chart.dispose();
  }
}

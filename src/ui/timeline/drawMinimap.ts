import type { Bins } from './binEvents';
import type { Inks } from './drawTimeline';
import type { TimelineLayout } from './layTimeline';

/** All of a history in a strip, and which part of it is looked at, as shares from 0 to 1. */
export interface MinimapScene {
  readonly layout: TimelineLayout;
  readonly bins: Bins;
  readonly inks: Inks;
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

/** Draws how much happened when, where something was refused, and what is looked at. */
export function drawMinimap(canvas: CanvasRenderingContext2D, scene: MinimapScene): void {
  const { layout, bins, inks, width, height, from, to } = scene;
  const wide = Math.max(3, (to - from) * width - 1);
  canvas.clearRect(0, 0, width, height);
  canvas.fillStyle = inks.marker;
  canvas.fillRect(from * width, 0, wide, height);
  const sums = new Uint32Array(bins.columns);
  const refused = new Uint32Array(bins.columns);
  for (let place = 0; place < layout.lanes.length * bins.columns; place += 1) {
    const column = place % bins.columns;
    sums[column] = (sums[column] as number) + (bins.counts[place] as number);
    refused[column] = (refused[column] as number) + (bins.refusals[place] as number);
  }
  const most = Math.log1p(sums.reduce((a, b) => Math.max(a, b), 1));
  for (const [column, count] of sums.entries()) {
    if (count === 0) continue;
    const high = (Math.log1p(count) / most) * (height - 6);
    canvas.fillStyle = inks.soft;
    canvas.fillRect(column, height - high, 1, high);
    if (refused[column] === 0) continue;
    canvas.fillStyle = inks.wrong;
    canvas.fillRect(column, 0, 1, 4);
  }
  canvas.strokeStyle = inks.ink;
  canvas.lineWidth = 1;
  canvas.strokeRect(from * width + 0.5, 0.5, wide, height - 1);
}

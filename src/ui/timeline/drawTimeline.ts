import { marks, shapes, type Hue } from '../shared/kinds';
import { arrowsOf } from './arrows';
import { binEvents } from './binEvents';
import { drawShape } from './drawShape';
import { firstFrom, type TimelineLayout } from './layTimeline';
import type { Look } from './look';

/** Colours by the names of their tokens, as the theme has them now. */
export type Inks = Readonly<Record<Hue | 'ink' | 'soft' | 'rule' | 'edge' | 'marker' | 'wrong' | 'paper', string>>;

/** What a picture is made of. Sizes in CSS pixels. */
export interface Scene {
  readonly layout: TimelineLayout;
  readonly look: Look;
  /** Index of the selected event, or -1. */
  readonly selected: number;
  readonly inks: Inks;
  readonly width: number;
  readonly laneHeight: number;
}

/** Events farther apart than this are drawn as shapes, closer ones as columns of what falls on a pixel. */
const shapesFromPx = 3;

/** Draws what is looked at. */
export function drawTimeline(canvas: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, look, inks, width, laneHeight, selected } = scene;
  const height = layout.lanes.length * laneHeight;
  const scale = width / (look.to - look.from);
  const x = (steps: number) => (steps - look.from) * scale;
  const y = (lane: number) => (lane + 0.5) * laneHeight;
  canvas.clearRect(0, 0, width, height);
  drawGround(canvas, scene, x, y);
  const [first, end] = [firstFrom(layout.at, look.from), firstFrom(layout.at, look.to)];
  const apart = (end - first) * shapesFromPx <= width;
  for (const arrow of arrowsOf(layout, look, selected)) {
    const [from, to] = [arrow.from, arrow.to];
    canvas.strokeStyle = arrow.chain ? inks.ink : inks.edge;
    canvas.globalAlpha = arrow.chain ? 1 : 0.35;
    canvas.lineWidth = arrow.chain ? 1.5 : 1;
    canvas.setLineDash(arrow.kind === 'answer' ? [] : [3, 3]);
    drawArrow(
      canvas,
      [x(layout.at[from] as number), y(layout.lane[from] as number)],
      [x(layout.at[to] as number), y(layout.lane[to] as number)],
    );
  }
  canvas.setLineDash([]);
  canvas.globalAlpha = 1;
  if (apart) {
    const size = Math.min(5.5, Math.max(3, scale * 0.4));
    for (let index = first; index < end; index += 1) {
      const shape = shapes[layout.shape[index] as number] ?? 'fact';
      const hue = inks[hueOf(layout, layout.lane[index] as number)];
      const place = { x: x(layout.at[index] as number), y: y(layout.lane[index] as number), size };
      drawShape(canvas, shape, place, shape === 'refusal' ? inks.wrong : hue, layout.waits[index] === 1 ? inks : null);
    }
  } else drawColumns(canvas, scene);
  if (selected >= 0) {
    canvas.strokeStyle = inks.ink;
    canvas.lineWidth = 2;
    canvas.beginPath();
    canvas.arc(x(layout.at[selected] as number), y(layout.lane[selected] as number), 9, 0, 2 * Math.PI);
    canvas.stroke();
  }
}

function hueOf({ lanes }: TimelineLayout, lane: number): Hue {
  const actor = lanes[lane];
  return actor ? marks[actor].hue : 'service';
}

/** Lines of the lanes, times without an event, and what lies between events in an agent's lane. */
function drawGround(
  canvas: CanvasRenderingContext2D,
  { layout, look, inks, width, laneHeight }: Scene,
  x: (steps: number) => number,
  y: (lane: number) => number,
): void {
  const height = layout.lanes.length * laneHeight;
  canvas.lineWidth = 1;
  canvas.strokeStyle = inks.rule;
  canvas.beginPath();
  for (let lane = 0; lane < layout.lanes.length; lane += 1) {
    canvas.moveTo(0, Math.round(y(lane)) + 0.5);
    canvas.lineTo(width, Math.round(y(lane)) + 0.5);
  }
  canvas.stroke();
  const rests = layout.rests.filter(({ at }) => at >= look.from && at <= look.to);
  // Breaks nearer to each other than a finger say nothing; the list of events has each moment.
  if (rests.length * 10 <= width) {
    canvas.setLineDash([2, 4]);
    canvas.strokeStyle = inks.edge;
    canvas.beginPath();
    for (const { at } of rests) {
      canvas.moveTo(x(at), 0);
      canvas.lineTo(x(at), height);
    }
    canvas.stroke();
    canvas.setLineDash([]);
  }
  for (const { lane, from, to, kind } of layout.spans) {
    if (to < look.from || from > look.to) continue;
    const wide = Math.max(1, x(to) - x(from));
    canvas.fillStyle = kind === 'crashed' ? inks.wrong : kind === 'paused' ? inks.edge : inks[hueOf(layout, lane)];
    canvas.globalAlpha = kind === 'lag' ? 0.3 : 0.45;
    const thick = kind === 'lag' ? 3 : laneHeight * 0.55;
    if (kind !== 'crashed') canvas.fillRect(x(from), y(lane) - thick / 2, wide, thick);
    else for (let at = 0; at < wide; at += 6) canvas.fillRect(x(from) + at, y(lane) - thick / 2, 3, thick);
  }
  canvas.globalAlpha = 1;
}

/** As high as there are events on a pixel, compared with the most; refusals stand on top in red. */
function drawColumns(canvas: CanvasRenderingContext2D, { layout, look, inks, width, laneHeight }: Scene): void {
  const { columns, counts, refusals, most } = binEvents(layout, look, Math.floor(width));
  const room = laneHeight - 4;
  for (let lane = 0; lane < layout.lanes.length; lane += 1) {
    const middle = (lane + 0.5) * laneHeight;
    const high = (count: number) => Math.max(3, (room * Math.log1p(count)) / Math.log1p(most));
    for (const [which, ink] of [
      [counts, inks[hueOf(layout, lane)]],
      [refusals, inks.wrong],
    ] as const) {
      canvas.fillStyle = ink;
      for (let column = 0; column < columns; column += 1) {
        const count = which[lane * columns + column] as number;
        if (count > 0) canvas.fillRect(column, middle - high(count) / 2, 1, high(count));
      }
    }
  }
}

function drawArrow(canvas: CanvasRenderingContext2D, [fromX, fromY]: [number, number], [toX, toY]: [number, number]) {
  const bend = Math.min(40, Math.abs(toX - fromX) / 2 + 4);
  canvas.beginPath();
  canvas.moveTo(fromX, fromY);
  canvas.bezierCurveTo(fromX + bend, fromY, toX - bend, toY, toX - 6, toY);
  canvas.moveTo(toX - 10, toY - 3);
  canvas.lineTo(toX - 6, toY);
  canvas.lineTo(toX - 10, toY + 3);
  canvas.stroke();
}

import type { Shape } from '../shared/kinds';

/** Draws an event as `Shape.svelte` does: ● fact, ▲ proposal, ✕ refusal, ■ record, ◆ from outside. With `waiting` it is left hollow. */
export function drawShape(
  canvas: CanvasRenderingContext2D,
  shape: Shape,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  ink: string,
  waiting: { readonly paper: string } | null,
): void {
  canvas.fillStyle = waiting ? waiting.paper : ink;
  canvas.strokeStyle = ink;
  canvas.lineWidth = 1.6;
  canvas.beginPath();
  switch (shape) {
    case 'fact':
      canvas.arc(x, y, size * 0.85, 0, 2 * Math.PI);
      break;
    case 'proposal':
      canvas.moveTo(x, y - size);
      canvas.lineTo(x + size, y + size * 0.8);
      canvas.lineTo(x - size, y + size * 0.8);
      canvas.closePath();
      break;
    case 'refusal':
      canvas.moveTo(x - size * 0.8, y - size * 0.8);
      canvas.lineTo(x + size * 0.8, y + size * 0.8);
      canvas.moveTo(x + size * 0.8, y - size * 0.8);
      canvas.lineTo(x - size * 0.8, y + size * 0.8);
      canvas.lineWidth = 2.2;
      return canvas.stroke();
    case 'record':
      canvas.rect(x - size * 0.75, y - size * 0.75, size * 1.5, size * 1.5);
      if (!waiting) canvas.fillStyle = 'transparent';
      break;
    case 'outside':
      canvas.moveTo(x, y - size);
      canvas.lineTo(x + size, y);
      canvas.lineTo(x, y + size);
      canvas.lineTo(x - size, y);
      canvas.closePath();
      break;
  }
  canvas.fill();
  if (waiting || shape === 'record') canvas.stroke();
}

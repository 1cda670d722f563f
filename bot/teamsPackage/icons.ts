import { crc32, deflateSync } from 'node:zlib';

// The bubble of the site's own icon (server.ts), in its 32 by 32 grid: corners in order.
const bubble: readonly (readonly [number, number])[] = [
  [8, 9],
  [24, 9],
  [24, 20],
  [15, 20],
  [10, 25],
  [10, 20],
  [8, 20],
];

/** Points looked at in each direction within one pixel, so that slanted edges are smooth. */
const fineness = 4;

/** The colour icon that Teams asks for: 192 by 192, the sign within the middle 96, on the brand's colour (`#rrggbb`). */
export function colourIcon(brand: string): Buffer {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(brand.slice(at, at + 2), 16)) as [number, number, number];
  return png(192, (x, y) => {
    const share = covered(x, y, (at) => 16 + (at - 96) / 5.3);
    return [r, g, b].map((part) => Math.round(part + (255 - part) * share)).concat(255);
  });
}

/** The outline icon: 32 by 32, white on nothing. */
export function outlineIcon(): Buffer {
  return png(32, (x, y) => [255, 255, 255, Math.round(255 * covered(x, y, (at) => at))]);
}

// The share of a pixel that the bubble covers, 0 to 1; `grid` takes a place in the picture to one in the bubble's grid.
function covered(x: number, y: number, grid: (at: number) => number): number {
  let inside = 0;
  for (let i = 0; i < fineness; i++)
    for (let j = 0; j < fineness; j++) if (within(grid(x + (i + 0.5) / fineness), grid(y + (j + 0.5) / fineness))) inside++;
  return inside / fineness ** 2;
}

// A point is inside when a line from it crosses the edge an odd number of times.
function within(x: number, y: number): boolean {
  return bubble.reduce((inside, [x1, y1], i) => {
    const [x2, y2] = bubble[(i + 1) % bubble.length]!;
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);
}

// A square picture of red, green, blue and opacity, 0 to 255 each (PNG, W3C, 2003: header, rows with no filter, end).
function png(size: number, pixel: (x: number, y: number) => readonly number[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8);
  const across = Array.from({ length: size }, (_, x) => x);
  const rows = Buffer.from(across.flatMap((y) => [0, ...across.flatMap((x) => pixel(x, y))]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'ascii'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

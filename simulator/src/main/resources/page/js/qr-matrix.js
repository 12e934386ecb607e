/** A QR on the grid and on the screen. */

/** Places codewords and patterns on the grid. */
__d('StandInQrMatrix', ({ require, exports }) => {
  const { encode } = require('StandInQrCodewords');

  /** A check word of a BCH code: the remainder of the value, shifted, by the generator. */
  function bch(value, bits, polynomial) {
    let rest = value << bits;
    for (let i = 31 - Math.clz32(rest); i >= bits; i = 31 - Math.clz32(rest))
      rest ^= polynomial << (i - bits);
    return (value << bits) | rest;
  }

  class Grid {
    constructor(version) {
      this.version = version;
      this.size = 17 + 4 * version;
      this.dark = Array.from({ length: this.size }, () => Array(this.size).fill(false));
      this.fixed = Array.from({ length: this.size }, () => Array(this.size).fill(false));
    }

    fix(x, y, dark) {
      if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
      this.dark[y][x] = Boolean(dark);
      this.fixed[y][x] = true;
    }

    rings(cx, cy, radius, isDark) {
      for (let dy = -radius; dy <= radius; dy++) {
        for (let dx = -radius; dx <= radius; dx++) {
          this.fix(cx + dx, cy + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
        }
      }
    }

    drawPatterns() {
      for (let i = 0; i < this.size; i++) {
        this.fix(6, i, i % 2 === 0);
        this.fix(i, 6, i % 2 === 0);
      }
      const far = this.size - 4;
      for (const [x, y] of [
        [3, 3],
        [far, 3],
        [3, far],
      ])
        this.rings(x, y, 4, (ring) => ring !== 2 && ring !== 4);
      this.drawAlignments();
      this.drawFormat();
      if (this.version >= 7) this.drawVersion();
    }

    drawAlignments() {
      const at = alignmentPositions(this.version, this.size);
      const last = at.length - 1;
      at.forEach((x, i) =>
        at.forEach((y, j) => {
          const inCorner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
          if (!inCorner) this.rings(x, y, 2, (ring) => ring !== 1);
        }),
      );
    }

    /** Level L is 01, mask 0 is 000. */
    drawFormat() {
      const bits = bch(0b01000, 10, 0x537) ^ 0x5412;
      const bit = (i) => (bits >>> i) & 1;
      for (let i = 0; i <= 5; i++) this.fix(8, i, bit(i));
      this.fix(8, 7, bit(6));
      this.fix(8, 8, bit(7));
      this.fix(7, 8, bit(8));
      for (let i = 9; i < 15; i++) this.fix(14 - i, 8, bit(i));
      for (let i = 0; i < 8; i++) this.fix(this.size - 1 - i, 8, bit(i));
      for (let i = 8; i < 15; i++) this.fix(8, this.size - 15 + i, bit(i));
      this.fix(8, this.size - 8, true);
    }

    drawVersion() {
      const bits = bch(this.version, 12, 0x1f25);
      for (let i = 0; i < 18; i++) {
        const [a, b] = [this.size - 11 + (i % 3), Math.floor(i / 3)];
        this.fix(a, b, (bits >>> i) & 1);
        this.fix(b, a, (bits >>> i) & 1);
      }
    }

    /** Two columns at a time from the right, up and down in turn; mask 0 turns every other module. */
    drawData(codewords) {
      let index = 0;
      for (let right = this.size - 1; right >= 1; right -= 2) {
        if (right === 6) right = 5;
        const upward = ((right + 1) & 2) === 0;
        for (let step = 0; step < this.size; step++) {
          const y = upward ? this.size - 1 - step : step;
          for (const x of [right, right - 1]) {
            if (this.fixed[y][x]) continue;
            const bit = ((codewords[index >>> 3] || 0) >>> (7 - (index & 7))) & 1;
            this.dark[y][x] = Boolean(bit) !== ((x + y) % 2 === 0);
            index += 1;
          }
        }
      }
    }
  }

  function alignmentPositions(version, size) {
    if (version === 1) return [];
    const count = Math.floor(version / 7) + 2;
    const step = Math.ceil((size - 13) / (2 * count - 2)) * 2;
    const rest = Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step);
    return [6, ...rest.reverse()];
  }

  /** @return {boolean[][]} rows of dark modules, without the quiet zone */
  exports.matrixOf = (text) => {
    const { version, codewords } = encode(text);
    const grid = new Grid(version);
    grid.drawPatterns();
    grid.drawData(codewords);
    return grid.dark;
  };
});

__d('StandInQrCanvas', ({ require, exports }) => {
  const { matrixOf } = require('StandInQrMatrix');
  const MODULE_PX = 4;
  const QUIET = 4;

  exports.draw = (canvas, text) => {
    const rows = matrixOf(text);
    canvas.width = canvas.height = (rows.length + 2 * QUIET) * MODULE_PX;
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#111b21';
    rows.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (dark) context.fillRect((x + QUIET) * MODULE_PX, (y + QUIET) * MODULE_PX, MODULE_PX, MODULE_PX);
      }),
    );
  };
});

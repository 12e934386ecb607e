/** A QR encoder: byte mode, error correction level L, versions 1 to 20 (858 bytes), mask 0. */

/** Reed–Solomon over GF(256) with the polynomial 0x11D, as ISO/IEC 18004 has it. */
__d('StandInReedSolomon', ({ exports }) => {
  function multiply(a, b) {
    let product = 0;
    for (let bit = 7; bit >= 0; bit--) {
      product = (product << 1) ^ ((product >>> 7) * 0x11d);
      product ^= ((b >>> bit) & 1) * a;
    }
    return product;
  }

  function generator(degree) {
    const result = Array(degree).fill(0);
    result[degree - 1] = 1;
    let root = 1;
    for (let i = 0; i < degree; i++) {
      for (let j = 0; j < degree; j++) {
        result[j] = multiply(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0);
      }
      root = multiply(root, 2);
    }
    return result;
  }

  /** @return {number[]} the `degree` check bytes of the data */
  exports.remainder = (data, degree) => {
    const divisor = generator(degree);
    const result = Array(degree).fill(0);
    for (const byte of data) {
      const factor = byte ^ result.shift();
      result.push(0);
      divisor.forEach((coefficient, i) => {
        result[i] ^= multiply(coefficient, factor);
      });
    }
    return result;
  };
});

/** From text to the interleaved codewords of the smallest version that holds them. */
__d('StandInQrCodewords', ({ require, exports }) => {
  const { remainder } = require('StandInReedSolomon');
  const CHECK_BYTES = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
  const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];

  function rawBytes(version) {
    let bits = (16 * version + 128) * version + 64;
    if (version >= 2) {
      const alignments = Math.floor(version / 7) + 2;
      bits -= (25 * alignments - 10) * alignments - 55;
      if (version >= 7) bits -= 36;
    }
    return bits >>> 3;
  }

  const dataBytes = (version) => rawBytes(version) - CHECK_BYTES[version - 1] * BLOCKS[version - 1];
  const headerBits = (version) => 4 + (version < 10 ? 8 : 16);

  function smallestVersion(length) {
    for (let version = 1; version <= 20; version++) {
      if (headerBits(version) + 8 * length <= 8 * dataBytes(version)) return version;
    }
    throw new Error('too long for a QR code: ' + length + ' bytes');
  }

  function pack(bytes, version) {
    const bits = [];
    const push = (value, count) => {
      for (let i = count - 1; i >= 0; i--) bits.push((value >>> i) & 1);
    };
    push(4, 4); // byte mode
    push(bytes.length, headerBits(version) - 4);
    bytes.forEach((byte) => push(byte, 8));
    const capacity = 8 * dataBytes(version);
    push(0, Math.min(4, capacity - bits.length));
    push(0, (8 - (bits.length % 8)) % 8);
    for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) push(pad, 8);
    return Array.from({ length: capacity / 8 }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8).join(''), 2));
  }

  function split(data, version) {
    const count = BLOCKS[version - 1];
    const short = Math.floor(data.length / count);
    const firstLong = count - (data.length % count);
    let at = 0;
    return Array.from({ length: count }, (_, i) => data.slice(at, (at += short + (i >= firstLong ? 1 : 0))));
  }

  function interleave(blocks) {
    const longest = Math.max(...blocks.map((block) => block.length));
    const rows = Array.from({ length: longest }, (_, i) => blocks.map((block) => block[i]));
    return rows.flat().filter((byte) => byte !== undefined);
  }

  /** @return {{version: number, codewords: number[]}} */
  exports.encode = (text) => {
    const bytes = [...new TextEncoder().encode(text)];
    const version = smallestVersion(bytes.length);
    const blocks = split(pack(bytes, version), version);
    const checks = blocks.map((block) => remainder(block, CHECK_BYTES[version - 1]));
    return { version, codewords: [...interleave(blocks), ...interleave(checks)] };
  };
});

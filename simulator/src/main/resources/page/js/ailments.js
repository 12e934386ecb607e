/** What can be wrong with the page itself: it hangs, or it grows. */
__d('StandInAilments', ({ exports }) => {
  const MIB = 1024 * 1024;
  const kept = [];

  exports.hang = () => {
    for (;;);
  };

  /** Takes memory for good; every page of it is written to, or it would be taken in name only. */
  exports.grow = (mib) => {
    for (let i = 0; i < mib; i += 1) kept.push(new Uint8Array(MIB).fill(1));
  };
});

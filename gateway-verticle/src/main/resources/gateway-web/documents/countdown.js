/** Counts a time down in words and on a progress bar. */
export class Countdown {
  #words;
  #bar;
  #timer;

  constructor(words, bar) {
    this.#words = words;
    this.#bar = bar;
  }

  /** Starts anew; `seconds` is the whole time. */
  start(seconds) {
    this.stop();
    const end = performance.now() + seconds * 1000;
    const tick = () => {
      const left = Math.max(0, (end - performance.now()) / 1000);
      this.#words.textContent = left > 0 ? `${Math.ceil(left)} s left` : 'A new one is coming';
      this.#bar.value = left / seconds;
    };
    tick();
    this.#timer = setInterval(tick, 250);
  }

  stop() {
    clearInterval(this.#timer);
    this.#words.textContent = '';
    this.#bar.value = 0;
  }
}

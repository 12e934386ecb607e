/** Counts a QR's time down, in words and as a bar. */
export class Countdown {
  #words;
  #bar;
  #timer;

  constructor(words, bar) {
    this.#words = words;
    this.#bar = bar;
  }

  start(generatedAt, expiresAt) {
    this.stop();
    const end = Date.parse(expiresAt);
    const whole = Math.max(1, end - Date.parse(generatedAt));
    const tick = () => {
      const left = Math.max(0, end - Date.now());
      this.#words.textContent = left > 0 ? `${Math.ceil(left / 1000)} s left` : 'a new one is coming';
      this.#bar.value = left / whole;
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

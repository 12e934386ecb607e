import { html } from '../core/ui.js';
import { useKnown } from '../core/state.js';
import { accountOf } from '../core/words.js';
import { Reveal } from './Reveal.js';

/** The linked account; its number is masked until somebody asks for it. */
export function Account({ account }) {
  const { revealed } = useKnown();
  return html`<span id="account">${accountOf(account, revealed)}</span> <${Reveal} />`;
}

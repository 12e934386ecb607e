import { html, render } from './core/ui.js';
import { resume } from './core/desk.js';
import { App } from './views/App.js';

resume();
render(html`<${App} />`, document.getElementById('app'));

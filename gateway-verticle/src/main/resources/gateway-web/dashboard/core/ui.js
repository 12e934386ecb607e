/** What the components are made with, from one file of npm's htm. */
export * from '../../vendor/htm-preact/standalone.module.js';

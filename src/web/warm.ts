// Loaded before a command by the first start of the site (bin/runon.js), so that what the site needs is compiled and the
// islands are stripped once, in a process that ends.
import './app.ts';
import './serve.ts';
import { loadAssets } from './assets.ts';

loadAssets();

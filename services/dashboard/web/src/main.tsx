// Where the page starts. What the address asks for is asked at once, while the rest of the script is still on its way.
import { firstQuestion, readPlace } from './address';
import { askAhead } from './ahead';

const question = firstQuestion(readPlace(location));
if (question) void askAhead(question);
void askAhead('/v1/regions');

const root = document.getElementById('page');
if (root) void import('./app').then(({ draw }) => draw(root));

import { openRaw } from './rawRecords';

// What a page cannot do without: open a database, write a record, show it.
const raw = await openRaw('twin');
await raw.put({ hello: 'world' });
document.body.innerHTML = '<p data-painted>written</p>';

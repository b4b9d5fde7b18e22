/** In a file of its own: nobody needs it before somebody writes. */
export { sampleMails } from '../../intake';

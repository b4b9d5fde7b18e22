export { ImportDoor, type ImportPreview } from './importDoor';

export { LabDoor } from './labDoor';

export { LabDoor } from './labDoor';
export { RealDoor, type RealKeeper, type RealNames } from './realDoor';

export { aboutModel, type AboutModel } from './aboutModel';
export { folderOf, libraryAddress, prebuiltModels, weightsAddress, type PrebuiltModel } from './prebuiltModels';
export { probeGpu, type GpuDoor, type GpuFacts, type GpuProbe } from './probeGpu';
export { modelsForDevice, whyNotHere, type DeviceFacts } from './runsHere';
export type { WebllmEngine, WebllmLibrary } from './WebllmLibrary';
export { webllmPort, type WebllmOptions, type WebllmSource } from './webllmPort';

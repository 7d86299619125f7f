// What the first view says, as ../en/first.ts.
export * from './map';
export * from './region';
export * from './shell';
export * from './signs';
export * from './time';

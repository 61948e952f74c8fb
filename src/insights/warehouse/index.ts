export { literal, openDuck } from './duck.ts';
export { GHOST_DEFINITION, GHOST_REFERENCE } from './ghosts.ts';
export { addMonths, lengthOf, monthName, monthNumber, monthsKept, monthsOf, shiftPeriod } from './months.ts';
export { openSnapshot, type Warehouse } from './open.ts';
export { type RefreshOptions, refreshWarehouse, type Snapshot } from './refresh.ts';
export { currentSnapshot, type Manifest, monthFile, warehouseFolder } from './snapshot.ts';
export { TABLES } from './tables.ts';
export { createMarker, orderTerms, termColumns } from './terms.ts';

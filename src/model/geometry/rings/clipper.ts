/** The parts of Clipper2 that are used. Its index would bring all of it into the page, triangulation included. */
export { ClipType, FillRule, type Path64, type Paths64, PathType } from 'clipper2-ts/dist/Core.js';
export { Clipper64 } from 'clipper2-ts/dist/Engine.js';
export { ClipperOffset, EndType, JoinType } from 'clipper2-ts/dist/Offset.js';

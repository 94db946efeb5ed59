// The reader as a library, `runon/reader`: what another program or a page imports. It asks for no file, no network, no
// clock and no package; its data is passed in (`runon/reader-data.json`). See docs/library.md.
export type { Review } from '../review.ts';
export type { Vocabulary } from '../vocabulary.ts';
export type { Claim, ClaimKind, Degree, Evidence, Finding, Reading } from './finding.ts';
export { createReader, READER_VERSION, type Reader, type ReaderData, read } from './read.ts';

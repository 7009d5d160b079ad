import { measurePeer, peerTaskSchema } from './measure-peer.ts';

/** node run-peer.ts <task as JSON>: measures one peer; says what came of it on its last line. */
console.log(JSON.stringify(await measurePeer(peerTaskSchema.parse(JSON.parse(process.argv[2] ?? '')))));

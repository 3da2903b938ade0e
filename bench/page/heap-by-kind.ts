import type { CDPSession } from '@playwright/test';

interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly unknown[] };
  };
  readonly nodes: readonly number[];
}

/**
 * Bytes of V8's heap by a heap snapshot: all of it, and the share of code (bytecode, machine code, feedback). The browser's own
 * C++ objects are left out.
 */
export async function heapByKind(session: CDPSession): Promise<{ readonly code: number; readonly all: number }> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', collect);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const names = types[0] as readonly string[];
  let code = 0;
  let all = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const name = names[nodes[at + type] ?? 0];
    if (name === 'native' || name === 'synthetic') continue;
    const bytes = nodes[at + size] ?? 0;
    all += bytes;
    if (name === 'code') code += bytes;
  }
  return { code, all };
}

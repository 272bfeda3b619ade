import { weightShapes, type Net } from '../../../../labs/kit/trainer/net.ts';
import { float, type Graph } from './graph.ts';

/** Handles of a weight and of the two averages that Adam keeps of its gradients. */
export interface Handles {
  value: string;
  mean: string;
  square: string;
}

/**
 * The net's weights as variables of the session. `start0` … are fed to set them, which fetching `started` does, and forgets what Adam
 * knew; `read0` … are fetched to read them.
 */
export function weightVariables(graph: Graph, net: Net): Handles[] {
  const sets: string[] = [];
  const set = (handle: string, value: string) =>
    sets.push(`^${graph.add('AssignVariableOp', [handle, value], { dtype: float })}`);
  const handles = weightShapes(net).map((shape, i) => {
    const variable = (kind: string) =>
      graph.add('VarHandleOp', [], {
        dtype: float,
        shape: { shape },
        shared_name: { text: `${kind}${i}` },
        container: { text: '' },
      });
    const made = { value: variable('value'), mean: variable('mean'), square: variable('square') };
    const start = graph.placeholder(`start${i}`, float, shape);
    set(made.value, start);
    for (const average of [made.mean, made.square])
      set(average, graph.add('ZerosLike', [start], { T: float }));
    graph.add('ReadVariableOp', [made.value], { dtype: float }, `read${i}`);
    return made;
  });
  const nothing = graph.constant(new Float32Array(1), []);
  graph.add('Identity', [nothing, ...sets], { T: float }, 'started');
  return handles;
}

/** The TensorFlow.js types that labs name. Types only: nothing of the library is loaded by importing this. */
export type {
  LayersModel,
  Optimizer,
  Rank,
  Scalar,
  Sequential,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  Tensor4D,
  Variable,
} from '@tensorflow/tfjs';

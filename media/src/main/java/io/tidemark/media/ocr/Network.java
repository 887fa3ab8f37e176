package io.tidemark.media.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.tidemark.media.ocr.graph.Joining;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * One neural network with one input and one output, its small steps joined. Thread-safe; close it
 * after its last run.
 */
final class Network implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String input;

  private Network(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
    this.input = session.getInputNames().iterator().next();
  }

  /** What a network answers: its values, and how many in each dimension. */
  record Answer(FloatBuffer values, long[] shape) {}

  /**
   * @param model a resource of the class path
   * @param threads that one run uses
   */
  static Network load(String model, int threads) {
    return of(Joining.joined(resource(model)), threads);
  }

  /**
   * @param model in the form of ONNX
   * @param threads that one run uses
   */
  static Network of(byte[] model, int threads) {
    OrtEnvironment environment = NativeLibrary.environment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      // Pictures differ in size: plans of one would hold memory that no other uses.
      options.setMemoryPatternOptimization(false);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return new Network(environment, environment.createSession(model, options));
    } catch (OrtException e) {
      throw new IllegalStateException("the network cannot be loaded", e);
    }
  }

  static byte[] resource(String name) {
    try (InputStream in = Network.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer run(float[] values, long... shape) {
    try (OnnxTensor in = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
        OrtSession.Result result = session.run(Map.of(input, in))) {
      OnnxTensor out = (OnnxTensor) result.get(0);
      return new Answer(out.getFloatBuffer(), out.getInfo().getShape());
    } catch (OrtException e) {
      throw new IllegalStateException("the network cannot run", e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the network cannot be closed", e);
    }
  }
}

package io.tidemark.formats.settings;

import io.tidemark.authorise.Policy;

/** {@code policy.yaml}: grades, purposes, forms and ceilings, approvals and demands. */
public final class PolicyFile {
  private PolicyFile() {}

  /**
   * The policy that the file states; its digest is that of the file's bytes.
   *
   * @throws BadSettings with every mistake
   */
  public static Policy read(SettingsFile file) throws BadSettings {
    Faults faults = new Faults(file.name());
    Value root = PlainYaml.root(file, faults);
    return new PolicyReader(faults).read(root, file.digest());
  }

  /** The built-in file; its {@link SettingsFile#text} is what {@code policy show} prints. */
  public static SettingsFile builtInFile() {
    return SettingsFile.builtIn("policy.yaml");
  }

  /** The built-in policy. */
  public static Policy builtIn() {
    try {
      return read(builtInFile());
    } catch (BadSettings e) {
      throw new IllegalStateException("the built-in policy is broken", e);
    }
  }
}

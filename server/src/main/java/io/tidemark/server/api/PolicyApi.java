package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policy. */
@RestController
@Tag(name = "policy")
class PolicyApi {
  private final Rules rules;

  PolicyApi(Rules rules) {
    this.rules = rules;
  }

  /** The policy in force. */
  record Policy(
      String version,
      @Schema(description = "SHA-256 of the file, as every ledger entry names it.") String digest,
      @Schema(description = "The file, YAML.") String policy) {}

  @Operation(summary = "The policy in force")
  @GetMapping(Paths.API + "/policy")
  Policy policy() {
    InForce now = rules.inForce();
    return new Policy(now.policy().version(), now.policy().digest().toString(), now.policyText());
  }
}

package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The parties of the chain. */
@RestController
@Tag(name = "chain")
class PartiesApi {
  private static final String PATH = Paths.API + "/parties";

  private final Rules rules;

  PartiesApi(Rules rules) {
    this.rules = rules;
  }

  /** A party, with the names of {@code chain.yaml}. */
  record Party(String id, String kind, @Nullable String parent, String name) {
    static Party of(io.tidemark.terms.Party party) {
      return new Party(party.id(), party.kind().id(), party.parent().orElse(null), party.name());
    }
  }

  @Operation(summary = "The parties of the chain, in the order of their registration")
  @GetMapping(PATH)
  Page<Party> parties(
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    List<Party> all = rules.inForce().chain().parties().values().stream().map(Party::of).toList();
    return Page.within(PATH, limit, after, all, Party::id);
  }
}

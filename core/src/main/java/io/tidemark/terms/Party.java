package io.tidemark.terms;

import java.util.Optional;

/**
 * One link of the chain.
 *
 * @param id lower-case letters, digits and hyphens, 1 to 64 characters; goes into the ledger
 * @param kind what kind of hand it is
 * @param parent the party it belongs to
 * @param name what people call it
 */
public record Party(String id, PartyKind kind, Optional<String> parent, String name) {}

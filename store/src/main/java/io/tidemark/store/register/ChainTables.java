package io.tidemark.store.register;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.ChainChanged;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Enrolled;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.GrantDecided;
import io.tidemark.authorise.Overtaken;
import io.tidemark.authorise.Person;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parties, people, standing grants and credentials. Thread-safe. */
public final class ChainTables {
  private final JdbcClient database;

  /** The tables in this database. */
  public ChainTables(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(ChainChanged.class, ChainTables::change)
        .with(
            GrantDecided.class, (connection, index, decided) -> decide(connection, decided.grant()))
        .with(Enrolled.class, ChainTables::enrol);
  }

  /** The chain as it stands. */
  public Chain chain() {
    Map<String, Party> parties = new LinkedHashMap<>();
    database
        .sql("select id, kind, parent, name from party order by place")
        .query(this::party)
        .list()
        .forEach(party -> parties.put(party.id(), party));
    Map<String, Person> people = new LinkedHashMap<>();
    database
        .sql("select id, party, duties from actor order by place")
        .query(this::person)
        .list()
        .forEach(person -> people.put(person.id(), person));
    List<Grant> grants =
        database.sql("select * from standing_grant order by place").query(this::grant).list();
    return new Chain(parties, people, grants);
  }

  /** The 32 bytes of a person's public key, once the person has a credential. */
  public Optional<byte[]> publicKey(String person) {
    return database
        .sql("select public_key from actor where id = ? and public_key is not null")
        .param(person)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  /** A person's sealed private key, when it is kept here under a passphrase. */
  public Optional<byte[]> sealedKey(String person) {
    return database
        .sql("select sealed_key from actor where id = ? and sealed_key is not null")
        .param(person)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  private Party party(ResultSet row, int number) throws SQLException {
    PartyKind kind = PartyKind.named(row.getString("kind")).orElseThrow();
    return new Party(
        row.getString("id"),
        kind,
        Optional.ofNullable(row.getString("parent")),
        row.getString("name"));
  }

  private Person person(ResultSet row, int number) throws SQLException {
    Set<Duty> duties =
        Sql.texts(row.getArray("duties")).stream().map(Duty::valueOf).collect(Collectors.toSet());
    return new Person(row.getString("id"), row.getString("party"), duties);
  }

  private Grant grant(ResultSet row, int number) throws SQLException {
    return new Grant(
        new GrantId(row.getString("id")),
        row.getString("party"),
        row.getString("purpose"),
        Sql.fields(row.getArray("columns")),
        Sql.forms(row.getArray("forms")),
        row.getInt("people"),
        row.getObject("until", LocalDate.class),
        Set.copyOf(Sql.texts(row.getArray("approvers"))),
        Set.copyOf(Sql.texts(row.getArray("approved"))),
        Grant.State.valueOf(row.getString("state")));
  }

  private static void change(Connection connection, long index, ChainChanged changed)
      throws SQLException {
    Sql.run(
        connection, "insert into chain_file (entry, body) values (?, ?)", index, changed.text());
    for (Party party : changed.parties()) {
      Sql.run(
          connection,
          "insert into party (id, kind, parent, name) values (?, ?, nullif(?, ''), ?)"
              + " on conflict (id) do update set kind = excluded.kind, parent = excluded.parent, name = excluded.name",
          party.id(),
          party.kind().id(),
          party.parent().orElse(""),
          party.name());
    }
    for (Person person : changed.people()) {
      Sql.run(
          connection,
          "insert into actor (id, party, duties) values (?, ?, ?)"
              + " on conflict (id) do update set party = excluded.party, duties = excluded.duties",
          person.id(),
          person.party(),
          person.duties());
    }
    for (Grant grant : changed.grants()) {
      Sql.run(
          connection,
          "insert into standing_grant (id, party, purpose, columns, forms, people, until, approvers, approved, state)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          grant.id(),
          grant.to(),
          grant.purpose(),
          grant.columns(),
          Sql.texts(grant.forms()),
          grant.peopleAtMost(),
          grant.until(),
          grant.approvers(),
          grant.approved(),
          grant.state());
    }
  }

  private static void decide(Connection connection, Grant grant) throws SQLException {
    int rows =
        Sql.run(
            connection,
            "update standing_grant set approved = ?, state = ?"
                + " where id = ? and approved <@ ? and state = 'PROPOSED'",
            grant.approved(),
            grant.state(),
            grant.id(),
            grant.approved());
    if (rows != 1) {
      throw new Overtaken(grant.id().text());
    }
  }

  private static void enrol(Connection connection, long index, Enrolled enrolled)
      throws SQLException {
    Sql.run(
        connection,
        "update actor set public_key = ?, sealed_key = nullif(?, ''::bytea) where id = ?",
        enrolled.publicKey(),
        enrolled.sealedKey().orElse(new byte[0]),
        enrolled.person());
  }
}

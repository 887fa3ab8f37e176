package io.tidemark.chainsim.posts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Span;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PostGeneratorTest {
  @Test
  void theSameSeedWritesTheSamePosts() {
    for (int i = 0; i < 200; i++) {
      assertThat(new PostGenerator(5).post(i)).isEqualTo(new PostGenerator(5).post(i));
      assertThat(new AddressGenerator(5).address(i)).isEqualTo(new AddressGenerator(5).address(i));
    }
    assertThat(new PostGenerator(5).post(1)).isNotEqualTo(new PostGenerator(6).post(1));
  }

  @Test
  void namesStandWhereTheyAreSaidTo() {
    PostGenerator posts = new PostGenerator(1);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      MarkedText post = posts.post(i);
      for (Span span : post.names()) {
        names.add(post.text().substring(span.start(), span.end()));
      }
    }
    assertThat(names)
        .hasSizeGreaterThan(1200)
        .allMatch(name -> name.matches("[\\u4e00-\\u9fff·]{2,12}"));
  }

  @Test
  void aThirdOfThePostsNamesNobody() {
    PostGenerator posts = new PostGenerator(1);
    long nobody = LongStream.range(0, 3000).filter(i -> posts.post(i).names().isEmpty()).count();
    assertThat(nobody).isBetween(900L, 1100L);
  }
}

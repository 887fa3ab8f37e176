package io.tidemark.disclose.honey;

import io.tidemark.vault.Content;

/**
 * One invented customer.
 *
 * @param draw which of the key's customers it is, from 0 to {@code HoneyCustomers.draws} - 1
 * @param content what its row says
 */
public record HoneyCustomer(int draw, Content content) {}

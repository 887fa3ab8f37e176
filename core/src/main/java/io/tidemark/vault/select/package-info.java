/**
 * Which records a release is about, said as a condition over fields.
 *
 * <p>Question it answers: does this record fall under the condition? A {@link
 * io.tidemark.vault.select.Condition} and a record's canonical values come in, yes or no goes out.
 * It never parses text ({@code formats} reads what people write), never touches a database, and its
 * {@code toString} never shows a value.
 *
 * <p>What people write, as an EBNF (ISO/IEC 14977; examples in {@code docs/conditions.md}):
 *
 * <pre>{@code
 * condition  = conjunction , { or , conjunction } ;
 * conjunction = term , { and , term } ;
 * term       = not , term | "(" , condition , ")" | comparison ;
 * comparison = column , ( "=" | "!=" ) , value
 *            | column , range
 *            | column , in , "(" , value , { "," , value } , ")"
 *            | column , begins , ( word | quoted ) ;
 * range      = bound , to , [ bound ] | to , bound ;          (* both ends are included *)
 * to         = ".." | "至" ;
 * bound      = date | amount ;                                (* as the column demands *)
 * value      = date | amount | word | quoted ;
 * date       = year , ( "-" | "/" | "." | "年" ) , month , ( "-" | "/" | "." | "月" ) , day , [ "日" ] ;
 * amount     = [ "-" ] , digit , { digit } , [ "." , digit , [ digit ] ] ;
 * word       = character , { character } ;     (* no space, quote, bracket, comma, "=", "!", "<", ">" *)
 * quoted     = '"' , { any | '""' } , '"' | "'" , { any | "''" } , "'" | "“" , { any } , "”" | "‘" , { any } , "’" ;
 * column     = the Chinese heading or the English name of a field class ;
 * and        = "and" | "且" ;   or = "or" | "或" ;   not = "not" | "非" ;
 * in         = "in" | "属于" ;   begins = "begins" | "开头" ;
 * }</pre>
 *
 * <p>Full-width symbols （ ） ， 、 ＝ ！＝ ≠ ．． count as their half-width forms; {@code not} binds
 * closest, then {@code and}, then {@code or}; English words are read in either case.
 */
@NullMarked
package io.tidemark.vault.select;

import org.jspecify.annotations.NullMarked;
